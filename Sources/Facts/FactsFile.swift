public import Diagnostics
internal import Foundation
public import GoalModel
public import Reporting

/// facts.json read back: whole books, as they were read from their documents.
public enum FactsFile {
    /// Whether a file is to be read as facts: JSON by its first byte, and by its extension or by what it says of itself.
    public static func isOne(_ bytes: [UInt8], path: String) -> Bool {
        guard let first = bytes[JSONGuard.start(of: bytes)...].first else { return false }
        if first == UInt8(ascii: "["), path.lowercased().hasSuffix(".json") { return true }
        return first == UInt8(ascii: "{") && (path.lowercased().hasSuffix(".json") || names(FactsFile.family, bytes))
    }

    /// The books of a facts.json, or of what `goalbook facts` printed, each with what has to be said of it.
    ///
    /// A value that cannot be is left out with a diagnostic; only what is no facts file at all is an error. Books of
    /// versions that did not write places have none, and a hint says so.
    ///
    /// - Parameter path: the file as results show it.
    /// - Throws: ``FactsError`` for other JSON, and for what is damaged or hostile.
    public static func books(
        _ bytes: [UInt8], path: String
    ) throws(FactsError) -> [(book: GoalBook, diagnostics: [Diagnostic], review: RecordedReview?)] {
        let outline = try JSONGuard(bytes)
        guard outline.isObject else { throw .otherSchema(nil) }
        let json = Data(bytes[JSONGuard.start(of: bytes)...])
        guard names(family, bytes) else { throw trouble(with: json) }
        let document: FactsInput
        do {
            document = try JSONDecoder().decode(FactsInput.self, from: json)
        } catch let error as FactsError {
            throw error
        } catch let error as DecodingError {
            throw FactsError(error)
        } catch {
            throw .damaged
        }
        guard !document.books.isEmpty else { throw .noBooks }
        return document.books.map { book in
            let read = FactsBookReading.book(book, path: path)
            return (read.book, read.diagnostics, book.review)
        }
    }

    /// How the names of all our schemas of facts begin.
    private static let family = "goalbook.facts"

    private static func names(_ word: String, _ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(word.utf8)) != nil
    }

    /// Why JSON that does not name our schema is refused: it names another, none, or is no JSON at all.
    private static func trouble(with json: Data) -> FactsError {
        struct Head: Decodable {
            let schema: String
        }
        do {
            return .otherSchema(String(try JSONDecoder().decode(Head.self, from: json).schema.prefix(60)))
        } catch DecodingError.dataCorrupted {
            return .damaged
        } catch {
            return .otherSchema(nil)
        }
    }
}

extension FactsError {
    fileprivate init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .malformed(FactsError.place(context.codingPath + [key]), "没有写")
        case .valueNotFound(_, let context): self = .malformed(FactsError.place(context.codingPath), "是空的")
        case .typeMismatch(_, let context): self = .malformed(FactsError.place(context.codingPath), "的类型不对")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .malformed(FactsError.place(context.codingPath), "的内容读不出")
        case .dataCorrupted: self = .damaged
        @unknown default: self = .damaged
        }
    }

    /// `books[0].projects[2].name`.
    private static func place(_ path: [any CodingKey]) -> String {
        let parts = path.map { key in key.intValue.map { "[\($0)]" } ?? "." + key.stringValue }
        return String(parts.joined().drop { $0 == "." }.prefix(120))
    }
}
