internal import Facts
package import Foundation
package import Reporting

/// 审核答复.json in a folder of results: the one place where answers are kept; there is none while nobody has answered.
package struct AnswerFile: Codable {
    package static let fileName = "审核答复.json"
    private static let currentSchema = "goalbook.answers/1"

    private let schema: String
    private let answers: [Answer]

    private struct Answer: Codable {
        let town: String?
        let fingerprint: String
        let formerly: [String]?
        let year: Int?
        let status: FindingReply.Status
        let note: String
        let person: String
        let earlier: [FindingReply.Words]?
    }

    package init(_ replies: [FindingReply]) {
        schema = Self.currentSchema
        answers = replies.sorted(by: Self.isBefore).map { reply in
            Answer(
                town: reply.town, fingerprint: reply.fingerprint, formerly: reply.formerly.isEmpty ? nil : reply.formerly,
                year: reply.year, status: reply.status, note: reply.note, person: reply.person,
                earlier: reply.earlier.isEmpty ? nil : reply.earlier)
        }
    }

    /// - Throws: `DecodingError` for bytes that are no such file.
    package init(json: Data) throws {
        guard let text = String(validating: json, as: UTF8.self) else { throw CocoaError(.fileReadCorruptFile) }
        self = try JSONDecoder().decode(AnswerFile.self, from: Data(text.utf8))
        guard schema == Self.currentSchema else { throw CocoaError(.fileReadCorruptFile) }
    }

    private static func isBefore(_ a: FindingReply, _ b: FindingReply) -> Bool {
        (a.town ?? "", a.fingerprint, a.year ?? 0) < (b.town ?? "", b.fingerprint, b.year ?? 0)
    }

    package var replies: [FindingReply] {
        answers.map { answer in
            var reply = FindingReply(
                fingerprint: answer.fingerprint, year: answer.year, status: answer.status, note: answer.note,
                person: answer.person, place: "")
            (reply.town, reply.formerly, reply.earlier) = (answer.town, answer.formerly ?? [], answer.earlier ?? [])
            return reply
        }
    }

    package func json() throws -> Data { try ReadableJSON.data(self) }
}
