import Diagnostics
import Foundation
import GoalModel
import TestSupport
import Testing

@testable import Linting

/// Findings in the five real books.
@Suite struct CorpusTests {
    /// Every finding is where an independent script found it, and was recorded.
    @Test(arguments: Corpus.all)
    func findingsAreThoseRecorded(corpus: Corpus) throws {
        let linter = Linter(tables: try .repository)
        let findings = Dictionary(
            uniqueKeysWithValues: try Corpus.towns.map(corpus.book).map { ($0.town, linter.findings(in: $0)) })
        let moved = try RecordedFindings(findings).moves(from: corpus.description)
        #expect(moved.isEmpty, "\(corpus):\n\(moved.joined(separator: "\n"))")
        let all = findings.values.joined()
        #expect(all.filter { $0.code == "T04" }.allSatisfy { $0.suggestion?.hasSuffix("%") != false })
        #expect(Set(all.map(\.fingerprint)).count == all.count)
    }

    /// How many rows repeat their name in the description, over the one line that each project has.
    @Test(arguments: Corpus.all)
    func rowsThatRepeatTheirName(corpus: Corpus) throws {
        let linter = Linter(tables: try .repository)
        let messages = try Corpus.towns.flatMap { linter.findings(in: try corpus.book(of: $0)) }.filter { $0.code == "I06" }
            .map(\.message)
        let counts = messages.compactMap { $0.firstMatch(of: /([0-9]+)条/).flatMap { Int($0.1) } }
        #expect(counts.count == 64)
        #expect(counts.reduce(0, +) == 315)
    }

    @Test(arguments: Corpus.all)
    func scores(corpus: Corpus) throws {
        let scoring = QualityScoring(weights: try ScoreWeights(json5: Repository.resource("score.json5")))
        let linter = Linter(tables: try .repository)
        var copied = 0
        for book in try Corpus.towns.map(corpus.book) {
            let quality = scoring.quality(of: book, findings: linter.findings(in: book))
            #expect(quality.losses.reduce(Points.zero) { $0 + $1.points } == Points.full - (quality.score ?? Points(tenths: -1)))
            copied += book.projects.count { project in
                quality.projects.contains { $0.project == project.number && $0.losses.contains { $0.code == "D01" } }
            }
        }
        #expect(copied == 17)
    }

    /// The invented town shows every rule exactly once.
    @Test func inventedTownFailsEachRuleOnce() throws {
        let book = try Corpus.all[0].book(of: "柳溪镇")
        let found = Dictionary(grouping: Linter(tables: try .repository).findings(in: book), by: \.code).mapValues(\.count)
        let others = RuleCatalogue.descriptions.filter { $0.level != .county && CorpusTests.notShown[$0.code] == nil }
        #expect(found == Dictionary(uniqueKeysWithValues: others.map { ($0.code, 1) }))
    }

    /// What a book that shows the other rules cannot show; what compares towns finds nothing in a single one.
    private static let notShown = [
        "T08": "没有第一部分，就没有文字与表格不符", "T11": "空着的名称从表题读出", "I25": "空着的二级指标与上一行合并",
        "I26": "没有指标的项目，少了其他规则要看的行",
    ]
}
