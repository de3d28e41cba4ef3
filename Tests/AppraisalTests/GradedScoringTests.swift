import Appraisal
import GoalModel
import TestSupport
import Testing

/// Grades, deadlines, execution and totals.
@Suite struct GradedScoringTests {
    private let scoring = RowScoring(ScoringRules())

    private func marks(_ text: String) throws -> Marks { try #require(Marks(written: text)) }

    @Test(
        arguments: [
            (.reached, "20", .graded), (.reached, "16", .graded), (.reached, "15.99", .gradedOutside),
            (.partly, "15.99", .graded), (.partly, "16", .gradedOutside), (.partly, "12", .graded),
            (.partly, "11.99", .gradedOutside), (.missed, "11.99", .graded), (.missed, "0", .graded),
            (.missed, "12", .gradedOutside), (.reached, "20.01", .gradedOutside),
        ] as [(Completion, String, RowScore.Branch)])
    func bandsOfTwenty(_ completion: Completion, _ entered: String, _ branch: RowScore.Branch) throws {
        let score = scoring.score(completion, entered: try marks(entered), weight: Marks(20))
        #expect(score.branch == branch)
        #expect(score.points == (branch == .graded ? try marks(entered) : nil))
        #expect(score.isMissed == (completion != .reached))
    }

    @Test func blankPoints() {
        #expect(scoring.score(.reached, entered: nil, weight: Marks(14)).points == Marks(14))
        let blank = scoring.score(.partly, entered: nil, weight: Marks(20))
        #expect(blank.points == nil && blank.branch == .gradedBlank && blank.working == "部分达成：请填得分 12.00–15.99")
    }

    @Test func bandsOfHubei() {
        var rules = ScoringRules()
        rules.bands = GradeBands(reached: 80, partly: 50)
        let score = RowScoring(rules).score(.partly, entered: Marks(5), weight: Marks(10))
        #expect(score.points == Marks(5) && RowScoring(rules).score(.missed, entered: Marks(5), weight: Marks(10)).points == nil)
        #expect(GradeBands().band(of: .reached, weight: Marks(hundredths: 333)).lowerBound == Marks(hundredths: 266))
    }

    @Test(
        arguments: [
            ("达成", .reached), ("达成年度指标", .reached), ("达成预期指标", .reached), ("达成目标", .reached), ("部分达成", .partly),
            ("部分达成目标并具有一定效果", .partly), ("未达成年度指标且效果较差", .missed), ("未达成", .missed), ("良好", nil), ("", nil),
        ] as [(String, Completion?)])
    func wordsOfCompletion(_ word: String, _ completion: Completion?) {
        #expect(Completion(written: word) == completion)
    }

    @Test func deadlines() throws {
        let end = try #require(CalendarDay(iso: "2024-02-28"))
        func score(_ done: String?, _ entered: String?, _ rules: ScoringRules = ScoringRules()) throws -> RowScore {
            RowScoring(rules).score(
                done: done.flatMap(CalendarDay.init(iso:)), deadline: end, entered: try entered.map(marks), weight: Marks(10))
        }
        #expect(try score("2024-02-28", nil).points == Marks(10) && score("2024-02-29", nil).points == Marks(10))
        #expect(try score("2024-03-01", nil).branch == .lateBlank && score(nil, nil).branch == .lateBlank)
        let late = try score("2024-03-01", "7.99")
        #expect(late.points == Marks(hundredths: 799) && late.branch == .late && late.isMissed)
        #expect(try score("2024-03-01", "8").points == nil)
        #expect(try score(nil, "5.99").branch == .unfinished && score(nil, "6").points == nil)
        #expect(try score("2025-01-02", "6").points == nil, "after the year it is not done in the year")
        var strict = ScoringRules()
        strict.late = .zero
        #expect(try score("2024-03-01", nil, strict).points == .zero && score(nil, "5", strict).points == .zero)
    }

    private func execution(_ adjusted: Int64, _ paid: Int64, _ rule: ScoringRules.ZeroBudget = .zero) -> ExecutionScore {
        ExecutionScore(adjusted: Money(fen: adjusted), paid: Money(fen: paid), weight: Marks(10), zeroBudget: rule)
    }

    @Test func executions() {
        #expect(execution(43_200_000, 37_240_000).working == "10×37.24/43.2 = 8.62")
        let over = execution(200, 206)
        #expect(over.points == Marks(10) && over.isOver && over.percent?.digits == "103.00" && !over.needsReason)
        #expect(over.working.hasSuffix("= 10.30，不超过10"))
        let close = execution(50_000_000, 44_999_000)
        #expect(close.percent?.digits == "90.00" && close.points == Marks(9) && close.needsReason)
        #expect(!execution(100, 90).needsReason && execution(10_000, 4_988).points == Marks(hundredths: 499))
        #expect(execution(0, 0).points == .zero && execution(0, 0).rate == nil && execution(0, 0, .full).points == Marks(10))
        #expect(execution(0, 5).points == .zero && execution(0, 5, .full).points == .zero && execution(0, 5).isOver)
        #expect(execution(100, -5).points == .zero)
    }

    @Test func grades() {
        #expect(FormGrade(of: Marks(90)) == .excellent && FormGrade(of: Marks(hundredths: 8_999)) == .good)
        #expect(FormGrade(of: Marks(80)) == .good && FormGrade(of: Marks(hundredths: 7_999)) == .fair)
        #expect(FormGrade(of: Marks(60)) == .fair && FormGrade(of: Marks(hundredths: 5_999)) == .poor)
        let lower = FormGrade.Limits(excellent: Marks(80), good: Marks(70), fair: Marks(60))
        #expect(FormGrade(of: Marks(80), limits: lower) == .excellent && FormGrade(of: Marks(75), limits: lower) == .good)
    }
}
