internal import Foundation

/// Which results are kept: of some days every run, of some months the last one of each, of every year the last one.
struct Retention: Hashable, Sendable {
    var days: Int
    var months: Int
    var now: Date

    /// - Parameter runs: with the time that each began, in any order.
    func kept(_ runs: [(id: String, started: Date)]) -> Set<String> {
        let newest = runs.sorted { ($0.started, $0.id) > ($1.started, $1.id) }
        var kept = Set(newest.filter { now.timeIntervalSince($0.started) <= Double(days) * 86_400 }.map(\.id))
        let recent = Set((0..<max(0, months)).map { monthsAgo($0) })
        var seen: Set<String> = []
        for run in newest {
            let time = LocalTime(run.started)
            if seen.insert(time.yearName).inserted { kept.insert(run.id) }
            if recent.contains(time.monthName), seen.insert(time.monthName).inserted { kept.insert(run.id) }
        }
        return kept
    }

    private func monthsAgo(_ count: Int) -> String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .current
        return LocalTime(calendar.date(byAdding: .month, value: -count, to: now) ?? now).monthName
    }
}
