public import Foundation

/// Pages of a PDF as Poppler paints them.
public enum PDFPixels {
    /// The pages as grey pictures, small but large enough to show every stroke.
    ///
    /// - Throws: ``PDFText/ReaderMissing``, or what Foundation throws when the program cannot be run.
    public static func pages(of bytes: [UInt8], resolution: Int = 45) throws -> [Data] {
        let program = "/usr/bin/pdftoppm"
        guard FileManager.default.isExecutableFile(atPath: program) else { throw PDFText.ReaderMissing() }
        let folder = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "book.pdf")
        try Data(bytes).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-r", "\(resolution)", "-gray", file.path(), folder.appending(path: "page").path()]
        try process.run()
        process.waitUntilExit()
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "pgm" }.sorted { $0.path < $1.path }.map { try Data(contentsOf: $0) }
    }
}
