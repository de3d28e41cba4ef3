internal import GoalModel
internal import Text

/// The heading of the indicators of a filled form: one row, or two with the parts of a column below it.
struct FilledHeading {
    typealias Column = EvaluationForm.Column

    private(set) var columns: [(column: Column, range: Range<Int>)] = []
    /// How many rows it takes.
    private(set) var height = 1
    /// How many cells its last row has, where row ends are uncertain.
    private(set) var width = 0
    private(set) var words: [String] = []

    /// `nil` for a row that is no heading of indicators that were evaluated.
    init?(_ row: FilledRow, next: FilledRow?, _ lexicon: Lexicon) {
        guard row.written.count > 2, row.written.allSatisfy({ $0.text.utf8.count <= 120 }) else { return nil }
        var titles = row.slots.map { Title(text: $0.text, range: $0.range) }
        let names = titles.compactMap { FilledHeading.column($0, lexicon) }
        guard names.contains(.category) || names.contains(.type) || names.contains(.name) else { return nil }
        guard names.contains(.actual) || names.contains(.score) || names.contains(.weight) else { return nil }
        if let next, let parts = FilledHeading.parted(titles, row, next, lexicon) {
            titles = parts
            height = 2
        }
        width = titles.count
        words = titles.map { $0.text.withoutSpaces }
        for title in titles {
            if let column = FilledHeading.column(title, lexicon) { columns.append((column, title.range)) }
        }
        settle(titles)
        // What is only declared, or only monitored, was not evaluated.
        let found = Set(columns.map(\.column))
        guard found.contains(.name) || found.contains(.category), found.contains(.actual) || found.contains(.score) else {
            return nil
        }
    }

    /// A heading as it is looked at, or the part of one that the lower row names.
    private struct Title {
        var text: String
        var range: Range<Int>

        var word: String { FormLabel.bare(text.withoutSpaces.folded) }
    }

    /// The heading with the parts that the row below names: 符号, 值 and 单位 below 年度指标值.
    private static func parted(_ titles: [Title], _ row: FilledRow, _ next: FilledRow, _ lexicon: Lexicon) -> [Title]? {
        let parts = next.written
        guard parts.count > 1, parts.allSatisfy({ isPart($0.text, lexicon) }) else { return nil }
        if row.isCertain {
            if !next.slots.contains(where: { $0.continuesAbove && !$0.text.isEmpty }) { return spread(parts, below: titles) }
            return titles.flatMap { title -> [Title] in
                let below = parts.filter { title.range.overlaps($0.range) }
                return below.isEmpty ? [title] : below.map { Title(text: $0.text, range: $0.range) }
            }
        }
        // A text shows a wide heading once: a run of parts takes its place, and a blank cell goes on with one.
        var all: [Title] = []
        var rest = titles[...]
        var isInRun = false
        for slot in next.slots {
            if slot.text.isEmpty || !isInRun {
                guard let title = rest.popFirst() else { return nil }
                if slot.text.isEmpty { all.append(title) }
                isInRun = !slot.text.isEmpty
            }
            if isInRun { all.append(Title(text: slot.text, range: slot.range)) }
        }
        all += rest
        return all.enumerated().map { Title(text: $1.text, range: ($0 + 1)..<($0 + 2)) }
    }

