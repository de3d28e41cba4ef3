import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Goal forms as counties and provinces all over the country print them, each with what a careful reader takes from it.
///
/// A file of `Tests/Fixtures/forms` says in its first line what it tries; then come its paragraphs (`P`), tables (`T`) and
/// sheets (`S`), and behind a line `=` the right answer, of which only the keys that are there are judged.
@Suite struct CountryFormTests {
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return files.filter { $0.hasSuffix(".form") }.sorted()
    }()
    private static let folder = Repository.root.appending(path: "Tests/Fixtures/forms")

    struct Answer: Decodable {
        var town: String?
        var county: String?
        var fiscalYear: Int?
        var overallGoal: String?
        var projects: [Form]
        var mustKeep: [String]?

        struct Form: Decodable {
            var name: String?
            var unitName: String?
            var purpose: String?
            var budgetFen: Int64?
            var fiscalFen: Int64?
            var otherFen: Int64?
            var goals: [String]?
            var indicators: [[String]]
        }
    }

    @Test func thereAreForms() {
        #expect(Self.names.count >= 100)
    }

    @Test(arguments: names)
    func isReadAsACarefulReaderDoes(name: String) throws {
        let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
        let halves = text.split(separator: "\n=\n", maxSplits: 1)
        try #require(halves.count == 2)
        let answer = try JSONDecoder().decode(Answer.self, from: Data(halves[1].utf8))
        let document = FormText(String(halves[0]), path: name).document
        Self.judge(GoalBook.reading(document, lexicon: try .ours()), answer)
    }

    static func judge(_ reading: Warned<GoalBook>, _ answer: Answer) {
        let book = reading.value
        if let town = answer.town { #expect(book.town == town) }
        if let county = answer.county { #expect(book.county == county) }
        if let year = answer.fiscalYear { #expect(book.fiscalYear == year) }
        if let goal = answer.overallGoal { #expect(book.overallGoal == goal) }
        #expect(!reading.diagnostics.contains { Diagnostic.doubtIDs.contains($0.id) })
        #expect(book.projects.count == answer.projects.count, "\(book.projects.map(\.name))")
        for (project, right) in zip(book.projects, answer.projects) { judge(project, right) }
        let kept = (book.residue + book.partOne.flatMap { [$0.heading] + $0.paragraphs }).map(\.text).joined(separator: "\n")
        for words in answer.mustKeep ?? [] { #expect(kept.contains(words)) }
    }

    private static func judge(_ project: Project, _ right: Answer.Form) {
        if let name = right.name { #expect(plain(project.name) == plain(name)) }
        if let unit = right.unitName { #expect(plain(project.unit.name) == plain(unit)) }
        if let purpose = right.purpose { #expect(plain(project.purpose) == plain(purpose)) }
        if let budget = right.budgetFen { #expect(project.budget?.fen == budget) }
        if let fiscal = right.fiscalFen { #expect(project.fiscalFunds?.fen == fiscal) }
        if let other = right.otherFen { #expect(project.otherFunds?.fen == other) }
        if let goals = right.goals { #expect(plain(project.goals.joined()) == plain(goals.joined())) }
        let rows = project.indicators.map { [$0.category, $0.type, $0.name, $0.target.text].map(plain) }
        #expect(rows == right.indicators.map { $0.map(plain) })
    }

    /// Blanks and the width of punctuation are no matter of reading.
    private static func plain(_ text: String) -> String {
        let signs: [Character: Character] = ["(": "（", ")": "）", ",": "，", ":": "：", ";": "；"]
        return String(text.filter { !$0.isWhitespace }.map { signs[$0] ?? $0 })
    }
}
