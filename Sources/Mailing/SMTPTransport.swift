internal import CCurl
internal import Text

/// Sends by SMTP, with TLS unless the server is told to have none.
public struct SMTPTransport: MailTransport {
    /// How the connection is secured.
    public enum Security: String, Sendable, CaseIterable {
        /// Begins in the clear, and ends where the server cannot go on encrypted (usual on ports 587 and 25).
        case starttls
        /// Encrypted from the first byte (usual on port 465).
        case tls
        /// In the clear; no password is sent then.
        case none
    }

    private let server: Server
    /// Seconds for the connection, and for the whole.
    public var connectionLimit = 20
    public var limit = 120

    private struct Server: Sendable {
        let host: String
        let port: Int
        let security: Security
        let user: String?
        let password: String?
        /// Certificates to trust in place of the system's.
        let authorities: String?

        var name: String { "\(host):\(port)" }

        var address: String {
            "\(security == .tls ? "smtps" : "smtp")://\(host.contains(":") ? "[\(host)]" : host):\(port)"
        }
    }

    /// - Parameters:
    ///   - port: without one, 587 for STARTTLS, 465 for TLS, 25 for none.
    ///   - authorities: path of a PEM file with the certificates to trust, for a server that signed its own.
    /// - Throws: ``MailError/server(_:)`` when a password would have to be sent in the clear, and for names that are none.
    public init(
        host: String, port: Int? = nil, security: Security = .starttls, user: String? = nil, password: String? = nil,
        authorities: String? = nil
    ) throws(MailError) {
        let isAddress = host.contains(":") && host.utf8.allSatisfy { $0.isHexDigit || ":.".utf8.contains($0) }
        guard Mailbox.isHost(host) || isAddress else {
            throw .server("邮件服务器的主机名\(host.quotable.quoted)不能用。请写成 smtp.example.com 这样的名称或IP地址。")
        }
        guard port.map((1...65_535).contains) ?? true else { throw .server("邮件服务器的端口\(port ?? 0)不能用。请写1到65535之间的数。") }
        if security == .none, password != nil || user != nil {
            throw .server("没有加密的连接上不发送用户名和密码。请把加密方式改为 starttls 或 tls；服务器不要求登录的，请去掉用户名和密码。")
        }
        if password != nil, user?.isEmpty ?? true { throw .server("写了邮件服务器的密码，没有写用户名。请补上用户名。") }
        if user?.utf8.contains(where: { $0 < 0x20 }) == true || password?.utf8.contains(where: { $0 < 0x20 }) == true {
            throw .server("邮件服务器的用户名或密码中有换行或控制字符。请检查密码文件，密码应只有一行。")
        }
        let usual =
            switch security {
            case .starttls: 587
            case .tls: 465
            case .none: 25
            }
        server = Server(
            host: host, port: port ?? usual, security: security, user: user, password: password, authorities: authorities)
    }

    public func send(_ message: [UInt8], from: String, to: String) -> MailReceipt {
        let addresses = [from, to]
        for address in addresses {
            do throws(MailError) { _ = try Mailbox(address: address) } catch { return .permanent("\(error)") }
        }
        guard var transfer = CurlTransfer(upload: message) else { return .temporary("发信用的 libcurl 没有启动，请稍后再试") }
        transfer.set(CURLOPT_URL, server.address)
        transfer.set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // Proxies of the environment are for the web.
        transfer.set(CURLOPT_NOPROXY, "*")
        if server.security == .starttls { transfer.requireTLS() }
        transfer.set(CURLOPT_SSLVERSION, Int(CURL_SSLVERSION_TLSv1_2))
        if let authorities = server.authorities { transfer.set(CURLOPT_CAINFO, authorities) }
        if let user = server.user { transfer.set(CURLOPT_USERNAME, user) }
        if let password = server.password { transfer.set(CURLOPT_PASSWORD, password) }
        transfer.set(CURLOPT_MAIL_FROM, "<\(from)>")
        transfer.setRecipient("<\(to)>")
        transfer.set(CURLOPT_UPLOAD, 1)
        transfer.set(CURLOPT_INFILESIZE, message.count)
        transfer.set(CURLOPT_CONNECTTIMEOUT, connectionLimit)
        transfer.set(CURLOPT_TIMEOUT, limit)
        // Also for the good-bye, which comes after the time for the whole is counted.
        transfer.set(CURLOPT_SERVER_RESPONSE_TIMEOUT, min(limit, 60))
        return receipt(transfer.perform())
    }

    private func receipt(_ outcome: CurlTransfer.Outcome) -> MailReceipt {
        let said = "邮件服务器 \(server.name) 答复：\(outcome.reply)"
        if outcome.result == CURLE_OK { return .accepted(said) }
        // Only where the server's word is what ended it; a line that broke after an earlier refusal may do better next time.
        let isAnswered = [CURLE_SEND_ERROR, CURLE_WEIRD_SERVER_REPLY, CURLE_REMOTE_ACCESS_DENIED].contains(outcome.result)
        if outcome.result == CURLE_LOGIN_DENIED {
            // Nothing is wrong with the mail: it goes out once the password is right.
            return .temporary("邮件服务器 \(server.name) 不接受用户名和密码（\(outcome.reply)）。请检查；QQ邮箱等要用授权码，不是登录密码")
        }
        if isAnswered {
            if (400..<500).contains(outcome.status) { return .temporary(said) }
            if (500..<600).contains(outcome.status) { return .permanent(said) }
        }
        return .temporary("邮件服务器 \(server.name) \(outcome.result.trouble)")
    }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        self.isDigit || (65...70).contains(self) || (97...102).contains(self)
    }
}
