import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Books in the wordings, layouts and slips that other towns' documents have, each with what must be read from it.
///
/// `GOALBOOK_RECORD=1` writes what is read now beside the books, and fails, so that a person looks at the difference.
@Suite struct VariantTests {
    static let folder = Repository.root.appending(path: "Tests/Fixtures/layouts")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()
    }()

    @Test(arguments: names)
    func isReadAsWrittenDown(name: String) throws {
        let bytes = Array(try Data(contentsOf: Self.folder.appending(path: name + ".txt")))
        let document = try ExtractedText.document(bytes, path: name + ".txt").value
        let dump = BookDump(GoalBook.reading(document, lexicon: try .ours())).text
        let expected = Self.folder.appending(path: name + ".expected")
        if ProcessInfo.processInfo.environment["GOALBOOK_RECORD"] != nil {
            try dump.write(to: expected, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name)")
        } else {
            let known = try String(contentsOf: expected, encoding: .utf8)
            #expect(dump == known)
        }
    }
}
