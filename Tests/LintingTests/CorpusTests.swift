import Diagnostics
import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

/// Counts over the five real books, as an independent script found them.
@Suite struct CorpusTests {
    /// Findings by rule and town; rules that are not named find nothing.
    private let expected: [String: [String: Int]] = [
        "F03": ["泉坊镇": 1],
        "F04": ["巨鹿镇": 1],
        "F05": ["巨鹿镇": 9],
        "F08": ["巨鹿镇": 1],
        "S08": ["亮甲店镇": 1],
        "I12": ["巨鹿镇": 9, "欢喜庄乡": 2],
        "S01": ["巨鹿镇": 2],
        "S05": ["亮甲店镇": 1, "巨鹿镇": 16, "欢喜庄乡": 8, "泉坊镇": 12, "清风店镇": 8],
        "I01": ["巨鹿镇": 1],
        "I02": ["清风店镇": 72, "亮甲店镇": 54],
        "I03": ["巨鹿镇": 1],
        "I04": ["亮甲店镇": 4, "巨鹿镇": 4, "欢喜庄乡": 5, "泉坊镇": 3],
        "D01": ["泉坊镇": 3, "清风店镇": 1, "巨鹿镇": 1],
        "S03": ["巨鹿镇": 3],
        "S04": ["巨鹿镇": 1],
        "S06": ["巨鹿镇": 17, "欢喜庄乡": 1],
        "S07": ["巨鹿镇": 1],
        "I05": ["清风店镇": 4],
        "I06": ["亮甲店镇": 6, "巨鹿镇": 32, "欢喜庄乡": 6, "泉坊镇": 12, "清风店镇": 8],
        "I08": ["亮甲店镇": 2, "巨鹿镇": 9, "欢喜庄乡": 1, "泉坊镇": 11, "清风店镇": 4],
        "I09": ["巨鹿镇": 2],
        "I11": ["泉坊镇": 5],
        "I13": ["巨鹿镇": 14],
        "I14": ["亮甲店镇": 1, "清风店镇": 2],
        "I15": ["巨鹿镇": 1],
        "I17": ["巨鹿镇": 35, "泉坊镇": 17],
        "I18": ["亮甲店镇": 6, "泉坊镇": 11, "清风店镇": 8],
        "I19": ["亮甲店镇": 52, "巨鹿镇": 21],
        "I20": ["亮甲店镇": 5, "欢喜庄乡": 1, "清风店镇": 1],
        "I21": ["亮甲店镇": 1],
        "D02": ["泉坊镇": 1, "巨鹿镇": 2],
        "T01": ["泉坊镇": 11],
        "T02": ["巨鹿镇": 37, "清风店镇": 6],
        "T04": ["泉坊镇": 99],
        "T07": ["欢喜庄乡": 1, "清风店镇": 1, "巨鹿镇": 1],
        "C03": ["泉坊镇": 2, "巨鹿镇": 2],
        "P04": ["亮甲店镇": 2],
        "P05": ["欢喜庄乡": 1],
    ]
    /// Rules that read part one, whose words are our own in the samples: severity by severity where they differ.
    private let wording: [String: [String: [String: Int]]] = [
        "samples": [
            "T03 hint": ["亮甲店镇": 6, "巨鹿镇": 12, "泉坊镇": 2], "T05 warning": ["欢喜庄乡": 3, "清风店镇": 1, "亮甲店镇": 1],
            "T05 hint": ["清风店镇": 1], "T06 warning": ["泉坊镇": 1], "T06 hint": ["泉坊镇": 1, "巨鹿镇": 1, "欢喜庄乡": 1],
        ],
        "corpus": [
            "T03 hint": ["亮甲店镇": 6, "巨鹿镇": 12, "泉坊镇": 3, "欢喜庄乡": 1],
            "T05 warning": ["欢喜庄乡": 6, "清风店镇": 1, "亮甲店镇": 1], "T05 hint": ["清风店镇": 1], "T06 warning": ["泉坊镇": 1],
            "T06 hint": ["泉坊镇": 1, "巨鹿镇": 1, "欢喜庄乡": 1],
        ],
    ]
    private let total = [
        "F01": 0, "F02": 0, "F03": 1, "F04": 1, "F05": 9, "F06": 0, "F07": 0, "F08": 1, "S01": 2, "S02": 0, "S08": 1, "S05": 45,
        "I01": 1, "I02": 126, "I03": 1, "I04": 16, "I07": 55,
        "I10": 19, "I12": 11,
        "D01": 5, "D02": 3, "C01": 0, "C02": 0, "C03": 4, "T01": 11, "T02": 43, "T04": 99, "T07": 3, "P01": 0, "P02": 0, "P03": 0,
        "P04": 2, "P05": 1,
        "S03": 3, "S04": 1, "S06": 18, "S07": 1,
        "I05": 4, "I06": 64, "I08": 27, "I09": 2, "I11": 5, "I13": 14, "I14": 3, "I15": 1, "I16": 0, "I17": 52, "I18": 25,
        "I19": 73, "I20": 7, "I21": 1,
    ]

