import Appraisal
import GoalModel
import TestSupport
import Testing

/// What an actual value is beside its target: units, signs, dates.
@Suite struct ComparisonTests {
    private func goal(_ text: String, kind: IndicatorKind = .quantity) throws -> Goal.Number {
        guard case .number(let goal) = Goal(Target(reading: text), kind: kind, year: 2026) else {
            throw Comparison.Trouble.noNumber
        }
        return goal
    }

    private func compare(_ actual: String, _ target: String) throws -> String {
        let goal = try goal(target)
        do throws(Comparison.Trouble) {
            let comparison = try Comparison(actual, against: goal)
            return "\(comparison.actual) \(comparison.target)" + (comparison.carriesSign ? " 带符号" : "")
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        ("200", "≥200个", "200 200"), ("200个", "≥200个", "200 200"), ("1,234.5", "≥2000", "1234.5 2000"),
        ("≥266米", "≥200米", "266 200 带符号"), ("95", "≥95%", "95 95"), ("95%", "≥95百分比", "95 95"),
        ("2.8", "≤2.8万元", "2.8 2.8"), ("28000元", "≤2.8万元", "28000 28000"), ("3万元", "≤2800元", "30000 2800"),
        ("-5", "≥30", "-5 30"), ("98", "≥95环境整洁有序", "98 95"), ("98%", "≥95环境整洁有序", "98 95"),
        ("100公里", "≥200米", "otherUnit(\"公里\")"), ("", "≥200", "blank"), ("完成", "≥200", "noNumber"),
        ("2026-06-30", "≥200", "date"), ("11月20日", "≥200", "date"), ("达成", "≥200", "noNumber"),
    ])
    func values(_ actual: String, _ target: String, _ expected: String) throws {
        #expect(try compare(actual, target) == expected)
    }

    @Test func signsThatAreMissing() throws {
        #expect(try goal("2800元", kind: .cost).sign == .atMost && goal("2800元", kind: .cost).isSignAssumed)
        #expect(try goal("42人").sign == .atLeast && !goal("=42人").isSignAssumed && goal("=42人").sign == .equal)
    }

    @Test func kindsOfGoals() throws {
        func goal(_ text: String) -> Goal { Goal(Target(reading: text), kind: .timeliness, year: 2026) }
        let end = try #require(CalendarDay(iso: "2026-12-31"))
        #expect(goal("12月底前") == .deadline(end) && goal("2025年12月20日前") != .deadline(end))
        #expect(goal("按月发放") == .graded && goal("每月20日前发放") == .graded && goal("优") == .graded && goal("万元") == .graded)
    }

    @Test(arguments: [
        ("2026-11-20", DoneDay.Word.done), ("11月20日", .done), ("2026年11月", .done), ("未完成", .notDone), ("", .blank),
        ("95%", .number), ("快了", .unreadable),
    ])
    func days(_ text: String, _ expected: DoneDay.Word) throws {
        #expect(DoneDay(text, year: 2026).word == expected)
    }

    @Test func levels() throws {
        #expect(try goal("≥95%").isLevel && goal("≤800元/人/月").isLevel && !goal("≥200个").isLevel)
    }
}

extension DoneDay {
    enum Word {
        case done, notDone, blank, number, unreadable
    }

    var word: Word {
        switch self {
        case .done: .done
        case .notDone: .notDone
        case .blank: .blank
        case .number: .number
        case .unreadable: .unreadable
        }
    }
}
