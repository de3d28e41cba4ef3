internal import Diagnostics
public import Foundation
public import GoalModel
internal import GoalParsing
internal import SourceFiles

/// The books that are tried: `samples/` always, and the folder that `GOALBOOK_CORPUS` names where it is set.
///
/// The answers for a folder of books stand in a folder `facts` beside it, those for the samples among the fixtures.
public struct Corpus: Sendable, CustomStringConvertible {
    public let books: URL
    public let answers: URL
    public let description: String

    public static let all: [Corpus] = {
        var corpora = [
            Corpus(
                books: Repository.root.appending(path: "samples"),
                answers: Repository.root.appending(path: "Tests/Fixtures/facts"),
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

    /// The books that costly tests try: both folders in `make check`, else the verbatim books, or the samples without them.
    public static let costly = Cases.areAll ? all : all.suffix(1)

    /// The five towns whose facts are known.
    public static let towns = ["泉坊镇", "欢喜庄乡", "巨鹿镇", "清风店镇", "亮甲店镇"]

    public func bytes(of town: String) throws -> [UInt8] {
        Array(try Data(contentsOf: books.appending(path: town + ".txt")))
    }

    public func answer(for town: String) throws -> Data {
        try Data(contentsOf: answers.appending(path: town + ".json"))
    }

    /// The town's book as the program reads it.
    public func book(of town: String) throws -> GoalBook {
        GoalBook.reading(try ExtractedText.document(bytes(of: town), path: town + ".txt").value, lexicon: try .ours()).value
    }
}
