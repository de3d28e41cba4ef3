internal import CCurl

/// The library, begun once for the whole program.
private enum CurlLibrary {
    static let isReady = ccurl_begin() == CURLE_OK
}

/// One transfer by libcurl.
///
/// Options are set one by one; the first that fails is remembered and fails the transfer.
struct CurlTransfer: ~Copyable {
    private let handle: UnsafeMutableRawPointer
    private let exchange: Exchange
    private var recipients: UnsafeMutablePointer<curl_slist>?
    private var fault: CURLcode = CURLE_OK

    struct Outcome {
        let result: CURLcode
        /// The last reply's number; 0 when there was none.
        let status: Int
        /// The last line that the server said with this number; the good-bye may come after it.
        let reply: String
    }

    /// The bytes that go out and come in; the library holds a pointer to them while it works.
    private final class Exchange {
        let upload: [UInt8]
        var sent = 0
        var replies: [String] = []

        init(upload: [UInt8]) {
            self.upload = upload
        }
    }

    /// - Returns: `nil` when the library cannot be begun.
    init?(upload: [UInt8] = []) {
        guard CurlLibrary.isReady, let handle = curl_easy_init() else { return nil }
        self.handle = handle
        exchange = Exchange(upload: upload)
    }

    deinit {
        // Saying good-bye still reads replies.
        withExtendedLifetime(exchange) { curl_easy_cleanup(handle) }
        curl_slist_free_all(recipients)
    }

    mutating func set(_ option: CURLoption, _ value: Int) {
        note(ccurl_set_long(handle, option, value))
    }

    mutating func set(_ option: CURLoption, _ value: String) {
        note(ccurl_set_string(handle, option, value))
    }

    mutating func requireTLS() {
        note(ccurl_require_tls(handle))
    }

    mutating func setRecipient(_ address: String) {
        curl_slist_free_all(recipients)
        recipients = curl_slist_append(nil, address)
        note(recipients == nil ? CURLE_OUT_OF_MEMORY : ccurl_set_list(handle, CURLOPT_MAIL_RCPT, recipients))
    }

    /// Does the transfer and waits for its end.
    mutating func perform() -> Outcome {
        // No signals for time limits: other threads are at work.
        set(CURLOPT_NOSIGNAL, 1)
        let pointer = Unmanaged.passUnretained(exchange).toOpaque()
        note(ccurl_set_pointer(handle, CURLOPT_READDATA, pointer))
        note(
            ccurl_set_transfer(handle, CURLOPT_READFUNCTION) { buffer, size, count, user in
                guard let buffer, let user else { return 0 }
                let exchange = Unmanaged<Exchange>.fromOpaque(user).takeUnretainedValue()
                let part = exchange.upload[exchange.sent...].prefix(size * count)
                UnsafeMutableRawBufferPointer(start: buffer, count: size * count).copyBytes(from: part)
                exchange.sent += part.count
                return part.count
            })
        note(ccurl_set_pointer(handle, CURLOPT_HEADERDATA, pointer))
        note(
            ccurl_set_transfer(handle, CURLOPT_HEADERFUNCTION) { buffer, size, count, user in
                guard let buffer, let user else { return 0 }
                let exchange = Unmanaged<Exchange>.fromOpaque(user).takeUnretainedValue()
                let line = String(decoding: UnsafeRawBufferPointer(start: buffer, count: size * count), as: UTF8.self)
                // A server that never stops talking is not remembered.
                if exchange.replies.count < 200 { exchange.replies.append(line.quotable) }
                return size * count
            })
        // What comes as a body is of no interest.
        note(ccurl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { _, size, count, _ in size * count })
        let result = fault == CURLE_OK ? curl_easy_perform(handle) : fault
        let status = Int(ccurl_response_code(handle))
        let words = exchange.replies.filter { !$0.isEmpty }
        return Outcome(result: result, status: status, reply: words.last { $0.hasPrefix("\(status)") } ?? words.last ?? "没有答复")
    }

    private mutating func note(_ code: CURLcode) {
        if fault == CURLE_OK { fault = code }
    }
}

extension CURLcode {
    /// What went wrong with the connection, and what to do about it; server troubles are told by their replies.
    var trouble: String {
        switch self {
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY: "查不到这个主机名。请检查主机名是否写对、网络和域名解析是否正常"
        case CURLE_COULDNT_CONNECT: "连接不上。请检查主机名和端口是否写对、服务器是否开着、防火墙是否放行"
        case CURLE_OPERATION_TIMEDOUT: "超过时间没有答复。请检查网络，或稍后再试"
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_ISSUER_ERROR:
            "服务器的证书不可信（\(english)）。请检查主机名是否与证书一致；单位自签的证书，请在设置中写明 CA 文件"
        case CURLE_USE_SSL_FAILED: "服务器不支持加密（STARTTLS）。请换用服务器支持的端口和加密方式，例如465端口的 tls"
        case CURLE_SSL_CONNECT_ERROR: "加密连接没有建立（\(english)）。请检查端口和加密方式是否相配（465端口一般用 tls，587、25端口用 starttls）"
        case CURLE_GOT_NOTHING, CURLE_RECV_ERROR, CURLE_SEND_ERROR: "连接中途断开。请稍后再试"
        case CURLE_TOO_MANY_REDIRECTS: "转来转去没有结果。请检查网址"
        default: "没有成功（\(english)）。请检查设置和网络"
        }
    }

    private var english: String { String(cString: curl_easy_strerror(self)) }
}
