internal import Foundation

/// Which results are kept: of the newest days with results every run, of the newest months the last one of each, of every year
/// the last one.
///
/// What is new is told by the order of the runs: a clock that goes wrong for a night costs no results.
struct Retention: Hashable, Sendable {
    var days: Int
    var months: Int

    /// - Parameter runs: in the order in which they were made, with the time that each had.
    func kept(_ runs: [(id: String, started: Date)]) -> Set<String> {
        var kept: Set<String> = []
        var (days, months, years) = (Set<String>(), Set<String>(), Set<String>())
        for run in runs.reversed() {
            let time = LocalTime(run.started)
            let isNewDay = days.insert(time.dayInWords).inserted
            if days.count > self.days + 1, isNewDay { days.remove(time.dayInWords) }
            if days.contains(time.dayInWords) { kept.insert(run.id) }
            if years.insert(time.yearName).inserted { kept.insert(run.id) }
            if months.count < self.months, months.insert(time.monthName).inserted { kept.insert(run.id) }
        }
        return kept
    }
}
