internal import Diagnostics

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
        let ranked = known.map { ($0, distance(word, $0)) }.min { $0.1 < $1.1 }
        if let (name, steps) = ranked, steps <= name.filter(\.isLetter).count / 3 { return name }
        return word.filter(\.isLetter).count > 1 ? known.first { $0.hasPrefix(word) } : nil
    }

    /// Letters that are added, left out, changed or swapped with their neighbour.
    private static func distance(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a), Array(b))
        var rows = [Array(0...b.count)]
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var steps = min(rows[i][j] + (a[i] == b[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { steps = min(steps, rows[i - 1][j - 1] + 1) }
                row.append(steps)
            }
            rows.append(row)
        }
        return rows[a.count][b.count]
    }
}
