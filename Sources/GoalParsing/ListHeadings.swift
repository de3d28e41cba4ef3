internal import Foundation
internal import GoalModel
internal import Text

/// The headings of list tables (one row an indicator or a project): all labels, and words that mean something only there.
struct ListHeadings: Sendable {
    /// What a column of a list holds.
    enum Column: String, Hashable, Sendable, CaseIterable {
        case unitCode, unitName, projectCode, projectName, year, moneyUnit
        case budget, fiscalFunds, otherFunds, purpose, goals, longGoals
        case category, type, name, description, comparator, target, measure, basis
        case serial

        var isOfProject: Bool { self == .projectCode || self == .projectName }
    }

    private var words: [TextKey: Column]
    private let ignored: Set<String>
    /// The signs that headings begin with: what begins otherwise is none.
    private var beginnings: Set<Unicode.Scalar>
    /// What may stand below another word so that both head a project's name or code: 编码 below 项目.
    private let projectEnds: Set<String>
    private let endBeginnings: Set<Unicode.Scalar>
    private let totals: [String]
    /// What the lower row of a heading says of a column that the upper one names.
    private let parts: Set<String>
    private let example: String
    private var meanings = TextMemory<Heading?>(most: 4_000)

    /// No list is recognised.
    init() {
        words = [:]
        ignored = []
        beginnings = []
        projectEnds = []
        endBeginnings = []
        totals = []
        parts = []
        example = ""
    }

    /// Takes a further heading.
    mutating func add(_ word: String, _ meaning: Meaning) {
        guard let column = Column(rawValue: meaning.rawValue) else { return }
        let bare = ListHeadings.bare(word)
        words[bare] = words[bare] ?? column
        if let first = bare.unicodeScalars.first { beginnings.insert(first) }
        meanings = TextMemory(most: 4_000)
    }

    /// What the cell above a column says of it.
    enum Heading: Hashable {
        case column(Column)
        /// A date of the spending plan.
        case date(MonthDay)
        /// A column that the goal book does not have.
        case ignored
    }

    /// `nil` for a text that is no heading.
    func meaning(of text: String) -> Heading? {
        guard text.utf8.count <= 90, let first = text.unicodeScalars.first(where: { !$0.isBlank && $0.value >= 0x30 }),
            beginnings.contains(first) || (first.value >= 0xFF00 && !words.isEmpty)
        else { return nil }
        if first.value < 0x3A, !text.holds("月"), !text.holds("季"), !text.holds("年") { return nil }
        return meanings.value(of: text) { meaning(ofHeading: text) }
    }

    private func meaning(ofHeading text: String) -> Heading? {
        let word = ListHeadings.bare(text)
        if let column = bracketed(text) { return .column(column) }
        if let column = column(word) ?? FormLabel.withoutUnit(word).flatMap(column) { return .column(column) }
        if ignored.contains(word) { return .ignored }
        if let day = FormLabel.date(text) { return .date(day) }
        // 支出计划3月底, 3月底支出进度
        for part in ["资金支出计划", "支出计划", "支出进度", "累计支出进度"] where word.begins(with: part) || word.ends(with: part) {
            let rest = word.begins(with: part) ? String(word.dropFirst(part.count)) : String(word.dropLast(part.count))
            if let day = FormLabel.date(rest) { return .date(day) }
        }
        // 单位（专项）名称: one column holds the names of units and, below each, of its projects.
        if text.holds("名称"), text.holds("项目") || text.holds("专项"), !text.holds("指标"), word.count <= 12 {
            return .column(.projectName)
        }
        return text.holds("月") ? ListHeadings.month(text).map(Heading.date) : nil
    }

    /// Whether a cell is the heading of a project's name or code, or may be the lower part of one, as 编码 below 项目.
    func mayNameProject(_ text: String, _ meaning: Heading?) -> Bool {
        if case .column(let column) = meaning, column.isOfProject { return true }
        guard text.utf8.count <= 90, let first = text.unicodeScalars.first(where: { !$0.isBlank }) else { return false }
        return endBeginnings.contains(first) && projectEnds.contains(ListHeadings.bare(text))
    }

    /// 单位编码（项目编码）, 项目单位（项目名称）: below one heading stand those of the unit and, below these, of its projects.
    private func bracketed(_ text: String) -> Column? {
        guard let last = text.last(where: { !$0.isWhitespace }), "）)".contains(last) else { return nil }
        let word = text.withoutSpaces.folded
        guard let open = word.lastIndex(of: "("), word.begins(with: "单位") || word.begins(with: "项目单位") else { return nil }
        let column = words[ListHeadings.bare(String(word[open...].dropFirst().dropLast()))]
        return column?.isOfProject == true ? column : nil
    }

