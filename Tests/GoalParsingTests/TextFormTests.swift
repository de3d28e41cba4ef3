import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Whole files, most of them texts taken out of documents, in which neither row ends nor the ends of forms are certain.
///
/// Beside each file of `Tests/Fixtures/texts` stands what a careful reader takes from it.
@Suite struct TextFormTests {
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return files.filter { !$0.hasSuffix(".json") }.sorted()
    }()
    private static let folder = Repository.root.appending(path: "Tests/Fixtures/texts")

    @Test func thereAreFiles() {
        #expect(Self.names.count >= 16)
    }

    @Test(arguments: names)
    func isReadAsACarefulReaderDoes(name: String) throws {
        let file = Self.folder.appending(path: name)
        let right = try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("right.json"))
        let answer = try JSONDecoder().decode(CountryFormTests.Answer.self, from: right)
        let document = try SourceReader.document(Array(try Data(contentsOf: file)), path: name).value
        CountryFormTests.judge(GoalBook.reading(document, lexicon: try .ours()), answer)
    }
}
