import Diagnostics
import Facts
import Foundation
import GoalModel
import Linting
import Reporting
import TestSupport
import Testing

/// What facts.json holds is the whole book: read back, it is equal field by field.
@Suite struct FactsFileTests {
    @Test func booksReturnWhole() throws {
        let reports = try SampleReports.all.get()
        let read = try FactsFile.books(Array(try FactsFile.json(reports)), path: "facts.json")
        #expect(read.count == reports.count)
        for (before, after) in zip(reports, read) {
            #expect(after.book == before.book)
            #expect(after.diagnostics == before.diagnostics)
        }
    }

    /// What a diagnostic has told to be missing is known to whoever reads the file, and draws no finding then either.
    @Test func gapsReturn() throws {
        let engine = try Reviewer {
            try Data(contentsOf: SampleReports.root.appending(path: "Resources").appending(path: $0))
        }
        var book = try #require(try SampleReports.all.get().first).book
        book.projects[0].indicators = []
        let gaps: [Set<Project.Gap>] = [[.indicators], [.field(.budget), .plan, .cell(.target)]]
        for (index, gaps) in gaps.enumerated() { book.projects[index].gaps = gaps }
        let report = engine.report(book, [])
        #expect(report.quality.score == nil && !report.findings.contains { $0.code == "I26" })
        let bytes = Array(try FactsFile.json([report]))
        let read = try #require(try FactsFile.books(bytes, path: "facts.json").first)
        #expect(read.book == book)
        #expect(engine.report(read.book, []).findings == report.findings)
        let town = try #require(try FactsFile.towns(bytes, engine)?.first).town(folder: "甲镇")
        #expect(town.row.score == nil && town.row.projects == book.projects.count)
    }

    /// 测算核对 stands in facts.json as in the report.
    @Test func estimates() throws {
        var count = 0
        for report in try SampleReports.all.get() {
            let json = try JSONSerialization.jsonObject(with: try FactsFile.json([report])) as? [String: Any]
            let book = try #require((json?["books"] as? [[String: Any]])?.first)
            let written = try #require(book["estimates"] as? [[String: Any]])
            count += written.count
            #expect(written.count == report.estimates.count)
            for (estimate, object) in zip(report.estimates, written) {
                #expect(Set(object.keys) == ["project", "text", "estimateFen", "ratio", "agrees"])
                #expect(object["project"] as? Int == estimate.project)
                #expect(object["text"] as? String == estimate.text)
                #expect(object["estimateFen"] as? Int64 == estimate.estimateFen)
                #expect(object["agrees"] as? Bool == estimate.agrees)
                let ratio = try #require(object["ratio"] as? Double)
                let exact = Double(estimate.estimateFen ?? 0) / Double(estimate.budget.fen)
                #expect(abs(ratio * 10_000 - (exact * 10_000).rounded()) < 0.000_1)
            }
        }
        #expect(count >= 24)
    }

    /// Places in sheets, under headings, in several files, and none at all.
    @Test func everyKindOfPlaceReturns() throws {
        let engine = try Reviewer { try Repository.resource($0) }
        var random = SplitMix64(seed: 20_260_302)
        for report in try SampleReports.all.get() {
            var book = report.book
            for index in book.projects.indices {
                for field in book.projects[index].places.keys { book.projects[index].places[field] = Self.place(&random) }
                for row in book.projects[index].indicators.indices {
                    for field in Indicator.Field.allCases {
                        book.projects[index].indicators[row].places[field] = Self.place(&random)
                    }
                }
            }
            for index in book.residue.indices { book.residue[index].location = Self.place(&random) }
            for index in book.subGoals.indices { book.subGoals[index].location = Self.place(&random) }
            for index in book.partOne.indices { book.partOne[index].heading.location = Self.place(&random) }
            for index in book.statements.indices { book.statements[index].location = Self.place(&random) }
            let notes = (0..<5).map { Diagnostic(.warning, id: "note-\($0)", at: Self.place(&random), "说明\($0)") }
            let read = try FactsFile.books(Array(try FactsFile.json([engine.report(book, notes)])), path: "facts.json")
            #expect(read.count == 1 && read[0].book == book)
            #expect(read.first?.diagnostics == notes)
        }
    }

    /// The places are a fraction of the whole.
    @Test func placesAreCompact() throws {
        for report in try SampleReports.all.get() {
            let data = try FactsFile.json([report])
            let document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            let book = try #require(document["books"] as? [[String: Any]]).first
            let places = try JSONSerialization.data(withJSONObject: try #require(book?["places"]))
            #expect(places.count * 4 < data.count - places.count)
        }
    }

    private static func place(_ random: inout SplitMix64) -> Location? {
        func number() -> Int? { Bool.random(using: &random) ? Int.random(in: 1...100_000, using: &random) : nil }
        let name = ["甲.docx", "乙 表,1.xlsx", "a - b.txt"].randomElement(using: &random) ?? ""
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return nil
        case 1: return Location(file: name, line: number(), table: number(), row: number(), cell: number())
        case 2:
            let sheet = ["项目", "", "指标, 二"].randomElement(using: &random)
            return Location(file: name, table: number(), row: number(), cell: number(), sheet: sheet)
        default: return Location(file: name, table: number(), row: number(), cell: number(), heading: "1.道路“修建”绩效目标表")
        }
    }
}