    @Test(arguments: Corpus.all)
    func counts(corpus: Corpus) throws {
        let books = try Corpus.towns.map(corpus.book)
        let linter = Linter(tables: try .repository)
        let findings = Dictionary(uniqueKeysWithValues: books.map { ($0.town, linter.findings(in: $0)) })
        for (code, count) in total {
            #expect(findings.values.joined().count { $0.code == code } == count, "\(code)")
        }
        for (code, towns) in expected {
            for (town, mine) in findings {
                #expect(mine.count { $0.code == code } == towns[town, default: 0], "\(code) \(town)")
            }
        }
        for (rule, towns) in try #require(wording[corpus.description]) {
            for (town, mine) in findings {
                #expect(mine.count { "\($0.code) \($0.severity.rawValue)" == rule } == towns[town, default: 0], "\(rule) \(town)")
            }
        }
        func projects(_ code: String, _ town: String) -> [[Int]] {
            findings[town, default: []].filter { $0.code == code }.map(\.projects)
        }
        #expect(projects("F03", "泉坊镇") == [[12]])
        #expect(projects("F04", "巨鹿镇") == [[29]])
        #expect(projects("F05", "巨鹿镇") == [[2], [8], [9], [10], [14], [17], [20], [28], [29]])
        #expect(projects("F08", "巨鹿镇") == [[3]])
        #expect(projects("S08", "亮甲店镇") == [[2]])
        #expect(projects("I12", "巨鹿镇") == [[9], [11], [20], [21], [25], [28], [29], [32], [36]])
        #expect(projects("I12", "欢喜庄乡") == [[2], [8]])
        #expect(projects("S01", "巨鹿镇") == [[7], [10]])
        #expect(projects("I01", "巨鹿镇") == [[6]])
        #expect(projects("I03", "巨鹿镇") == [[30]])
        #expect(projects("D01", "泉坊镇") == [[1, 11], [3, 4, 7], [6, 8, 9]])
        #expect(projects("D01", "清风店镇") == [[1, 6]])
        #expect(projects("D01", "巨鹿镇") == [[12, 13, 23, 24, 27, 34, 37]])
        #expect(projects("D02", "泉坊镇") == [[1, 2, 3, 4, 6, 7, 8, 10, 11, 12]])
        #expect(projects("D02", "巨鹿镇") == [[5, 9, 28, 29], [11, 12, 13, 23, 24, 27, 31, 33, 34, 37]])
        #expect(projects("T06", "泉坊镇") == [[], [1]])
        #expect(projects("C03", "泉坊镇") == [[2], [12]])
        #expect(projects("C03", "巨鹿镇") == [[7], [10]])
        #expect(projects("P04", "亮甲店镇") == [[6], [6]])
        #expect(projects("P05", "欢喜庄乡") == [[3]])
        #expect(findings.values.joined().filter { $0.code == "T04" }.allSatisfy { $0.suggestion?.hasSuffix("%") == true })
        #expect(projects("S03", "巨鹿镇") == [[16], [21], [22]])
        #expect(projects("S04", "巨鹿镇") == [[18]])
        #expect(projects("S06", "欢喜庄乡") == [[3]])
        #expect(projects("S07", "巨鹿镇") == [[22]])
        #expect(findings["巨鹿镇", default: []].first { $0.code == "S07" }?.severity == .hint)
        #expect(projects("I05", "清风店镇") == [[4], [4], [4], [4]])
        #expect(projects("I09", "巨鹿镇") == [[1], [19]])
        #expect(projects("I11", "泉坊镇") == [[1], [3], [4], [7], [11]])
        #expect(projects("I13", "巨鹿镇") == [2, 5, 6, 7, 9, 15, 17, 20, 21, 22, 25, 26, 28, 29].map { [$0] })
        #expect(projects("I14", "亮甲店镇") == [[6]])
        #expect(projects("I14", "清风店镇") == [[1], [6]])
        #expect(projects("I15", "巨鹿镇") == [[30]])
        #expect(projects("I18", "泉坊镇") == (1...11).map { [$0] })
        #expect(projects("I20", "亮甲店镇") == [[1], [4], [5], [5], [6]])
        #expect(projects("I20", "清风店镇") == [[3]])
        #expect(projects("I21", "亮甲店镇") == [[2]])
        #expect(findings.values.joined().count { $0.code == "I07" && $0.severity == .hint } == 10)
        #expect(Set(findings.values.joined().map(\.fingerprint)).count == findings.values.joined().count)
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
        var found = Dictionary(grouping: Linter(tables: try .repository).findings(in: book), by: \.code).mapValues(\.count)
        for (code, _) in CorpusTests.shownMoreOften { #expect((found.removeValue(forKey: code) ?? 0) > 1, "\(code)") }
        // What compares towns finds nothing in a single one.
        let others = RuleCatalogue.descriptions.filter { $0.level != .county && CorpusTests.shownMoreOften[$0.code] == nil }
        #expect(found == Dictionary(uniqueKeysWithValues: others.map { ($0.code, 1) }))
    }

    /// Rules that others bring along, with the reason.
    private static let shownMoreOften: [String: String] = [:]
}
