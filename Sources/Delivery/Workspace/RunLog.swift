internal import Foundation
internal import Text

/// `state/log/<month>.jsonl`: what runs did, one line of JSON for each event, each with the run's id.
struct RunLog: Sendable {
    private let folder: URL
    private let run: String

    init(_ workspace: Workspace, run: String) {
        folder = workspace.logFolder
        self.run = run
    }

    enum Level: String, Sendable {
        case info, warning, error
    }

    /// Adds a line; a log that cannot be written stops nothing.
    func write(_ level: Level, _ event: String, _ details: [String: String] = [:], at now: Date = Date()) {
        var line = details.mapValues(\.withNumbersStarred)
        line["time"] = now.formatted(.iso8601)
        line["run"] = run
        line["level"] = level.rawValue
        line["event"] = event
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var bytes = try? encoder.encode(line) else { return }
        bytes.append(UInt8(ascii: "\n"))
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appending(path: LocalTime(now).monthName + ".jsonl").path(percentEncoded: false)
        let descriptor = open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        // One write for a line, so that lines of two programs never mix.
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }

    /// Removes the logs of all but the newest months.
    func prune(keeping months: Int) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        let logs = names.filter { $0.wholeMatch(of: /\d{4}-\d{2}\.jsonl/) != nil }.sorted()
        for name in logs.dropLast(max(1, months)) { try? FileManager.default.removeItem(at: folder.appending(path: name)) }
    }
}
