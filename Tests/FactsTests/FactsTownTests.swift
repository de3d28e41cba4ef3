import Aggregation
import Diagnostics
import Facts
import Foundation
import GoalModel
import Linting
import Pages
import Reporting
import Tables
import TestSupport
import Testing

@testable import Facts

/// The quick reader of facts.json beside the full one and beside another JSON reader.
@Suite struct FactsTownTests {
    private func bytes(_ reports: [Report]) throws -> [UInt8] { Array(try FactsFile.json(reports)) }

    /// The program's own, and one that knows the kinds of the made-up books.
    private static let engine = Result { try engine { _ in nil } }
    private static let sampleEngine = Result {
        try engine { file in
            guard file == "project-kinds.json5" else { return nil }
            let kinds = SampleBooks.kinds.kinds.map { ["title": $0.title, "words": $0.words] as [String: Any] }
            return try JSONSerialization.data(withJSONObject: ["kinds": kinds, "other": SampleBooks.kinds.other])
        }
    }

    private static func engine(_ other: (String) throws -> Data?) throws -> Reviewer {
        try Reviewer { try other($0) ?? Data(contentsOf: SampleReports.root.appending(path: "Resources").appending(path: $0)) }
    }

    private func towns(_ bytes: [UInt8], _ engine: Result<Reviewer, any Error> = sampleEngine) throws -> [FactsTown]? {
        try FactsFile.towns(bytes, try engine.get())
    }

    private func county(_ towns: [CountyReport.Town]) -> CountyReport { CountyReport(towns: towns, failures: []) }

    /// The towns of a file by the quick reader.
    private func skimmed(
        _ bytes: [UInt8], _ engine: Result<Reviewer, any Error> = sampleEngine
    ) throws -> [CountyReport.Town] {
        try #require(try towns(bytes, engine)).enumerated().map { $1.town(folder: "镇\($0)") }
    }

