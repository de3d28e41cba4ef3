internal import GoalModel
internal import Text

/// Which statement of part one certainly means which project.
///
/// The reader of part one also pairs names that are only alike; what differs in more than a few words is left out here,
/// since a contradiction between two different projects would be no contradiction.
struct StatementPairs {
    /// By the project's number.
    let statements: [Int: Statement]

    init(_ book: GoalBook, words: [String]) {
        guard !book.statements.isEmpty else {
            statements = [:]
            return
        }
        let town = [book.town, book.county ?? ""].filter { !$0.isEmpty }
        func name(_ text: String) -> ComparedName { ComparedName(text, town: town, affixes: words) }
        let projects = book.projects.map { (number: $0.number, name: name($0.name)) }
        var pairs: [Int: [Statement]] = [:]
        for statement in book.statements {
            guard let number = statement.project else { continue }
            let said = name(statement.name)
            let meant = projects.filter { $0.name.means(said) }
            if meant.count == 1, meant.first?.number == number { pairs[number, default: []].append(statement) }
        }
        // Two statements of one project tell parts of it, or of two years.
        statements = pairs.compactMapValues { $0.count == 1 ? $0.first : nil }
    }
}

/// A name without what two names of one project may differ in.
private struct ComparedName {
    /// Letters and digits without the town and without affixes such as 经费.
    private let core: [Character]
    /// How many things the name lists: 安保、环保、安全生产 are three.
    private let parts: Int
    private let numbers: [Substring]

    init(_ text: String, town: [String], affixes: [String]) {
        var text = text.folded.withoutSpaces.replacing("年度", with: "年")
        for name in town { text = text.replacing(name, with: "") }
        numbers = text.split { !$0.isNumber }
        parts = text.split { "、,;和及与".contains($0) }.count
        var core = text.filter { $0.isLetter || $0.isNumber }[...]
        var isShorter = true
        while isShorter {
            isShorter = false
            for affix in affixes where core.count > affix.count + 1 {
                if core.hasSuffix(affix) {
                    core = core.dropLast(affix.count)
                    isShorter = true
                } else if core.hasPrefix(affix) {
                    core = core.dropFirst(affix.count)
                    isShorter = true
                }
            }
        }
        self.core = Array(core)
    }

    /// The same but for affixes, or two lists of which one leaves out an item or two.
    func means(_ other: ComparedName) -> Bool {
        if core.isEmpty || numbers != other.numbers { return false }
        if core == other.core { return true }
        guard max(parts, other.parts) >= 3, min(parts, other.parts) >= 2 else { return false }
        let (short, long) = core.count < other.core.count ? (core, other.core) : (other.core, core)
        guard short.count * 4 >= long.count * 3 else { return false }
        var rest = short[...]
        for character in long where rest.first == character { rest.removeFirst() }
        return rest.isEmpty
    }
}
