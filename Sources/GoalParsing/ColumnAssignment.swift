internal import GoalModel
internal import SourceFiles
internal import Text

/// Which column of a table of indicators holds what: all of them judged together, by heading and content.
struct ColumnAssignment {
    /// One for each column of the heading; `nil` for a column that says nothing the book knows.
    private(set) var meanings: [Meaning?]
    /// How far the best assignment is ahead of the next that sets kind, name or value elsewhere.
    private(set) var lead = Double.infinity

    /// Ahead by less than this, the columns are not understood.
    static let leastLead = 2.0

    /// - Parameters:
    ///   - columns: what the headings say.
    ///   - evidence: what stands below each.
    init(_ columns: [IndicatorHeading.Column], _ evidence: [ColumnEvidence]) {
        // Of several columns without a known heading that hold values none is the value: each is a part of it.
        let nameless = zip(columns, evidence).count { $0.meaning == nil && !$0.cells.isEmpty && $1.share($1.values) >= 0.5 }
        let headings = Headings(headed: Set(columns.compactMap(\.meaning)), isLone: nameless == 1)
        let choices = zip(columns, evidence).map { ColumnAssignment.choices($0, $1, headings) }
        var search = Search(choices)
        search.run()
        meanings = search.best.map(\.meanings) ?? columns.map(\.meaning)
        if let best = search.best, let second = search.second { lead = best.score - second.score }
    }

    struct Choice {
        let meaning: Meaning?
        let score: Double
    }

    /// What the headings of a table name together.
    private struct Headings {
        let headed: Set<Meaning>
        /// No more than one column without a known heading holds values.
        let isLone: Bool

        var holdName: Bool { headed.contains(.name) }
    }

    /// What a column may hold, with the weight of its heading and of its content for each.
    private static func choices(
        _ column: IndicatorHeading.Column, _ evidence: ColumnEvidence, _ headings: Headings
    ) -> [Choice] {
        var choices = [Choice(meaning: nil, score: column.meaning == nil ? 1 : 0)]
        // A column of signs is one whatever it is headed with.
        let holdsSigns = evidence.comparisons > 0 && evidence.written > 1 && evidence.share(evidence.signs) > 0.8
        let signs: [Meaning] = holdsSigns && !headings.headed.contains(.comparator) ? [.comparator] : []
        for meaning in essential.union([column.meaning].compactMap(\.self)).union(signs) {
            let heading = weight(of: meaning, under: column, headings)
            guard heading > 0 else { continue }
            let score = heading + weight(of: meaning, holding: evidence, headings)
            if score > 0 { choices.append(Choice(meaning: meaning, score: score)) }
        }
        return choices.sorted { $0.score > $1.score }
    }

    private static let essential: Set<Meaning> = [.category, .type, .name, .target, .description]

    /// What the heading says for a meaning: its own, or one that forms use the same word for.
    private static func weight(
        of meaning: Meaning, under column: IndicatorHeading.Column, _ headings: Headings
    ) -> Double {
        // Where nothing is headed as a name 指标内容 is one, and no description.
        if column.meaning == meaning { return meaning == .description && !headings.holdName ? 4 : 10 }
        switch (column.meaning, meaning) {
        case (.category, .type): return 4
        case (.type, .name): return headings.holdName ? 0 : 8
        case (.standard, .target): return 3
        case (.standard, .description): return 2
        case (_, .comparator): return 12
        // 指标内容 beside 指标说明 is what is counted.
        case (.description, .name): return headings.holdName ? 1 : column.title.ends(with: "内容") ? 8 : 5
        // 指标内容 between sign and unit, where nothing is headed as a value.
        case (.description, .target): return headings.headed.isDisjoint(with: [.target, .standard, .declared, .grade]) ? 5 : 0
        case (.name, .description): return 1
        case (nil, .target): return column.isShare || column.cells.isEmpty || !headings.isLone ? 0 : 1
        default: return 0
        }
    }

