internal import Foundation
internal import Text

/// The SHA-256 of a font file, remembered in the cache as long as the file stays the same.
struct FileDigest {
    let store: FontStore

    /// - Returns: lower-case hexadecimal digits, or `nil` when the file cannot be read.
    func digest(of path: String) -> String? {
        guard let state = FileDigest.state(of: path) else { return nil }
        let note = "digests/" + String(sha256(path.utf8).prefix(24))
        if let known = store.find(note), let text = try? String(contentsOfFile: known, encoding: .utf8) {
            let lines = text.utf8.split(separator: UInt8(ascii: "\n")).map(String.init)
            if lines.count == 3, lines[0] == path, lines[1] == state, let digest = lines[2], digest.utf8.count == 64 {
                return digest
            }
        }
        guard let bytes = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else { return nil }
        let digest = sha256(bytes)
        _ = store.add(Data("\(path)\n\(state)\n\(digest)\n".utf8), at: note)
        return digest
    }

    /// Changes whenever the file does.
    private static func state(of path: String) -> String? {
        var info = stat()
        guard stat(path, &info) == 0 else { return nil }
        let (written, changed) = (info.st_mtim, info.st_ctim)
        return "\(info.st_size) \(info.st_ino) \(written.tv_sec).\(written.tv_nsec) \(changed.tv_sec).\(changed.tv_nsec)"
    }
}
