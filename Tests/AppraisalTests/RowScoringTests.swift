import Appraisal
import GoalModel
import TestSupport
import Testing

/// Every sign with every branch.
@Suite struct RowScoringTests {
    private func score(
        _ sign: Target.Comparator, _ target: String, _ actual: String, _ weight: Marks = Marks(10),
        _ rules: ScoringRules = ScoringRules()
    ) throws -> RowScore {
        try RowScoring(rules).score(
            actual: #require(Measure(written: actual)), target: #require(Measure(written: target)), sign: sign, weight: weight)
    }

    @Test(
        arguments: [
            (.atLeast, "43.2", "37.24", "8.62", .proportion, "10×37.24/43.2 = 8.62"),
            (.atLeast, "100", "100", "10.00", .met, "100≥100，得10.00"),
            (.moreThan, "3", "3", "10.00", .met, "3≥3，得10.00"),
            (.moreThan, "3", "2", "6.67", .proportion, "10×2/3 = 6.67"),
            (.atLeast, "0", "0", "10.00", .met, "0≥0，得10.00"),
            (.atLeast, "-5", "-7", "10.00", .met, "-7≥-5，得10.00"),
            (.atLeast, "30", "-5", "0.00", .belowZero, "-5小于0，按0计，得0.00"),
            (.atLeast, "30", "0", "0.00", .proportion, "10×0/30 = 0.00"),
            (.equal, "0", "0", "10.00", .met, "0=0，得10.00"),
            (.equal, "0", "1", "0.00", .zeroTargetMissed, "目标为0，完成1，得0.00"),
            (.equal, "0", "-1", "10.00", .met, "0=0，得10.00"),
            (.equal, "42", "45", "10.00", .met, "45≥42，得10.00"),
            (.equal, "42", "21", "5.00", .proportion, "10×21/42 = 5.00"),
            (.atMost, "100", "100", "10.00", .met, "100≤100，得10.00"),
            (.lessThan, "50", "50", "10.00", .met, "50≤50，得10.00"),
            (.atMost, "0", "0", "10.00", .met, "0≤0，得10.00"),
            (.atMost, "0", "3", "0.00", .zeroTargetMissed, "目标为0，完成3，得0.00"),
            (.atMost, "10", "-3", "10.00", .met, "0≤10，得10.00"),
            (.atMost, "100", "150", "6.67", .reverseProportion, "10×100/150 = 6.67"),
            (.lessThan, "10", "20", "5.00", .reverseProportion, "10×10/20 = 5.00"),
        ] as [(Target.Comparator, String, String, String, RowScore.Branch, String)])
    func numbers(
        _ sign: Target.Comparator, _ target: String, _ actual: String, _ points: String, _ branch: RowScore.Branch,
        _ working: String
    ) throws {
        let score = try score(sign, target, actual)
        #expect(score.points.map { "\($0)" } == points && score.branch == branch && score.working == working)
        #expect(score.isMissed == (branch != .met))
    }

    @Test(
        arguments: [
            ("100", "150", "5.00", .reverseDeduction, "10×(1−(150−100)/100) = 5.00"),
            ("10", "20", "0.00", .twiceTheTarget, "20达到目标10的2倍，得0.00"),
            ("10", "19.99", "0.01", .reverseDeduction, "10×(1−(19.99−10)/10) = 0.01"),
            ("10", "10", "10.00", .met, "10≤10，得10.00"),
            ("0", "1", "0.00", .zeroTargetMissed, "目标为0，完成1，得0.00"),
        ] as [(String, String, String, RowScore.Branch, String)])
    func reverseDeducting(_ target: String, _ actual: String, _ points: String, _ branch: RowScore.Branch, _ working: String)
        throws
    {
        let rules = ScoringRules(reverse: .deducting)
        for sign in [Target.Comparator.atMost, .lessThan] {
            let score = try score(sign, target, actual, Marks(10), rules)
            #expect(score.points.map { "\($0)" } == points && score.branch == branch && score.working == working)
        }
    }

    @Test(
        arguments: [
            ("19.99", "10.00", .met), ("20", "9.00", .overAchieved), ("29.99", "9.00", .overAchieved),
            ("30", "8.00", .overAchieved), ("49.99", "8.00", .overAchieved), ("50", "7.00", .overAchieved),
        ] as [(String, String, RowScore.Branch)])
    func overAchievement(_ actual: String, _ points: String, _ branch: RowScore.Branch) throws {
        let rules = ScoringRules(reverse: .proportional, deductsOverAchievement: true)
        let score = try score(.moreThan, "10", actual, Marks(10), rules)
        #expect(score.points.map { "\($0)" } == points && score.branch == branch && !score.isMissed)
        #expect(score.needsReason == (branch == .overAchieved))
        let equal = try self.score(.equal, "10", actual, Marks(10), rules)
        #expect(equal.points == Marks(10), "only targets that ask for more cost points")
    }

    /// Rounded half-up from the exact quotient, and missed though nothing seems lost.
    @Test func rounding() throws {
        let near = try score(.atLeast, "90", "89.99")
        #expect(near.points == Marks(10) && near.isMissed && near.needsReason)
        #expect(try score(.atLeast, "200", "1", Marks(1)).points == Marks(hundredths: 1), "0.005 is rounded up")
        #expect(try score(.atLeast, "200.01", "1", Marks(1)).points == .zero)
        #expect(try score(.atLeast, "9999999999999", "9999999999998", Marks(100)).points == Marks(100))
        #expect(try score(.atLeast, "0.000000000003", "0.000000000001", Marks(20)).points == Marks(hundredths: 667))
    }

    @Test func deduction() throws {
        let score = try score(.atLeast, "43.2", "37.24")
        #expect(score.deducting(Marks(1)).points == Marks(hundredths: 762))
        #expect(score.deducting(Marks(1)).working == "10×37.24/43.2 = 8.62；扣1分，得7.62")
        #expect(score.deducting(Marks(9)).points == .zero)
        #expect(score.deducting(.zero) == score)
    }

    @Test func measuresAreExact() throws {
        #expect(Measure(written: "1,234.50")?.description == "1234.5" && Measure(written: "-0.5")?.description == "-0.5")
        #expect(Measure(written: "0.0000000000001") == nil && Measure(written: "10000000000000") == nil)
        #expect(Measure(written: "9999999999999")?.times(100_000_000) == nil)
        #expect(Measure(written: "2.8")?.times(10_000) == Measure(28_000))
    }
}