    /// Where no cells are merged, as in what is copied out of a workbook: blank cells stand beside the wide heading, and below
    /// them its parts.
    private static func spread(_ parts: [FilledRow.Slot], below titles: [Title]) -> [Title]? {
        func title(_ part: FilledRow.Slot) -> Title? { titles.first { $0.range.overlaps(part.range) && !$0.text.isEmpty } }
        guard parts.first.flatMap(title) != nil, parts.dropFirst().allSatisfy({ title($0) == nil }) else { return nil }
        let rest = titles.filter { title in !parts.contains { $0.range.overlaps(title.range) } }
        return (rest + parts.map { Title(text: $0.text, range: $0.range) })
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static func isPart(_ text: String, _ lexicon: Lexicon) -> Bool {
        let word = FormLabel.bare(text.withoutSpaces.folded)
        return word.count <= 12 && !word.contains(where: \.isDecimal)
            && (parts[word] != nil || lexicon.column(text) != nil || word.holds("得分") || word.begins(with: "单位"))
    }

    private static let parts: [String: Column] = [
        "符号": .sign, "性质": .sign, "指标性质": .sign, "值": .target, "数值": .target, "指标值": .target, "内容": .target, "单位": .unit,
        "计量单位": .unit, "度量单位": .unit,
    ]

    private static func column(_ title: Title, _ lexicon: Lexicon) -> Column? {
        let word = title.word
        guard !word.isEmpty else { return nil }
        if let part = parts[word] ?? (word.begins(with: "单位") && word.count <= 8 ? .unit : nil) {
            // 性质 of a project is none of an indicator; 单位 alone heads a unit only among indicators.
            return part
        }
        if word.ends(with: "得分") || word == "自评分" || word == "自评分数" { return .score }
        if word.holds("计算方法") || word.holds("评分") || word.holds("计分") || word.holds("标准") { return .standard }
        switch lexicon.column(title.text) {
        case .category: return .category
        case .type: return .type
        case .name: return .name
        case .comparator: return .sign
        case .target: return .target
        case .measure: return .unit
        case .standard: return .standard
        case .weight: return .weight
        case .score: return word.ends(with: "率") || word.ends(with: "比例") || word.begins(with: "扣") ? nil : .score
        case .actual: return word.ends(with: "率") || word.holds("程度") || word.holds("单项指标完成情况") ? nil : .actual
        case .deviation: return word.ends(with: "率") || word == "偏差度" ? nil : .reason
        case .note: return word.holds("备注") ? .note : nil
        default: break
        }
        if word.holds("偏差") || word.holds("原因") || word.holds("改进措施") { return .reason }
        if word.holds("实际") && (word.holds("值") || word.holds("完成")) || word.ends(with: "完成值") { return .actual }
        return nil
    }

    /// Of several columns of one kind the one that counts.
    private mutating func settle(_ titles: [Title]) {
        func words(_ place: Int) -> String { titles.first { $0.range == columns[place].range }?.word ?? "" }
        func keep(_ kind: Column, _ choose: ([Int]) -> Int?) {
            let places = columns.indices.filter { columns[$0].column == kind }
            guard places.count > 1, let best = choose(places) else { return }
            for place in places.reversed() where place != best { columns.remove(at: place) }
        }
        // The finance office's points stand beside the town's own; of the points of a hundred and those of the weight the latter.
        keep(.score) { places in
            places.first { words($0).holds("折算") } ?? places.first { words($0).holds("自评") }
                ?? places.first { place in !["财政", "主管", "部门", "复", "核定", "审核"].contains { words(place).holds($0) } }
                ?? places.first
        }
        // A weight may stand behind each level: that of the indicator comes after its name.
        let name = columns.first { $0.column == .name }?.range.lowerBound ?? 0
        keep(.weight) { places in
            places.first { words($0).holds("占比") } ?? places.first { columns[$0].range.lowerBound > name } ?? places.last
        }
        keep(.actual) { $0.first { words($0).holds("值") } ?? $0.first }
        keep(.target) { $0.first { ["年度", "全年", "年初"].contains(where: words($0).holds) } ?? $0.last }
        keep(.name) { $0.last }
        for kind in [Column.sign, .unit, .reason, .standard, .note, .category, .type] { keep(kind) { $0.first } }
    }

    func range(_ column: Column) -> Range<Int>? { columns.first { $0.column == column }?.range }

    /// Whether a row repeats this heading, as on each printed page.
    func isRepeated(in row: FilledRow) -> Bool {
        let own = Set(words)
        return row.written.count > 2 && row.written.allSatisfy { own.contains($0.text.withoutSpaces) }
    }
}