    private func column(_ word: String) -> Column? {
        if let known = words[word] ?? ListHeadings.withoutYear(word).flatMap({ words[$0] }) { return known }
        let found = Lexicon.composed(word) { rest in
            switch words[rest] {
            case .budget: Lexicon.Word(label: .budget)
            case .target: Lexicon.Word(column: .target)
            case .projectName: Lexicon.Word(label: .projectName)
            default: nil
            }
        }
        return [found?.column, found?.label].lazy.compactMap(Column.init(meaning:)).first
    }

    /// The end of a month that a column is headed with, as `3月`, `2026年3月` and `2026年3月31日`.
    private static func month(_ text: String) -> MonthDay? {
        var word = text.withoutSpaces.folded
        word = withoutYear(word) ?? word
        return (ChineseDate(endOfMonth: word) ?? ChineseDate(endOfMonth: word + "底"))?.day
    }

    func isTotal(_ text: String) -> Bool {
        let word = text.withoutSpaces
        return totals.contains { word == $0 || word == $0 + "：" }
    }

    /// Whether a row without indicators that says this of its project is a sum of others: 石桥镇小计.
    func endsInTotal(_ text: String) -> Bool {
        let word = text.withoutSpaces.trimmingSuffix("：").trimmingSuffix(":")
        return totals.contains { word.ends(with: $0) }
    }

    /// Whether a cell below a heading leaves its meaning as it is: 合计 below 预算数.
    func isPart(_ text: String) -> Bool {
        text.utf8.count <= 60 && parts.contains(ListHeadings.bare(text))
    }

    func isExample(_ text: String) -> Bool {
        !example.isEmpty && text.begins(with: example)
    }

    /// 预算数 of 2024年预算数; `nil` where no year stands before it.
    static func withoutYear(_ word: String) -> String? {
        guard word.prefix(4).allSatisfy(\.isDecimal), word.dropFirst(4).first == "年" else { return nil }
        return String(word.dropFirst(5).drop { $0 == "度" })
    }

    /// 2025 of 2025年预算数.
    static func year(of text: String) -> Int? {
        let word = text.withoutSpaces.folded
        return withoutYear(word) == nil ? nil : Int(word.prefix(4))
    }

    /// Letters only, without a remark in brackets at the end: 预算数（万元） is 预算数.
    private static func bare(_ text: String) -> String {
        if text.isHan { return text }
        return FormLabel.bracketless(text.withoutSpaces.folded).mappingScalars { scalar in
            switch scalar.value {
            case 0x4E00...0x9FFF, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: scalar
            case 0..<0x80: nil
            default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? scalar : nil
            }
        }
    }
}

extension ListHeadings {
    /// - Parameter words: the labels of all forms.
    /// - Throws: `DecodingError` for a column that lists do not have.
    init(_ table: SettingTable, words labels: [TextKey: Lexicon.Word]) throws {
        var words: [TextKey: Column] = Dictionary(minimumCapacity: labels.count)
        for (word, meanings) in labels {
            guard let column = [meanings.column, meanings.label].lazy.compactMap(Column.init(meaning:)).first else { continue }
            words[ListHeadings.bare(word.text)] = column
        }
        let columns = try table["columns"]
        for (name, titles) in try columns.parts {
            guard let column = Column(rawValue: name) else { throw columns.trouble("没有\(name.quoted)这个栏目") }
            for title in try titles.texts { words[ListHeadings.bare(title)] = column }
        }
        self.words = words
        ignored = Set(try table["ignored"].texts.map(ListHeadings.bare))
        // Dates of the plan, and what may stand before them.
        let dates = "0123456789一二三四五六七八九十第年截到至支累资"
        beginnings = Set((words.keys.map(\.text) + ignored).compactMap(\.unicodeScalars.first)).union(dates.unicodeScalars)
        let ofProjects = words.filter { $0.value.isOfProject }.keys.map(\.text)
        projectEnds = Set(ofProjects.flatMap { word in word.indices.dropFirst().map { String(word[$0...]) } })
        endBeginnings = Set(projectEnds.compactMap(\.unicodeScalars.first))
        totals = try table["totals"].texts
        parts = Set((try table.part("parts")?.texts ?? []).map(ListHeadings.bare))
        example = try table["example"].text
    }
}

extension ListHeadings.Column {
    fileprivate init?(meaning: Meaning?) {
        guard let meaning else { return nil }
        guard let column = Self.byMeaning[meaning] else { return nil }
        self = column
    }

    private static let byMeaning = Dictionary(
        allCases.compactMap { column in Meaning(rawValue: column.rawValue).map { ($0, column) } }
    ) { first, _ in first }
}
