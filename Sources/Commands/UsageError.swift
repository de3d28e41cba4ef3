internal import Diagnostics
internal import Text

/// A command line that cannot be understood.
struct UsageError: ExplainedError {
    let message: String
    /// The command whose help is of use, where it is another than the one that was called.
    let topic: String?

    var exitCode: ExitCode { .usage }

    init(_ message: String, topic: String? = nil) {
        self.message = message
        self.topic = topic
    }

    /// A word that is none of `known`, with the nearest as a proposal.
    static func unknown(_ message: String, _ word: String, among known: [String]) -> UsageError {
        UsageError(message + (nearest(to: word, among: known).map { "，想写的可能是 \($0)" } ?? ""))
    }

    /// A value that an option or command does not take.
    static func value(_ message: String, _ word: String, among known: [String]) -> UsageError {
        UsageError(unknown(message, word, among: known).message + "；可以写 " + known.joined(separator: "、"))
    }

    /// The one of `known` that `word` was probably meant to be.
    static func nearest(to word: String, among known: [String]) -> String? {
        let word = word.lowercased()
        let ranked = known.map { ($0, word.editDistance(to: $0)) }.min { $0.1 < $1.1 }
        if let (name, steps) = ranked, steps <= name.filter(\.isLetter).count / 3 { return name }
        return word.filter(\.isLetter).count > 1 ? known.first { $0.hasPrefix(word) } : nil
    }
}
