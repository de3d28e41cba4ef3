public import Diagnostics

/// How an unattended run ended, in the words that it has for it.
public struct NightlyOutcome: Sendable {
    /// Empty when there was no run.
    public var run = ""
    public var end = ExitCode.done
    /// Whether readers see something new.
    public var isPublished = false
    public var towns = 0
    /// How many towns were made anew.
    public var rebuilt = 0
    public var mailsSent = 0
    /// Why each town was made anew or not.
    public var reasons: [String] = []
    /// Towns that are no longer there.
    public var dropped: [String] = []
    public var failures: [InputFailure] = [] {
        didSet { if !failures.isEmpty, end == .done { end = .someFailed } }
    }
    /// What is wrong besides failures, in words.
    public var lines: [String] = []

    /// What is to be put right, a line each.
    var problems: [String] {
        let nothing = end == .nothingReadable ? ["没有可以读取的目标书。请把目标书放进输入文件夹。原有结果没有改动"] : []
        return failures.map { "\($0.title)：\($0.reason)" } + lines + nothing
    }

    /// Nothing could be done.
    static func refused(_ message: String) -> NightlyOutcome {
        NightlyOutcome(end: .publishing, lines: [message])
    }

    /// - Parameter words: what is asked for in vain, a line for each recipient.
    mutating func take(unknownTowns words: [String]) {
        lines += words
        if !words.isEmpty, end == .done { end = .mail }
    }

    mutating func take(_ mails: MailOutcome) {
        mailsSent = mails.sent
        lines += mails.troubles
        // Towns that failed are the greater trouble.
        if !mails.troubles.isEmpty, end == .done { end = .mail }
    }

    /// Failures in at most `limit` lines; empty when all is well.
    public func report(limit: Int = 20) -> [String] {
        let all = problems.enumerated().map { $0 < failures.count ? "失败：\($1)" : $1 }
        guard all.count > limit else { return all }
        return all.prefix(limit - 1) + ["……另有\(all.count - limit + 1)项，运行 goalbook status 查看全部"]
    }
}
