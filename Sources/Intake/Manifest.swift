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
    /// How many answers stand in 审核答复.json; without it the results are older than that file, and answers stand on the sheets.
    package var answers = 0

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

    /// A folder with these entries is one of our results.
    package static func marks(_ names: [String], in folder: URL) -> Bool {
        guard names.contains(fileName), let data = data(in: folder) else { return false }
        return (try? JSONDecoder().decode(Head.self, from: data))?.schema.hasPrefix("goalbook.manifest/") == true
    }

    /// What stands in a folder's manifest.json; none of ours is longer than a file that is read.
    static func data(in folder: URL) -> Data? {
        (try? FileReader.contents(of: folder.appending(path: fileName), named: fileName)).map { Data($0) }
    }

    private struct Head: Decodable {
        let schema: String
    }

    /// What a later run wants to know of earlier results.
    struct Record: Decodable {
        let outputs: [Entry]
        let answers: Int?
    }
}
