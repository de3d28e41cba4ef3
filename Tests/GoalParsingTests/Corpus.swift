import Foundation

/// The books that are tried: `samples/` always, and the folder that `GOALBOOK_CORPUS` names where it is set.
///
/// The answers for a folder of books stand in a folder `facts` beside it, those for the samples among the fixtures.
struct Corpus: Sendable, CustomStringConvertible {
    let books: URL
    let answers: URL
    let description: String

    static let all: [Corpus] = {
        let root = URL(filePath: FileManager.default.currentDirectoryPath)
        var corpora = [
            Corpus(
                books: root.appending(path: "samples"), answers: root.appending(path: "Tests/Fixtures/facts"),
                description: "samples")
        ]
        if let folder = ProcessInfo.processInfo.environment["GOALBOOK_CORPUS"] {
            let books = URL(filePath: folder)
            corpora.append(
                Corpus(books: books, answers: books.deletingLastPathComponent().appending(path: "facts"), description: "corpus"))
        } else {
            print("GOALBOOK_CORPUS is not set: the verbatim books are not tried, only samples/")
        }
        return corpora
    }()

    static let towns = ["泉坊镇", "欢喜庄乡", "巨鹿镇", "清风店镇", "亮甲店镇"]

    func bytes(of town: String) throws -> [UInt8] {
        Array(try Data(contentsOf: books.appending(path: town + ".txt")))
    }

    func answer(for town: String) throws -> ExpectedBook {
        try JSONDecoder().decode(ExpectedBook.self, from: Data(contentsOf: answers.appending(path: town + ".json")))
    }
}
