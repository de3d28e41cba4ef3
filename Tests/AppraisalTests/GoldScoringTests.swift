import Appraisal
import GoalModel
import TestSupport
import Testing

/// The worked forms, every point.
@Suite struct GoldScoringTests {
    @Test func everyFormIsExact() throws {
        let forms = try GoldTable.all.scoring
        #expect(forms.map(\.test) == ["T1", "T3", "T7", "T8", "T8", "T9", "T9", "T10", "T10"])
        for form in forms { try check(form) }
    }

    private func check(_ form: GoldTable.Form) throws {
        let name = "\(form.test)\(form.reverse.rawValue)"
        let (adjusted, paid) = (Money(written: form.adjusted.text, in: .wan), Money(written: form.paid.text, in: .wan))
        let execution = try ExecutionScore(
            adjusted: #require(adjusted), paid: #require(paid), weight: Marks(form.executionWeight))
        #expect(execution.percent?.digits == form.rate && "\(execution.points)" == form.executionPoints, "\(name)")
        let scoring = RowScoring(ScoringRules(reverse: form.reverse, deductsOverAchievement: form.overAchievement))
        var total = execution.points
        for row in form.rows {
            let weight = try #require(Marks(written: row.weight))
            let score: RowScore
            if let sign = row.comparator {
                score = try scoring.score(
                    actual: #require(Measure(written: row.actual)), target: #require(Measure(written: row.target)), sign: sign,
                    weight: weight)
            } else {
                let entered = row.enteredPoints.flatMap(Marks.init(written:))
                score = scoring.score(entered == weight ? .reached : .partly, entered: entered, weight: weight)
            }
            let points = try #require(score.points, "\(name) \(row.key)")
            #expect("\(points)" == row.points, "\(name) \(row.key): \(score.working)")
            total = total + points
        }
        #expect("\(total)" == form.total, "\(name)")
    }

    @Test func everySpreadIsExact() throws {
        let cases = try GoldTable.all.spread
        #expect(cases.count == 11)
        for spread in cases {
            let weights = WeightSpread.tidy.weights(of: Marks(spread.points), over: spread.rows)
            #expect(weights.map(\.short) == spread.weights.map { "\($0)" }, "\(spread.points)/\(spread.rows)")
        }
    }

    @Test func gradesOfTheForms() throws {
        let grades = try GoldTable.all.scoring.map { FormGrade(of: try #require(Marks(written: $0.total))).rawValue }
        #expect(grades == ["优", "优", "良", "良", "良", "中", "差", "中", "中"])
    }
}
