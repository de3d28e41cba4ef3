internal import Facts
package import Foundation

/// manifest.json: what a run read and wrote. Its presence marks a folder as ours.
package struct Manifest: Encodable {
    package static let fileName = "manifest.json"
    static let currentSchema = "goalbook.manifest/1"

    let schema = Manifest.currentSchema
    let tool: String
    package var inputs: [Entry] = []
    package var outputs: [Entry] = []
    package var fonts: [Font] = []

    package struct Entry: Codable, Hashable, Sendable {
        package let path: String
        package var sha256: String

        package init(path: String, sha256: String) {
            self.path = path
            self.sha256 = sha256
        }
    }

    package struct Font: Encodable, Sendable {
        let role: String
        let family: String
        /// Of the installed font file.
        let sha256: String

        package init(role: String, family: String, sha256: String) {
            self.role = role
            self.family = family
            self.sha256 = sha256
        }
    }

    package init(tool: String) {
        self.tool = tool
    }

    package func json() throws -> Data {
        try ReadableJSON.data(self)
    }

    /// A folder with these entries is one of our results; no manifest of ours is longer than a file that is read.
    package static func marks(_ names: [String], in folder: URL) -> Bool {
        guard names.contains(fileName),
            let bytes = try? FileReader.contents(of: folder.appending(path: fileName), named: fileName)
        else { return false }
        return (try? JSONDecoder().decode(Head.self, from: Data(bytes)))?.schema.hasPrefix("goalbook.manifest/") == true
    }

    private struct Head: Decodable {
        let schema: String
    }
}
