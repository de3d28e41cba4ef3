import Foundation
import Reporting
import Testing

@testable import Intake

/// Who has the last word where answers stand in several places.
@Suite struct AnswersTests {
    private func reply(_ status: FindingReply.Status, _ note: String = "", person: String = "") -> FindingReply {
        var reply = FindingReply(
            fingerprint: "00000000000000aa", year: 2026, status: status, note: note, person: person, place: "")
        reply.town = "甲"
        return reply
    }

    @Test func theNewestSheetHasTheLastWord() {
        var answers = Answers()
        answers.write(reply(.toChange))
        #expect(answers.all.isEmpty)
        answers.write(reply(.kept, "甲"))
        answers.write(reply(.returned, "乙"))
        #expect(answers.all.map(\.words) == [reply(.returned, "乙").words])
        #expect(answers.all[0].earlier == [reply(.kept, "甲").words])
        // Taken back; the past stays.
        answers.write(reply(.toChange))
        #expect(answers.all[0].words == .none && answers.all[0].earlier.count == 2)
    }

    @Test func whatWasReadBeforeIsNoNews() {
        var answers = Answers([reply(.kept, "甲")])
        answers.offer(reply(.toChange))
        answers.write(reply(.returned, "乙"))
        answers.offer(reply(.kept, "甲"))
        #expect(answers.all[0].words == reply(.returned, "乙").words)
        // Another's new answer does not beat the sheet, but is not lost either.
        answers.offer(reply(.changed, "丙"))
        #expect(answers.all[0].words == reply(.returned, "乙").words)
        #expect(answers.all[0].earlier.contains(reply(.changed, "丙").words))
        answers.offer(reply(.changed, "戊"), isLast: true)
        #expect(answers.all[0].words == reply(.changed, "戊").words)
        var later = Answers(answers.all.map { AnswerFile([$0]).replies[0] })
        later.offer(reply(.changed, "丁"))
        #expect(later.all[0].words == reply(.changed, "丁").words)
    }

    @Test func ofTwoFoldersTheNewerCounts() {
        var (old, new) = (reply(.kept, "甲"), reply(.returned, "乙"))
        new.earlier = [old.words]
        var answers = Answers([new])
        answers.restore(old)
        #expect(answers.all.map(\.words) == [new.words])
        answers = Answers([old])
        answers.restore(new)
        #expect(answers.all == [new])
        old.note = "丙"
        answers.restore(old)
        #expect(answers.all[0].words == old.words && answers.all[0].earlier.contains(new.words))
    }

    @Test func theFileGivesBackWhatItTook() throws {
        var one = reply(.kept, "按上级口径", person: "王")
        (one.formerly, one.earlier) = (["00000000000000bb"], [reply(.returned, "先前").words])
        let read = try AnswerFile(json: AnswerFile([one]).json()).replies
        #expect(read == [one])
        for bytes in ["", "{}", "{\"schema\":\"goalbook.facts/1\",\"answers\":[]}", "\u{FF}"] {
            #expect(throws: (any Error).self) { try AnswerFile(json: Data(bytes.utf8)) }
        }
    }

    @Test func townsOfOneNameKeepTheirOwn() {
        var other = reply(.kept, "乙县的")
        other.town = "139902-706001-甲镇-2026"
        let answers = Answers([other])
        #expect(answers.may(beOf: "139901-706001-甲镇-2026", among: []).isEmpty)
        // A corrected code makes another folder of the same town.
        #expect(answers.may(beOf: "139902-706002-甲镇-2026", among: []).count == 1)
        #expect(answers.may(beOf: "139902-706002-甲镇-2026", among: [other.town ?? ""]).isEmpty)
    }
}
