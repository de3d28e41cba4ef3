import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Bad input is reported with place, reason and remedy, and what can be read is read.
@Suite struct BadInputTests {
    private static func reading(_ name: String) throws -> Warned<GoalBook> {
        let document = try ExtractedText.document(Repository.fixture("hostile/" + name), path: name)
        return GoalBook.reading(document.value, lexicon: try .ours())
    }

    @Test func missingAndSurplusCellsAreReported() throws {
        let reading = try Self.reading("缺格.txt")
        let book = reading.value
        #expect(
            reading.diagnostics.map(\.id) == ["amount-unreadable", "row-cells", "percent-out-of-range", "row-cells", "residue"])
        #expect(reading.diagnostics.map(\.location?.line) == [36, 77, 143, 180, 186])
        #expect(reading.diagnostics.allSatisfy { !$0.remedy.isEmpty && !$0.explanation.isEmpty })
        #expect(book.projects.map(\.indicators.count) == [6, 7])
        let short = book.projects[0].indicators[1]
        #expect([short.name, short.description, short.target.text, short.basis] == ["室温达标比例", "", "≥95%", "冬季抽查记录"])
        #expect(book.residue.map(\.text) == ["多出的一格"])
        #expect(book.projects[0].budget == nil)
        #expect(book.projects[0].raw.budget == "12..5")
        #expect(book.projects[1].plan.points.map(\.percent) == [Percent(0), Percent(50), nil, Percent(100)])
        #expect(book.projects[1].raw.plan == ["0%", "50%", "250%", "100%"])
    }

    @Test func truncatedBookKeepsWhatItHas() throws {
        let reading = try Self.reading("截断.txt")
        #expect(reading.value.projects.map(\.indicators.count) == [7, 11, 10, 8, 4])
        #expect(reading.diagnostics.map(\.id) == ["row-cells"])
    }

    @Test func longCellIsWhole() throws {
        let reading = try Self.reading("超长格.txt")
        #expect(reading.diagnostics == [])
        #expect(reading.value.projects[1].indicators[0].description.count == 10_000)
    }

    @Test func proseAloneIsNoGoalBook() throws {
        let book = try Self.reading("没有项目.txt").value
        #expect(!book.isGoalBook)
        #expect(!book.partOne.isEmpty)
    }

    @Test func titleWithoutTableIsReported() throws {
        let text = "一、总体绩效目标\n好\n第二部分\n1.修路绩效目标表\n2.修桥绩效目标表\n"
        let reading = GoalBook.reading(document(text), lexicon: try .ours())
        #expect(reading.diagnostics.filter { $0.id == "table-missing" }.map(\.location?.line) == [4, 5])
        #expect(reading.value.residue.map(\.text) == ["1.修路绩效目标表", "2.修桥绩效目标表"])
    }

    @Test func textAfterATableIsResidue() throws {
        let text = "1.修路绩效目标表\n\t项目编码\n\tA\n\n\t一级指标\n\t二级指标\n\t三级指标\n\n\t产出指标\n\t数量指标\n\t里程\n\n\n附注：另行说明\n"
        let book = GoalBook.reading(document(text), lexicon: try .ours()).value
        #expect(book.projects.first?.indicators.map(\.name) == ["里程"])
        #expect(book.residue.map(\.text) == ["附注：另行说明"])
        #expect(book.residue.first?.location?.line == 14)
    }

    private func document(_ text: String) -> SourceDocument {
        let reading = try? ExtractedText.document(Array(text.utf8), path: "甲.txt")
        return reading?.value ?? SourceDocument(path: "", format: "", encoding: "", sha256: "", blocks: [])
    }
}