    @Test func sameCountyAsFromWholeReports() throws {
        let reports = try SampleReports.all.get()
        let skimmed = county(try skimmed(bytes(reports), Self.engine))
        let full = county(reports.enumerated().map { CountyReport.Town($1, folder: "镇\($0)") })
        #expect(skimmed.rows == full.rows && skimmed.rows.count == reports.count)
        #expect(skimmed.rules == full.rules && !full.rules.isEmpty)
        #expect(skimmed.title == full.title && skimmed.newestYear == full.newestYear && skimmed.byKind == full.byKind)
        let css = try SampleReports.css.get()
        #expect(CountyPage(county: skimmed, css: css).html == CountyPage(county: full, css: css).html)
        #expect(
            try CountyWorkbook(skimmed).written().bytes
                == CountyWorkbook(full).written().bytes)
    }

    /// What the full reader makes of the same file: the book read back, linted and added up again.
    @Test func sameCountyAsFromTheFullReader() throws {
        let engine = try Self.engine.get()
        let facts = try bytes(SampleReports.all.get())
        let full = try FactsFile.books(facts, path: "facts.json").enumerated().map { index, read in
            CountyReport.Town(engine.report(read.book, read.diagnostics), folder: "镇\(index)")
        }
        #expect(try county(skimmed(facts, Self.engine)).rows == county(full).rows)
    }

    @Test(arguments: 0..<30) func randomBooks(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        let reports = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
            var report = SampleFindings.report(SampleBooks.random(&generator, projects: Int.random(in: 0...9, using: &generator)))
            report.isMasked = Bool.random(using: &generator)
            var older = Edition(report)
            older.total = Money(fen: Int64.random(in: 0...9_999_999_999, using: &generator))
            older.errors += Int.random(in: 0...3, using: &generator)
            if Bool.random(using: &generator) { report.change = BookChange(from: older, to: Edition(report)) }
            return report
        }
        let facts = try bytes(reports)
        let full = reports.enumerated().map { CountyReport.Town($1, folder: "镇\($0)") }
        #expect(try county(skimmed(facts)).rows == county(full).rows)
        #expect(try towns(facts)?.map(\.isMasked) == reports.map(\.isMasked))
    }

    @Test func hostileTextsComeThrough() throws {
        let report = SampleFindings.report(SampleBooks.hostile)
        let full = county([CountyReport.Town(report, folder: "镇0")])
        let rows = try county(skimmed(bytes([report]))).rows
        #expect(rows.map(\.budget) == full.rows.map(\.budget) && rows.map(\.projects) == full.rows.map(\.projects))
        // Controls are left out, as the full reader leaves them out.
        #expect(rows.map(\.town) == full.rows.map(\.town.cleaned))
    }

    /// Whatever the quick reader accepts is JSON for another reader, too, and says the same.
    @Test(arguments: 0..<8) func mutatedFiles(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed) + 77)
        let report = SampleFindings.report(SampleBooks.random(&generator, projects: 2))
        let original = try bytes([report])
        var accepted = 0
        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...2, using: &generator) { mutate(&bytes, &generator) }
            let other = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
            guard let books = try? towns(bytes) else { continue }
            accepted += 1
            let words = String(decoding: bytes, as: UTF8.self).prefix(200)
            let book = try #require((other?["books"] as? [[String: Any]])?.first, "no JSON for another reader: \(words)")
            let town = books[0].town(folder: "甲")
            #expect((book["town"] as? String)?.cleaned == books[0].key.town)
            let total = ((book["funding"] as? [String: Any])?["total"] as? [String: Any])?["fen"] as? NSNumber
            #expect(total?.int64Value == town.row.budget.exact.fen)
            let counts = book["totals"] as? [String: Any]
            #expect((counts?["projects"] as? NSNumber)?.intValue == town.row.projects)
            #expect(((book["overview"] as? [String: Any])?["errors"] as? NSNumber)?.intValue == town.row.errors)
        }
        #expect(accepted > 20)
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SplitMix64) {
        let place = Int.random(in: bytes.indices, using: &generator)
        let signs = Array("{}[],:\"\\0123456789-+.eEtfnu \n\u{1}".utf8) + [0xFF, 0xE4, 0x80]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = signs.randomElement(using: &generator) ?? 0
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
        default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...40, using: &generator)))
        }
    }

    @Test func syntaxIsStrict() {
        let head = #"{"schema":"goalbook.facts/1","x":"#
        let broken = [
            "01", "1.", ".5", "+1", "1e", "-", "nul", "tru", "[1,]", "[,1]", #"{"a":1,}"#, #"{"a" 1}"#, #"{a:1}"#, #""\x""#,
            #""\u12G4""#,
            #""\uD800""#, #""\uDC00""#, #""\uD800\u0041""#, "\"\u{1}\"", "\"a\nb\"", "'a'", "1 2", "[1", #"{"a":1"#, "NaN",
            "/**/1",
        ]
        for text in broken {
            let json = head + text + #","books":[]}"#
            #expect(throws: FactsError.damaged, "\(text)") { try towns(Array(json.utf8)) }
        }
        for text in ["0", "-0.5e+10", "true", "null", #""\u4E2D\uD83D\uDE00\n\/""#, "[]", "{}", "[[],{\"a\":[1,2]}]"] {
            #expect(throws: FactsError.noBooks, "\(text)") { try towns(Array((head + text + #","books":[]}"#).utf8)) }
        }
        #expect(throws: FactsError.damaged) { try towns(Array((head + #"1,"books":[]}x"#).utf8)) }
        #expect(throws: FactsError.damaged) { try towns(Array((head + "\"").utf8) + [0xFF, 0x22, 0x7D]) }
        #expect(throws: FactsError.damaged) { try towns([]) }
        let deep = head + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + #","books":[]}"#
        #expect(throws: FactsError.tooDeep) { try towns(Array(deep.utf8)) }
        #expect(throws: FactsError.otherSchema("goalbook.rollup/1")) {
            try towns(Array(#"{"schema":"goalbook.rollup/1","books":[]}"#.utf8))
        }
    }

    @Test func figuresThatContradictEachOtherAreRefused() throws {
        var generator = SplitMix64(seed: 3)
        let report = SampleFindings.report(SampleBooks.random(&generator, projects: 3))
        let text = String(decoding: try bytes([report]), as: UTF8.self)
        let changed = text.replacing(/("total" : \{\s+"fen" : -?)(\d)/) { "\($0.1)1\($0.2)" }
        #expect(changed != text)
        #expect(throws: FactsError.self) { try towns(Array(changed.utf8)) }
        let twice = text.replacing("\"town\" :", with: "\"town\" : \"别的\",\n      \"town\" :")
        #expect(throws: FactsError.malformed("books.town", "写了两次")) { try towns(Array(twice.utf8)) }
        let wrong = text.replacing("\"town\" :", with: "\"town\" : 1,\n      \"was\" :")
        #expect(throws: FactsError.malformed("town", "的类型不对")) { try towns(Array(wrong.utf8)) }
        let missing = text.replacing("\"quality\" :", with: "\"qualities\" :")
        #expect(throws: FactsError.malformed("quality", "没有写")) { try towns(Array(missing.utf8)) }
        let old = text.replacing("\"overview\" :", with: "\"overviews\" :")
        #expect(try towns(Array(old.utf8)) == nil)
    }

    /// Whoever changes a figure and not what it is made of is refused by the figure's name.
    @Test func forgedFiguresAreRefused() throws {
        let report = try #require(try SampleReports.all.get().first { ($0.quality.score ?? .full) < .full })
        let text = String(decoding: try bytes([report]), as: UTF8.self)
        #expect(try towns(Array(text.utf8), Self.engine)?.count == 1)
        func forged(_ member: String, from old: some StringProtocol, to new: String) -> String {
            let key = "\"\(member)\" : "
            return text.replacing(key + old, with: key + new)
        }
        let total = report.funding.total.exact.fen
        #expect(refusal(forged("budgetFen", from: "\(total),", to: "\(total)0,")) == "totals.budgetFen")
        #expect(refusal(forged("fen", from: "\(total),", to: "\(total)0,")) != nil)
        let budget = try #require(report.book.projects.compactMap(\.budget).first).fen
        #expect(refusal(forged("budgetFen", from: "\(budget),", to: "\(budget + 100),")) == "totals.budgetFen")
        #expect(refusal(forged("budgetFen", from: "\(budget),", to: "\"\(budget)\",")) == "projects.budgetFen")
        let projects = report.book.projects.count
        #expect(refusal(forged("projects", from: "\(projects)\n", to: "\(projects + 1)\n")) == "totals.projects")
        #expect(
            refusal(forged("indicators", from: "\(report.quality.rows),", to: "\(report.quality.rows + 1),"))
                == "totals.indicators")
        let score = try #require(report.quality.score)
        let better = text.replacing(/("score" : )[0-9.]+(\s+\},\s+"region")/) { "\($0.1)100\($0.2)" }
        #expect(better != text && refusal(better) == "quality.score", "\(score)")
        let counts = report.counts
        #expect(refusal(forged("errors", from: "\(counts.errors),", to: "\(counts.errors + 7),")) == "overview.errors")
        // What is only counted is counted anew.
        let milder = forged("hints", from: "\(counts.hints),", to: "\(counts.hints + 7),")
        #expect(try skimmed(Array(milder.utf8), Self.engine).map(\.row.hints) == [counts.hints])
    }

    /// Figures that agree with each other and not with what they are made of.
    @Test func figuresForgedTogetherAreRefused() throws {
        let reports = try SampleReports.all.get()
        var report = try #require(reports.first { $0.funding.byKind.count > 1 && $0.quality.losses.count > 1 })
        func change(_ change: (inout Report) -> Void) throws -> String? {
            var other = report
            change(&other)
            return refusal(String(decoding: try bytes([other]), as: UTF8.self))
        }
        #expect(try change { _ in } == nil)
        #expect(try change { $0.funding.byKind.swapAt(0, 1) } == "funding.byKind")
        #expect(
            try change {
                let amount = $0.funding.byKind[0].amount
                $0.funding.byKind[0].amount = $0.funding.byKind[1].amount
                $0.funding.byKind[1].amount = amount
            } == "funding.byKind")
        #expect(
            try change {
                $0.quality.losses.removeFirst()
                $0.quality.score = .full - $0.quality.losses.reduce(.zero) { $0 + $1.points }
            } == "quality.losses")
        #expect(
            try change {
                $0.quality.losses = []
                $0.quality.score = .full
            } == "quality.losses")
        // Findings that are made milder cost less than the score says.
        let dearest = report.quality.losses[0].code
        #expect(
            try change { other in
                for index in other.findings.indices where other.findings[index].code == dearest {
                    other.findings[index].severity = .hint
                }
            } != nil)
        // Where the settings that a book brings along have other points, these count.
        let points = SettingValue.object(["points": .number(0.1), "cap": .number(0.1)])
        let settings = SettingValue.object(["score": .object(["rules": .object([dearest: points])])])
        report.recordedReview = RecordedReview(
            judgedOn: nil, settings: [RecordedSettings(file: "审核设定.json5", origin: "县", settings: settings)], replies: [])
        #expect(try change { _ in } == "quality.losses")
    }

    /// The figure for which a file is refused; `nil` for one that is taken.
    private func refusal(_ text: String) -> String? {
        do {
            _ = try towns(Array(text.utf8), Self.engine)
            return nil
        } catch {
            if case FactsError.malformed(let place, _) = error { return place }
            return "\(error)"
        }
    }

    @Test func resultsWithoutAnyRuleAreRefused() throws {
        var generator = SplitMix64(seed: 6)
        var report = SampleFindings.report(SampleBooks.random(&generator, projects: 2))
        func count(off: [String]) throws -> Int? {
            let rules = Dictionary(off.map { ($0, SettingValue.text("off")) }) { first, _ in first }
            let record = RecordedSettings(file: "审核设定.json5", origin: "县", settings: .object(["rules": .object(rules)]))
            report.recordedReview = RecordedReview(judgedOn: nil, settings: [record], replies: [])
            return try towns(bytes([report]))?.count
        }
        #expect(try count(off: ["I07", "S05"]) == 1)
        #expect(throws: FactsError.malformed("review", "关闭了全部审核规则，得分没有意义")) {
            try count(off: RuleCatalogue.descriptions.map(\.code))
        }
        #expect(throws: FactsError.self) { try count(off: RuleCatalogue.descriptions.map(\.id)) }
    }

    @Test func membersWithTheSameNameAreFoundHoweverManyAndWrittenHow() {
        let head = #"{"schema":"goalbook.facts/1","books":[],"x":{"#
        let many = (0..<500).map { "\"k\($0)\":1" }
        #expect(throws: FactsError.noBooks) { try towns(Array((head + many.joined(separator: ",") + "}}").utf8)) }
        for twice in [#""k7":1"#, #""\u006b7":1"#] {
            for names in [many + [twice], [many[7], twice]] {
                let json = head + names.joined(separator: ",") + "}}"
                #expect(throws: FactsError.malformed("x.k7", "写了两次")) { try towns(Array(json.utf8)) }
            }
        }
    }
}
