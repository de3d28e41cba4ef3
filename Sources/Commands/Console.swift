internal import Foundation
internal import Glibc

/// The terminal: results on standard output, everything else on standard error.
struct Console: Sendable {
    /// Standard error is a terminal, so that a progress line can be shown and taken away again.
    let isInteractive = isatty(STDERR_FILENO) == 1
    /// Columns of the terminal, 80 where it does not tell.
    let width: Int

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        width = max(40, environment["COLUMNS"].flatMap { Int($0) } ?? 80)
    }

    func out(_ text: String) {
        write(text + "\n", to: .standardOutput)
    }

    func out(_ data: Data) {
        try? FileHandle.standardOutput.write(contentsOf: data)
    }

    func error(_ text: String) {
        clearProgress()
        write(text + "\n", to: .standardError)
    }

    func progress(_ text: String) {
        guard isInteractive else { return }
        write("\r\u{1B}[K" + text, to: .standardError)
    }

    func clearProgress() {
        guard isInteractive else { return }
        write("\r\u{1B}[K", to: .standardError)
    }

    private func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
