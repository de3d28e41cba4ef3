internal import Foundation

/// A folder at which another disk begins: it cannot be renamed, and so not be swapped as a whole.
package enum MountPoint {
    /// - Parameter path: absolute, without links.
    package static func isOne(_ path: String) -> Bool {
        guard let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return false }
        let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        return table.split(separator: "\n").contains { line in
            let words = line.split(separator: " ")
            return words.count > 4 && unescaped(words[4]) == path
        }
    }

    /// The kernel writes blanks and backslashes as `\040`.
    private static func unescaped(_ word: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(word.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "\\"), let code = UInt8(String(decoding: rest.prefix(3), as: UTF8.self), radix: 8) {
                bytes.append(code)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
