import Aggregation
import GoalModel
import TestSupport
import Testing

@Suite
struct ScheduleTests {
    @Test("Any book: amounts added up to each date make the planned sum, nothing traps", arguments: 0..<120)
    func sums(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let book = SampleBooks.random(&generator, projects: Int.random(in: 0...60, using: &generator))
        let day = CalendarDay(iso: "2024-05-31")
        let schedule = Schedule(book: book, asOf: day)
        var exact = Money.zero
        var shown: Int64 = 0
        for point in schedule.points {
            exact = exact + point.added.exact
            shown += point.added.hundredths
            #expect(exact == point.planned.exact)
            #expect(shown == point.planned.hundredths)
        }
        #expect(schedule.points.map(\.by) == schedule.points.map(\.by).sorted())
    }

    @Test("The even pace is the share of the year that has passed")
    func evenPace() {
        let schedule = Schedule(book: SampleBooks.book([SampleBooks.project(1, "甲", fen: 1_000_000)]))
        #expect(schedule.points.map(\.evenShare.tenths) == [250, 500, 833, 1000])
        #expect(schedule.points.map(\.share.tenths) == [250, 500, 750, 1000])
        #expect(schedule.mechanical == [1])
        #expect(schedule.next == nil)
    }

    @Test("A blank is nothing before the first number and carried forward after it")
    func blanks() {
        let book = SampleBooks.book([SampleBooks.project(1, "甲", fen: 1_000_000, plan: [nil, 40, nil, 100])])
        #expect(Schedule(book: book).points.map(\.planned.exact.fen) == [0, 400_000, 400_000, 1_000_000])
    }

    @Test("Projects with other dates are laid on the union of dates")
    func union() {
        var other = SampleBooks.project(2, "乙", fen: 1_000_000)
        let may = MonthDay(month: 5, day: 15)
        other.plan = SpendingPlan([may].compactMap(\.self).map { .init(by: $0, percent: .hundred) })
        let schedule = Schedule(book: SampleBooks.book([SampleBooks.project(1, "甲", fen: 1_000_000), other]))
        #expect(schedule.points.map(\.by.code) == ["03-31", "05-15", "06-30", "10-31", "12-31"])
        #expect(schedule.points.map(\.planned.exact.fen) == [250_000, 1_250_000, 1_500_000, 1_750_000, 2_000_000])
    }

    @Test("Odd plans are listed")
    func odd() {
        let book = SampleBooks.book([
            SampleBooks.project(1, "甲", fen: 100, plan: [nil, nil, nil, 100]),
            SampleBooks.project(2, "乙", fen: 100, plan: [nil, nil, 90, nil]),
            SampleBooks.project(3, "丙", fen: 100, plan: [nil, nil, 100, nil]),
            SampleBooks.project(4, "丁", fen: 100, plan: []),
        ])
        let schedule = Schedule(book: book)
        #expect(schedule.allAtEnd == [1])
        #expect(schedule.unfinished == [2, 4])
        #expect(schedule.mechanical.isEmpty)
    }

    @Test("Next due on or after the day, in the book's year only")
    func next() throws {
        let book = SampleBooks.book([
            SampleBooks.project(1, "甲", fen: 1_000_000), SampleBooks.project(2, "乙", fen: 1_000_000, plan: [100, 100, 100, 100]),
        ])
        let due = try #require(Schedule(book: book, asOf: CalendarDay(iso: "2024-04-01")).next)
        #expect(due.by.code == "06-30")
        #expect(due.amount.exact.fen == 250_000)
        #expect(due.projects == [1])
        #expect(Schedule(book: book, asOf: CalendarDay(iso: "2024-12-31")).next?.by.code == "12-31")
        #expect(Schedule(book: book, asOf: CalendarDay(iso: "2025-01-01")).next == nil)
        #expect(Schedule(book: book, asOf: CalendarDay(iso: "2023-06-01")).next?.by.code == "03-31")
    }

    @Test("Absurd percentages and amounts do not trap")
    func absurd() {
        var project = SampleBooks.project(1, "甲", fen: .max)
        project.plan = SpendingPlan(
            SampleBooks.quarters.map { .init(by: $0, percent: Percent(tenThousandths: $0.month == 6 ? .min : .max)) })
        let schedule = Schedule(book: SampleBooks.book([project, project]), asOf: CalendarDay(iso: "2024-01-01"))
        #expect(schedule.points.count == 4)
    }

    @Test("Days are read strictly")
    func days() {
        #expect(CalendarDay(iso: "2024-02-29") != nil)
        for text in ["2023-02-29", "2024-13-01", "2024-1-1", "2024/01/01", "24-01-01", "", "+024-01-01"] {
            #expect(CalendarDay(iso: text) == nil)
        }
    }
}