    /// What the content says for a meaning, or against it.
    private static func weight(
        of meaning: Meaning, holding evidence: ColumnEvidence, _ headings: Headings
    ) -> Double {
        guard evidence.written > 0 else { return meaning == .target || meaning == .name ? -1 : 0 }
        let (types, categories) = (evidence.share(evidence.types), evidence.share(evidence.categories))
        let either = evidence.share(evidence.either)
        let values = evidence.share(evidence.values)
        let signs = evidence.share(evidence.signs)
        switch meaning {
        case .category:
            return (categories + either) * 6 - (categories == 0 && types >= 0.5 ? 12 : 0) - (values > 0.5 ? 6 : 0)
        case .type:
            // Where nothing is headed as a name, free words below 二级指标 are the names.
            let isFree = types + either == 0
            let against = !headings.holdName && evidence.written > 2 ? 8.0 : 4
            return (types + either) * 6 - (isFree ? against : 0) - (values > 0.5 && isFree ? 6 : 0)
        case .name:
            let numbers = evidence.share(evidence.numbers)
            return 2 - types * 12 - signs * 8 - numbers * 12 - (values > 0.6 && numbers == 0 ? 3 : 0)
        case .target: return values * 6 - (values < 0.2 && evidence.written > 1 ? 3 : 0) - types * 12 - signs * 8
        case .comparator: return signs > 0 ? 4 : -8
        case .measure: return evidence.numbers > 0 ? -6 : evidence.share(evidence.units) * 3
        case .description: return -types * 8 - signs * 6 - evidence.share(evidence.numbers) * 4
        case .weight: return evidence.looksLikeWeights ? 3 : evidence.share(evidence.numbers) * 2 - 1
        default: return 0
        }
    }

    /// Looks through all assignments, the likeliest first; each meaning but those of asides is given once.
    private struct Search {
        let choices: [[Choice]]
        /// The most that the columns from each on can add.
        let most: [Double]
        private(set) var best: (meanings: [Meaning?], score: Double)?
        private(set) var second: (meanings: [Meaning?], score: Double)?
        private var taken: Set<Meaning> = []
        private var chosen: [Meaning?] = []
        private var steps = 0

        init(_ choices: [[Choice]]) {
            self.choices = choices
            var most: [Double] = [0]
            for choice in choices.reversed() { most.append((most.last ?? 0) + (choice.first?.score ?? 0)) }
            self.most = most.reversed()
        }

        mutating func run() {
            look(at: 0, score: 0)
        }

        private mutating func look(at index: Int, score: Double) {
            steps += 1
            // A table of very many columns is decided by what was found first: the likeliest comes first.
            guard steps < 20_000 else { return }
            guard index < choices.count else { return note(score) }
            if let second, score + most[index] <= second.score { return }
            for choice in choices[index] {
                let isOnce = choice.meaning.map(ColumnAssignment.essential.contains) == true
                if isOnce, let meaning = choice.meaning, !taken.insert(meaning).inserted { continue }
                chosen.append(choice.meaning)
                look(at: index + 1, score: score + choice.score)
                chosen.removeLast()
                if isOnce, let meaning = choice.meaning { taken.remove(meaning) }
            }
        }

        private mutating func note(_ score: Double) {
            guard let before = best else {
                best = (chosen, score)
                return
            }
            let isOther = ColumnAssignment.differ(chosen, before.meanings)
            if score > before.score {
                if isOther { second = before }
                best = (chosen, score)
            } else if isOther, score > second?.score ?? -.infinity {
                second = (chosen, score)
            }
        }
    }

    /// Whether two assignments set kind, name or value in other columns.
    private static func differ(_ a: [Meaning?], _ b: [Meaning?]) -> Bool {
        let deciding: [Meaning] = [.category, .type, .name, .target]
        return deciding.contains { a.firstIndex(of: $0) != b.firstIndex(of: $0) }
    }
}
