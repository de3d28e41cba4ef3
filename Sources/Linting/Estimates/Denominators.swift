internal import Text

/// The denominators of a cost: the parts below the line of `元/人/月`, also those that only words tell.
struct Denominators: Hashable, Sendable {
    /// What is counted: 人, 亩, 次.
    var measures: [Measured] = []
    /// 月, 季度, 年.
    var periods: Set<String> = []
    /// There is a 每 with something behind it that is not known.
    var isUnclear = false

    mutating func add(_ measured: Measured, _ words: EstimateWords) {
        if words.periods[measured.measure] != nil {
            periods.insert(measured.measure)
        } else if let known = measures.firstIndex(where: { $0.measure == measured.measure }) {
            if measures[known].noun.isEmpty { measures[known].noun = measured.noun }
        } else {
            measures.append(measured)
        }
    }

    mutating func add(_ other: Denominators, _ words: EstimateWords) {
        for measured in other.measures { add(measured, words) }
        periods.formUnion(other.periods)
        isUnclear = isUnclear || other.isUnclear
    }

    var isEmpty: Bool { measures.isEmpty && periods.isEmpty }
}

extension LintingTables {
    /// What stands behind the word for money in a unit: `/人/月`, `/人·月`, `每亩`, `/人月`; `nil` where it is no unit.
    func denominators(behindMoney rest: Substring) -> Denominators? {
        var result = Denominators()
        for part in rest.split(whereSeparator: { "/·*×.、()每".contains($0) }) {
            if let measured = measured(String(part)) {
                result.add(measured, estimates)
            } else if let (word, period) = estimates.measures.last(in: part), estimates.periods[period.measure] != nil,
                let first = measured(String(part.dropLast(word.count)))
            {
                // 元/人月
                result.add(first, estimates)
                result.add(period, estimates)
            } else {
                return nil
            }
        }
        return result
    }

    /// What words tell: `每人每月`, `亩均`, `平均每个项目`.
    func denominators(inWords text: String) -> Denominators {
        var result = Denominators()
        let text = text.folded.withoutSpaces.lowercased()
        var previous: Character?
        for index in text.indices {
            let character = text[index]
            if character == "每" {
                let rest = text[text.index(after: index)...]
                if let measured = measuredFirst(in: rest.hasPrefix("一") ? rest.dropFirst() : rest) {
                    result.add(measured, estimates)
                } else {
                    result.isUnclear = true
                }
            } else if character == "均", let previous, let measured = estimates.measures.measured(String(previous)) {
                result.add(measured, estimates)
            }
            previous = character
        }
        return result
    }

    /// A unit of a value: `人`, `万人`, `个村`, `名干部`, `盏`; `nil` where it is none.
    func measured(_ unit: String) -> Measured? {
        let text = UnitTable.bare(unit)
        if let found = estimates.measures.measured(text) { return found }
        for (multiple, size) in [("万", 10_000), ("千", 1000), ("百", 100)] where text.hasPrefix(multiple) {
            if let found = measured(String(text.dropFirst())) {
                return Measured(measure: found.measure, size: found.size * size, word: multiple + found.word, noun: found.noun)
            }
        }
        if units.measures.contains(text) { return Measured(measure: text) }
        for length in stride(from: min(text.count - 1, 4), to: 0, by: -1) {
            let (word, rest) = (String(text.prefix(length)), String(text.dropFirst(length)))
            guard units.counted.contains(rest) else { continue }
            if let found = estimates.measures.measured(word) {
                return Measured(measure: found.measure, size: found.size, word: found.word, noun: rest)
            }
            if units.measures.contains(word) { return Measured(measure: word, noun: rest) }
        }
        return nil
    }

    /// The measure that a text begins with, and the noun behind one that needs one.
    private func measuredFirst(in text: Substring) -> Measured? {
        if let (word, found) = estimates.measures.first(in: text) {
            var found = found
            if found.measure == "个" { found.noun = noun(in: text[word.endIndex...]) }
            return found
        }
        for length in stride(from: min(text.count, 3), to: 0, by: -1) where units.measures.contains(String(text.prefix(length))) {
            return Measured(measure: String(text.prefix(length)), noun: noun(in: text.dropFirst(length)))
        }
        return nil
    }

    /// 项目 in 项目所需资金.
    private func noun(in text: Substring) -> String {
        let run = text.prefix { $0.isLetter }
        for length in 2...6 where length <= run.count {
            let rest = run.dropFirst(length)
            if rest.isEmpty || ["所", "的", "需", "每", "平", "成", "补", "费", "经", "资", "投", "支"].contains(rest.prefix(1)) {
                return String(run.prefix(length))
            }
        }
        return String(run.prefix(4))
    }
}
