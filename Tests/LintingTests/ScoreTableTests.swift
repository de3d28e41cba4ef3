import Diagnostics
import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

/// The table of weights that the program comes with.
@Suite struct ScoreTableTests {
    private func quality(_ book: GoalBook, settings: String = "{}") throws -> Quality {
        let basis = try ReviewBasis(file: Repository.resource)
        let profile = try basis.profile(json5: Data(settings.utf8), file: "设定.json5", origin: "县设定")
        let judged = try basis.laidOver(profile.layers(for: []))
        return judged.scoring.quality(of: book, findings: judged.linter.findings(in: book))
    }

    /// Copied sets, mechanical plans and units that are phrases cost a town dearly; nobody is left with nothing.
    @Test(arguments: Corpus.costly)
    func townsAreSpreadOut(corpus: Corpus) throws {
        var scores: [String: Int] = [:]
        for town in Corpus.towns { scores[town] = try quality(corpus.book(of: town)).score?.tenths }
        #expect(scores.count == 5 && scores.values.allSatisfy { (250...960).contains($0) }, "\(scores)")
        for better in ["巨鹿镇", "欢喜庄乡"] {
            #expect(try #require(scores[better]) >= 800, "\(scores)")
            for worse in ["泉坊镇", "清风店镇", "亮甲店镇"] {
                #expect(try #require(scores[worse]) + 150 < (try #require(scores[better])), "\(scores)")
            }
        }
    }

    @Test(arguments: Corpus.costly)
    func everyLostPointIsListed(corpus: Corpus) throws {
        for town in Corpus.towns {
            let quality = try quality(corpus.book(of: town))
            #expect(quality.losses.reduce(Points.zero) { $0 + $1.points } == Points.full - (try #require(quality.score)))
            #expect(quality.dimensions.reduce(Points.zero) { $0 + $1.points } == Points.full - (try #require(quality.score)))
            for project in quality.projects {
                #expect(project.losses.reduce(Points.zero) { $0 + $1.points } == Points.full - project.score)
            }
            #expect(quality.fixes.map(\.points) == quality.fixes.map(\.points).sorted(by: >))
        }
    }

    /// A rule that a county takes less seriously costs less, without another weight.
    @Test func milderFindingsCostLess() throws {
        let book = try #require(Corpus.all.first).book(of: "泉坊镇")
        func loss(_ quality: Quality) -> Int { quality.losses.first { $0.code == "I07" }?.points.tenths ?? 0 }
        let usual = loss(try quality(book))
        let milder = loss(try quality(book, settings: "{rules: {I07: 'hint'}}"))
        #expect(milder > 0 && milder * 3 < usual)
        #expect(loss(try quality(book, settings: "{rules: {I07: 'off'}}")) == 0)
        #expect(loss(try quality(book, settings: "{rules: {I07: 'error'}}")) >= usual)
    }
}
