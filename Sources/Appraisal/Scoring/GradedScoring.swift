public import GoalModel

extension RowScoring {
    /// A graded goal (定性指标): points that the town entered, inside the band of what was reached.
    ///
    /// Blank points are all points for 达成, and refused for the rest.
    public func score(_ completion: Completion, entered: Marks?, weight: Marks) -> RowScore {
        let band = rules.bands.band(of: completion, weight: weight)
        let word = completion.rawValue
        let isMissed = completion != .reached
        guard let entered else {
            guard isMissed else {
                return RowScore(weight, of: weight, .graded, isMissed: false, working: "\(word)，得\(weight)")
            }
            return RowScore(
                nil, of: weight, .gradedBlank, isMissed: true, working: "\(word)：请填得分 \(band.lowerBound)–\(band.upperBound)")
        }
        guard band.contains(entered) else {
            let working = "\(word)应得 \(band.lowerBound)–\(band.upperBound)，填的是\(entered)"
            return RowScore(nil, of: weight, .gradedOutside, isMissed: isMissed, working: working)
        }
        let working = "\(word)（\(band.lowerBound)–\(band.upperBound)），评\(entered)"
        return RowScore(entered, of: weight, .graded, isMissed: isMissed, working: working)
    }

    /// A date against its deadline; no source knows a proportion for what comes late.
    ///
    /// - Parameters:
    ///   - done: `nil` where it is not done.
    ///   - entered: by the town, for what came late within the year (below 达成) or is not done (below 部分达成).
    public func score(done: CalendarDay?, deadline: CalendarDay, entered: Marks?, weight: Marks) -> RowScore {
        if let done, done <= deadline.withLeapDay {
            return RowScore(
                weight, of: weight, .inTime, isMissed: false, working: "\(done.iso)，不晚于\(deadline.iso)，得\(weight)")
        }
        let isLate = done.map { $0.year == deadline.year } ?? false
        let branch = isLate ? RowScore.Branch.late : .unfinished
        let word = done.map { "\($0.iso)，晚于\(deadline.iso)" } ?? "没有完成（应于\(deadline.iso)以前）"
        if rules.late == .zero {
            return RowScore(.zero, of: weight, branch, isMissed: true, working: "\(word)，得0.00")
        }
        let band = Marks.zero...rules.bands.band(of: isLate ? .partly : .missed, weight: weight).upperBound
        guard let entered else {
            let working = "\(word)：请填得分 \(band.lowerBound)–\(band.upperBound)"
            return RowScore(nil, of: weight, .lateBlank, isMissed: true, working: working)
        }
        guard band.contains(entered) else {
            let working = "\(word)，应得 \(band.lowerBound)–\(band.upperBound)，填的是\(entered)"
            return RowScore(nil, of: weight, .gradedOutside, isMissed: true, working: working)
        }
        return RowScore(entered, of: weight, branch, isMissed: true, working: "\(word)，评\(entered)")
    }
}

extension CalendarDay {
    /// The end of February is its 29th in a leap year.
    var withLeapDay: CalendarDay {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        guard leap, day.month == 2, day.day == 28, let last = MonthDay(month: 2, day: 29) else { return self }
        return CalendarDay(year: year, day: last)
    }
}
