internal import Facts
internal import Foundation
internal import Outputs
internal import Print

/// manifest.json: what a run read and wrote. Its presence marks a folder as ours.
struct Manifest: Encodable {
    static let fileName = "manifest.json"
    static let currentSchema = "goalbook.manifest/1"

    let schema = Manifest.currentSchema
    let tool: String
    var inputs: [Entry] = []
    var outputs: [Entry] = []
    var fonts: [Font] = []

    struct Entry: Encodable, Hashable, Sendable {
        let path: String
        var sha256: String
    }

    struct Font: Encodable, Sendable {
        let role: String
        let family: String
        /// Of the installed font file.
        let sha256: String

        init(_ use: ReadyFonts.Use) {
            role = use.role
            family = use.family ?? ""
            sha256 = use.sha256 ?? ""
        }
    }

    init(tool: String) {
        self.tool = tool
    }

    func json() throws -> Data {
        try ReadableJSON.data(self)
    }

    /// A folder with these entries is one of our results.
    static func marks(_ names: [String], in folder: URL) -> Bool {
        guard names.contains(fileName), let data = try? Data(contentsOf: folder.appending(path: fileName)) else { return false }
        return (try? JSONDecoder().decode(Head.self, from: data))?.schema.hasPrefix("goalbook.manifest/") == true
    }

    private struct Head: Decodable {
        let schema: String
    }
}
