import Foundation

/// The project's own files, as a reader of the repository sees them.
enum SourceTree {
    static let root = URL(filePath: FileManager.default.currentDirectoryPath)
    static let sources = root.appending(path: "Sources")
    static let tests = root.appending(path: "Tests")

    struct File {
        /// Relative to the top.
        let path: String
        let text: String

        var module: String {
            String(path.split(separator: "/").dropFirst().first ?? "")
        }

        /// The folder inside the module; the file's name for one that stands in none.
        var folder: String {
            String(path.split(separator: "/").dropFirst(2).first ?? "")
        }

        var lineCount: Int { text.count { $0 == "\n" } }

        /// Without comment lines.
        var code: String {
            text.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }.joined(separator: "\n")
        }

        var imports: [String] {
            code.split(separator: "\n").compactMap { line in
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), index <= 2, index + 1 < words.count else { return nil }
                return String(words[index + 1])
            }
        }
    }

    static func swiftFiles(below folder: URL) throws -> [File] {
        guard let all = FileManager.default.enumerator(atPath: folder.path(percentEncoded: false)) else { return [] }
        var files: [File] = []
        for case let path as String in all where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
            files.append(File(path: folder.lastPathComponent + "/" + path, text: text))
        }
        return files
    }
}
