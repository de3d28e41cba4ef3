internal import CCurl

/// Tells a monitor on the web that a run is done, by a GET.
public struct WebPing: Sendable {
    private let address: String
    /// Seconds for the whole.
    public var limit = 10

    /// - Throws: ``MailError/webAddress(_:reason:)`` for what begins with neither http:// nor https://, or has characters that an
    ///   address cannot have.
    public init(_ address: String) throws(MailError) {
        let lower = address.lowercased()
        guard lower.hasPrefix("http://") || lower.hasPrefix("https://") else {
            throw .webAddress(address, reason: "只能用 http 和 https")
        }
        guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw .webAddress(address, reason: "含有空格、中文或控制字符")
        }
        self.address = address
    }

    /// Asks for the address and waits for the answer.
    ///
    /// - Returns: why it failed, in words; `nil` when the answer was below 400.
    public func send() -> String? {
        guard var transfer = CurlTransfer() else { return "访问网址用的 libcurl 没有启动" }
        transfer.set(CURLOPT_URL, address)
        transfer.set(CURLOPT_PROTOCOLS_STR, "http,https")
        transfer.set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        transfer.set(CURLOPT_FOLLOWLOCATION, 1)
        transfer.set(CURLOPT_MAXREDIRS, 5)
        transfer.set(CURLOPT_USERAGENT, "goalbook")
        transfer.set(CURLOPT_TIMEOUT, limit)
        let outcome = transfer.perform()
        if outcome.result != CURLE_OK { return "\(outcome.result.trouble)" }
        return outcome.status >= 400 ? "服务器答复\(outcome.status)。请检查网址是否写对、是否过期" : nil
    }
}
