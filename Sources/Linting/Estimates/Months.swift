internal import GoalModel
internal import Text

/// For how much of the year a project pays.
struct Months {
    private let words: EstimateWords
    /// The numbers of months that the project states, as a quantity or in words.
    private let stated: [Int]
    /// Something speaks of a part of the year.
    private let isDoubtful: Bool
    /// The period that the timeliness row names: 月 of 按月发放.
    private let rhythm: String?
    /// The row that names it speaks of paying, not of something else that is done every month.
    private let isOfPaying: Bool

    init(_ project: Project, rows: [Row], quantities: [CountedRow], words: EstimateWords) {
        self.words = words
        let timely = rows.filter { $0.kind == .timeliness }
        let counted = quantities.filter { $0.measured.first?.measure == "月" }.compactMap(\.number.rounded)
        let texts = Months.texts(of: project, rows)
        let stated = counted.map { Int(clamping: $0) } + texts.flatMap(Months.counts)
        let endsEarly = timely.contains { $0.indicator.target.deadline?.by.map { $0.month < 12 } ?? false }
        isDoubtful =
            endsEarly || stated.contains { $0 != 12 } || texts.contains { text in words.partOfYear.contains(where: text.holds) }
        self.stated = Set(stated).filter { (1...11).contains($0) }.sorted()
        let rhythms = ["月", "季度", "年"].flatMap { period in
            timely.compactMap { row -> (period: String, isOfPaying: Bool)? in
                let cells = row.name + "；" + row.description + "；" + row.indicator.target.text.compact
                guard words.rhythms[period, default: []].contains(where: cells.holds) else { return nil }
                return (period, words.paying.contains(where: cells.holds))
            }
        }
        rhythm = rhythms.first?.period
        isOfPaying = rhythms.first?.isOfPaying ?? false
    }

    /// The texts that may speak of months, folded.
    private static func texts(of project: Project, _ rows: [Row]) -> [String] {
        let outputs = rows.filter { $0.kind == .quantity || $0.kind == .timeliness || $0.kind == .cost }.map(\.indicator)
        let texts = [project.name, project.purpose] + outputs.flatMap { [$0.name, $0.description, $0.target.text] }
        return texts.filter { $0.holds("月") || $0.holds("年") || $0.holds("期") || $0.holds("季") }.map(\.folded.withoutSpaces)
    }

    /// The numbers in `6个月`, `1-6月` and `1月至6月`.
    private static func counts(in text: String) -> [Int] {
        let months = text.holds("个月") ? text.matches(of: /([0-9]{1,2})个月/).compactMap { Int($0.1) } : []
        guard text.holds("月"), text.contains(where: { "-—–~至到".contains($0) }) else { return months }
        let ranges = text.matches(of: /([0-9]{1,2})月?份?[-—–~至到]([0-9]{1,2})月/).compactMap { match -> Int? in
            guard let first = Int(match.1), let last = Int(match.2), 1 <= first, first <= last, last <= 12 else { return nil }
            return last - first + 1
        }
        return months + ranges
    }

    /// The times that the price is paid in the year, the likeliest first.
    func periods(of cost: CostAmount) -> [Reading.Period] {
        let named = ["月", "季度", "半年", "年"].first { cost.per.periods.contains($0) && words.periods[$0] != nil }
        // 季 of 元/亩/季 is a harvest.
        if let named { return periods(named, isCertain: named != "季度" || !cost.per.measures.contains { $0.measure == "亩" }) }
        guard let rhythm, rhythm != "年" else { return [.none] }
        // 发放标准 0.04万元 with 按月发放 is a month's; 2040元/人 may be a year's that is paid by the month.
        let isOfPeople = cost.per.measures.allSatisfy { ["人", "户"].contains($0.measure) }
        guard cost.isPlain else { return [.none] + periods(rhythm, isCertain: false) }
        return periods(rhythm, isCertain: isOfPaying && isOfPeople) + [Reading.Period(count: 1, word: "", isCertain: false)]
    }

    private func periods(_ word: String, isCertain: Bool) -> [Reading.Period] {
        let count = words.periods[word] ?? 1
        let isShort = count > 1 && isDoubtful
        let whole = [Reading.Period(count: count, word: word, isCertain: isCertain && !isShort)]
        guard isShort, word == "月" else { return whole }
        return stated.map { Reading.Period(count: $0, word: word, isCertain: false) } + whole
    }
}
