internal import CSystem
internal import Foundation
internal import Text

/// The terminal: results on standard output, everything else on standard error.
struct Console: Sendable {
    /// Standard error is a terminal, so that a progress line can be shown and taken away again.
    let isInteractive: Bool
    /// Columns of the terminal: as `COLUMNS` says, else as the terminal says, else 80.
    let width: Int

    private let isQuiet: Bool
    /// People read what is told there; elsewhere a line stays a line.
    private let tellsPeople: Bool

    init(isQuiet: Bool = false) {
        self.isQuiet = isQuiet
        tellsPeople = isatty(STDERR_FILENO) == 1
        isInteractive = !isQuiet && tellsPeople
        let environment = ProcessInfo.processInfo.environment
        let columns = environment["COLUMNS"].flatMap { Int($0) } ?? Int(csystem_terminal_columns(STDOUT_FILENO))
        width = columns > 0 ? max(40, columns) : 80
    }

    /// What may not be shown does not reach the terminal, which would obey it.
    func out(_ text: String) {
        write(text.displayable + "\n", to: .standardOutput)
    }

    /// What was done well; not said when `--quiet` was written.
    func result(_ text: String) {
        if !isQuiet { out(text.withNumbersStarred) }
    }

    func out(_ data: Data) {
        try? FileHandle.standardOutput.write(contentsOf: data)
    }

    /// Personal numbers do not reach the mail that cron makes of it.
    func error(_ text: String) {
        clearProgress()
        let text = text.displayable.withNumbersStarred
        write((tellsPeople ? filled(text) : text) + "\n", to: .standardError)
    }

    /// Lines that fit stay as they are.
    private func filled(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { TerminalText.wrap(String($0), columns: width, indent: "  ") }.joined(separator: "\n")
    }

    /// What need not be known; not said when `--quiet` was written.
    func note(_ text: String) {
        if !isQuiet { error(text) }
    }

    func progress(_ text: String) {
        guard isInteractive else { return }
        write("\r\u{1B}[K" + text.oneLine, to: .standardError)
    }

    func clearProgress() {
        progress("")
    }

    private func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
