internal import Foundation
internal import GoalModel
internal import Reporting

extension Database {
    /// What each town scored on the nights on which its results were made anew, by folder, the oldest first.
    ///
    /// Of the last runs only: a page shows no more, and a county of thousands of towns is not to wait for its past.
    func scoreHistory() throws(StateError) -> [String: [ScoreTrend.Night]] {
        let rows = try query(
            """
            SELECT town.key, json_extract(town.value, '$.made', '$.figures.score', '$.figures.errors')
            FROM (SELECT rowid AS place, state FROM runs WHERE outcome = 'published' AND json_valid(state)
              ORDER BY rowid DESC LIMIT \(2 * ScoreTrend.most)) AS run, json_each(run.state, '$.towns') AS town
            WHERE town.type = 'object' ORDER BY run.place
            """
        ) { ($0.text(0), $0.text(1)) }
        var history: [String: [ScoreTrend.Night]] = [:]
        var last: [String: Double] = [:]
        for (folder, figures) in rows {
            let numbers = figures.dropFirst().dropLast().split(separator: ",").map { Double($0) }
            guard numbers.count == 3, let made = numbers[0], last[folder] != made, let date = Date(plausible: made),
                let day = LocalTime(date).day
            else { continue }
            last[folder] = made
            let score = numbers[1].map { Points(tenths: Int(min(max($0, 0), 1_000))) }
            let errors = Int(min(max(numbers[2] ?? 0, 0), 10_000_000))
            history[folder, default: []].append(ScoreTrend.Night(day: day, score: score, errors: errors))
        }
        return history
    }
}
