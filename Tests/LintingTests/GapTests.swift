import GoalModel
import TestSupport
import Testing

@testable import Linting

/// Of what reading has told that it is missing no rule speaks again.
@Suite struct GapTests {
    private func codes(_ gaps: Set<Project.Gap>, _ change: (inout Project) -> Void = { _ in }) throws -> [String] {
        let unit = BudgetUnit(code: "901001", name: "某县甲镇人民政府本级")
        var project = Project(number: 1, name: "村道养护", code: "", unit: unit)
        project.gaps = gaps
        change(&project)
        // One with all that the first lacks: a form has places for it.
        var other = Project(number: 2, name: "防汛经费", code: "13052924P00584012146U", unit: unit, purpose: "汛期值守和物资")
        other.plan = SpendingPlan(examplePercents: [25, 50, 75, 100])
        let book = GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: [project, other])
        return Linter(tables: try .repository).findings(in: book).filter { $0.project == 1 }.map(\.code)
    }

    @Test func eachGapSilencesItsRules() throws {
        let all = try codes([])
        for (gap, code) in [
            (Project.Gap.indicators, "I26"), (.field(.budget), "F02"), (.field(.code), "C01"), (.plan, "S01"),
        ] {
            #expect(all.contains(code))
            #expect(try codes([gap]) == all.filter { $0 != code }, "\(code)")
        }
    }

    /// What nobody could read must not be the way to a better score.
    @Test func bookWithGapsHasNoScore() throws {
        let unit = BudgetUnit(code: nil, name: "甲镇")
        var book = GoalBook(
            town: "甲镇", unit: unit, fiscalYear: 2024, projects: [Project(number: 1, name: "村道养护", code: "", unit: unit)])
        let tables = try LintingTables.repository
        let scoring = QualityScoring(weights: try ScoreWeights(json5: Repository.resource("score.json5")))
        func score(_ gaps: Set<Project.Gap>) -> Points? {
            book.projects[0].gaps = gaps
            let findings = Linter(tables: tables).findings(in: book)
            let quality = scoring.quality(of: book, findings: findings)
            #expect(quality.score == scoring.score(of: book, findings: findings).score)
            #expect(quality.losses.isEmpty == !gaps.isEmpty)
            return quality.score
        }
        #expect(score([]) != nil)
        #expect(score([.indicators]) == nil)
    }

    @Test func whatIsThereIsStillJudged() throws {
        #expect(try codes([.field(.code)]) { $0.code = "13052924P00584012164U" }.contains("C01"))
        let row = Indicator(
            category: "产出指标", type: "数量指标", name: "里程", description: "养护的村道", target: Target(reading: "≥1公里"), basis: "计划")
        #expect(try codes([]) { $0.indicators = [row] }.contains("I01"))
        #expect(try !codes([.indicators]) { $0.indicators = [row] }.contains("I01"))
    }
}
