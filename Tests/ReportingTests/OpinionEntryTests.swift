import Diagnostics
import GoalModel
import Linting
import TestSupport
import Testing

@testable import Reporting

@Suite
struct OpinionEntryTests {
    private var book: GoalBook {
        SampleBooks.book([SampleBooks.project(1, "甲", fen: 100), SampleBooks.project(2, "乙", fen: 100)])
    }

    private func reply(_ fingerprint: String, _ note: String, year: Int?) -> FindingReply {
        FindingReply(fingerprint: fingerprint, year: year, status: .toChange, note: note, person: "", place: "")
    }

    @Test("What the reviewer writes is found again by its place, for the book's year only")
    func written() throws {
        var report = SampleFindings.report(book)
        let entries = report.opinionEntries
        #expect(entries.map(\.kind) == [.overall, .demands, .grade, .projectGrade(1), .projectGrade(2)])
        #expect(Set(entries.map(\.fingerprint)).count == 5 && entries.allSatisfy { $0.fingerprint.count == 16 && $0.text == nil })
        report.answers = [
            reply(entries[0].fingerprint, "写得较好", year: report.book.fiscalYear), reply(entries[3].fingerprint, "良", year: nil),
            reply(entries[2].fingerprint, "差", year: 1999),
        ]
        #expect(report.opinionEntries.map(\.text) == ["写得较好", nil, nil, "良", nil])
        #expect(OpinionEntry.boxes("良") == "□ 优　☑ 良　□ 中　□ 差" && OpinionEntry.boxes(nil) == "□ 优　□ 良　□ 中　□ 差")
        #expect(OpinionEntry.boxes("缓议") == "缓议")
    }

    @Test("What is to be completed is proposed from the errors, by rule")
    func demands() {
        let findings = [
            SampleFindings.finding("I03", "缺数字", .error, project: 2), SampleFindings.finding("I03", "缺数字", .error, project: 1),
            SampleFindings.finding("I07", "方向反", .warning, project: 1),
        ]
        #expect(SampleFindings.report(book, findings).demands == "1.给只有单位的指标填上数字（项目1、2）。")
        #expect(SampleFindings.report(book).demands == "程序检查没有发现必须改正的问题。")
    }
}
