internal import Diagnostics
internal import GoalModel
internal import Text

/// What is wrong with the figures themselves, whatever they are compared with.
struct FigureChecks {
    let actuals: Actuals
    let year: Int
    /// `nil` for the whole year.
    let asOf: CalendarDay?

    var checks: [AppraisalCheck] { dates + falls }

    /// A line a date, with how many rows it is of.
    private var dates: [AppraisalCheck] {
        let rows = actuals.projects.map { ($0.asOf, $0.place(.asOf)) } + actuals.indicators.map { ($0.asOf, $0.place(.asOf)) }
        return Dictionary(grouping: rows) { $0.0 }.sorted { $0.key < $1.key }.compactMap { day, rows in
            let place = rows.compactMap(\.1).min()
            if day.year != year {
                return AppraisalCheck(.dateOutside, at: place, "截止日期\(day.iso)不在\(year)年内，这\(rows.count)行没有用，请核对日期")
            }
            guard let asOf, day > asOf else { return nil }
            // A file holds all the dates of a year.
            return AppraisalCheck(
                .dateOutside, .hint, at: place, "截止日期\(day.iso)晚于\(asOf.iso)，这\(rows.count)行没有用；要用的，--as-of 写那一天以后的日期")
        }
    }

    private var falls: [AppraisalCheck] {
        Dictionary(grouping: actuals.projects, by: \.project).sorted { $0.key < $1.key }.flatMap { number, rows in
            let told = rows.filter { $0.paid != nil && $0.asOf.year == year }.sorted { $0.asOf < $1.asOf }
            return zip(told, told.dropFirst()).compactMap { earlier, later -> AppraisalCheck? in
                guard let before = earlier.paid, let after = later.paid, after < before else { return nil }
                return AppraisalCheck(
                    .paidFalls, project: number, at: later.place(.paid),
                    "\(later.asOf.iso)的累计支出小于\(earlier.asOf.iso)的，累计数不会变小，请核对")
            }
        }
    }
}
