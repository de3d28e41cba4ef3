/// A way to hand a message over.
public protocol MailTransport: Sendable {
    /// Hands one message to one recipient over and waits for the answer; may be called from any thread.
    ///
    /// - Parameters:
    ///   - message: with CRLF line ends, as ``MailMessage/bytes()`` gives it.
    ///   - from: to whom troubles are told.
    func send(_ message: [UInt8], from: String, to: String) -> MailReceipt
}

/// The fate of a message, with the server's answer in words for people.
public enum MailReceipt: Hashable, Sendable {
    /// The server has it, and answers for it from now on.
    case accepted(String)
    /// Another try may do: the server is away, busy, or asks for patience.
    case temporary(String)
    /// Another try of the same would fail alike.
    case permanent(String)

    public var isAccepted: Bool {
        if case .accepted = self { true } else { false }
    }

    /// On one line.
    public var text: String {
        switch self {
        case .accepted(let text), .temporary(let text), .permanent(let text): text
        }
    }
}
