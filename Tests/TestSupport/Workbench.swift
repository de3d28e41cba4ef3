public import Foundation

/// A folder of its own for one test.
public struct Workbench: ~Copyable {
    public let folder: URL

    public init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "goalbook-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    public func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    public func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    public func write(_ bytes: [UInt8], to name: String) throws {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Relative paths and contents of all files below a folder.
    public func files(below name: String) throws -> [String: Data] {
        let root = folder.appending(path: name)
        var files: [String: Data] = [:]
        for path in FileManager.default.subpaths(atPath: root.path(percentEncoded: false)) ?? [] {
            let url = root.appending(path: path)
            if let data = try? Data(contentsOf: url) { files[path] = data }
        }
        return files
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}
