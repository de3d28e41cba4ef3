import Foundation

/// Reads a PDF back with Poppler, a reader that shares nothing with what wrote it.
public enum PDFText {
    public struct ReaderMissing: Error, CustomStringConvertible {
        public var description: String { "缺少 pdftotext，请安装 poppler-utils" }
    }

    /// How a reader puts the text in order.
    public enum Order: String, Sendable, CaseIterable {
        /// As it was drawn.
        case drawn = "-raw"
        /// By its place on the page, as Poppler does when it is not told otherwise.
        case placed = "-nopgbrk"
    }

    /// The text of all pages.
    ///
    /// - Throws: ``ReaderMissing``, or what Foundation throws when the program cannot be run.
    /// - Parameter typeAreaOnly: leaves running heads and page numbers out, which stand between the halves of a paragraph.
    public static func read(_ bytes: [UInt8], order: Order = .drawn, typeAreaOnly: Bool = false) throws -> String {
        let program = "/usr/bin/pdftotext"
        guard FileManager.default.isExecutableFile(atPath: program) else { throw ReaderMissing() }
        let file = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments =
            [order.rawValue] + (typeAreaOnly ? ["-x", "0", "-y", "100", "-W", "596", "-H", "650"] : []) + [file.path(), "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
