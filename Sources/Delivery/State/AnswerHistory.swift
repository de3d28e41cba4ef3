internal import Foundation
internal import Reporting

/// What the state remembers of answers.
struct AnswerHistory {
    /// The last one to each finding, with what was answered before it.
    var answers: [FindingReply] = []
    /// SHA-256 of the sheets that were laid aside.
    var laidAside: Set<String> = []
}

extension Database {
    func history() throws(StateError) -> AnswerHistory {
        let tables = try query("SELECT 1 FROM sqlite_schema WHERE name IN ('answers', 'sheets')") { $0.integer(0) }
        guard tables.count == 2 else { return AnswerHistory() }
        return AnswerHistory(answers: try answers(), laidAside: Set(try query("SELECT sha256 FROM sheets") { $0.text(0) }))
    }

    func note(laidAside sheets: Set<String>) throws(StateError) {
        for sheet in sheets.sorted() { try run("INSERT OR IGNORE INTO sheets VALUES (?)", .text(sheet)) }
    }

    private func answers() throws(StateError) -> [FindingReply] {
        var found: [FindingReply] = []
        var places: [FindingReply.Key: Int] = [:]
        let rows = try query("SELECT town, fingerprint, year, status, note, person FROM answers ORDER BY rowid") { row in
            var reply = FindingReply(
                fingerprint: row.text(1), year: row.optionalInteger(2),
                status: FindingReply.Status(rawValue: row.text(3)) ?? .toChange, note: row.text(4), person: row.text(5), place: ""
            )
            reply.town = row.text(0)
            return reply
        }
        for reply in rows {
            if let place = places[reply.key] {
                found[place].earlier.append(found[place].words)
                found[place].words = reply.words
            } else {
                places[reply.key] = found.count
                found.append(reply)
            }
        }
        return found
    }

    /// Notes the answers that were not known yet.
    func note(_ answers: [FindingReply], of run: String, at now: Date) throws(StateError) {
        let known = Dictionary(try self.answers().map { ($0.key, $0) }) { first, _ in first }
        try transaction { () throws(StateError) in
            for reply in answers {
                let before = known[reply.key]
                let news = before.map { $0.words == reply.words ? [] : [reply.words] } ?? reply.earlier + [reply.words]
                for words in news {
                    try self.run(
                        "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?, ?, ?)", .text(reply.town ?? ""), .text(reply.fingerprint),
                        SQLValue(reply.year), .text(words.status.rawValue), .text(words.note), .text(words.person), .text(run),
                        SQLValue(now))
                }
            }
        }
    }
}
