import Foundation
import Testing

/// Reads a PDF back with Poppler, a reader that shares nothing with what wrote it.
enum PDFText {
    static func read(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let program = "/usr/bin/pdftotext"
        try #require(FileManager.default.isExecutableFile(atPath: program), "缺少 pdftotext，请安装 poppler-utils")
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-raw", file.path(), "-"]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
