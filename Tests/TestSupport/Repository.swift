public import Foundation

/// The repository's own files; tests run in its top folder.
public enum Repository {
    public static let root = URL(filePath: FileManager.default.currentDirectoryPath)

    /// A file of the resources folder.
    public static func resource(_ name: String) throws -> Data {
        try Data(contentsOf: root.appending(path: "Resources").appending(path: name))
    }

    /// A file of `Tests/Fixtures`.
    public static func fixture(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: root.appending(path: "Tests/Fixtures").appending(path: path)))
    }
}
