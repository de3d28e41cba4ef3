internal import GoalModel
internal import Text

/// What the lines between cells are, as far as their form tells: whether they end a table, interrupt it or belong to a cell.
struct Landmarks {
    /// Lines that end a table even though more cells follow: a heading, or the title of the next table.
    private(set) var endsTable: [Bool]
    /// Lines of the printed page inside a table: page numbers, the header behind one, 续表.
    private(set) var interruptions: [Interruption?]
    /// For each line: a cell of the same table follows before the next landmark.
    private(set) var followedByCell: [Bool]

    enum Interruption {
        /// Says nothing, as `— 3 —`.
        case pageNumber
        case text
    }

    init(_ lines: [TextLine]) {
        endsTable = [Bool](repeating: false, count: lines.count)
        interruptions = [Interruption?](repeating: nil, count: lines.count)
        followedByCell = endsTable
        findInterruptions(lines)
        var next: Int?
        var follows = false
        for index in lines.indices.reversed() {
            followedByCell[index] = follows
            if lines[index].isBlank { continue }
            if lines[index].beginsCell {
                follows = true
            } else if interruptions[index] == nil, Landmarks.endsTable(index, of: lines, next: next.map { lines[$0] }) {
                endsTable[index] = true
                follows = false
            }
            next = index
        }
    }

    private mutating func findInterruptions(_ lines: [TextLine]) {
        var next: Int?
        var header: Int?
        for index in lines.indices.reversed() where !lines[index].isBlank {
            // Nearly all lines are cells.
            if !lines[index].beginsCell, lines[index].text.utf8.count <= 120 {
                let text = lines[index].text
                if Landmarks.isPageNumber(text) {
                    interruptions[index] = .pageNumber
                    // The header of the next page stands between the page number and the cells that go on.
                    if let header { interruptions[header] = .text }
                } else if text.goesOn {
                    interruptions[index] = .text
                }
                let isHeader =
                    next.map { lines[$0].beginsCell && !lines[$0].headsForm } == true && !lines[index].isMarkedHeading
                    && !text.isTitle && !text.isPartTitle
                header = isHeader ? index : nil
            } else {
                header = nil
            }
            next = index
        }
    }

    /// `- 12 -`, `—12—`, `第3页`, `第3页 共9页`; a bare number may be content.
    private static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 48, let first = text.unicodeScalars.first, pageMarks.contains(first) else { return false }
        let word = text.filter { !$0.isWhitespace }
        if word.begins(with: "第"), let page = word.dropFirst().firstIndex(of: "页") {
            let rest = word[word.index(after: page)...].drop { "，,/共".contains($0) }
            return word.dropFirst().prefix { $0.isDigit }.endIndex == page
                && (rest.isEmpty || rest.dropLast().allSatisfy(\.isDigit))
        }
        let inner = word.drop { "-—－–·".contains($0) }
        let digits = inner.prefix { $0.isDigit }
        let tail = inner[digits.endIndex...]
        return (1...4).contains(digits.count) && inner.count < word.count && !tail.isEmpty
            && tail.allSatisfy { "-—－–·".contains($0) }
    }

    private static let pageMarks = ScalarSet("第-—－–·".unicodeScalars)

    private static func endsTable(_ index: Int, of lines: [TextLine], next: TextLine?) -> Bool {
        let line = lines[index]
        if line.isMarkedHeading { return true }
        guard line.text.utf8.count <= 300 else { return false }
        if line.text.ends(with: "绩效目标表") || line.text.isPartTitle { return true }
        let afterBlank = index > 0 && lines[index - 1].isBlank
        guard afterBlank || line.text.isNumbered else { return false }
        if line.text.isTitle || line.text.isSectionHeading { return true }
        if afterBlank, line.text.isSignature || line.text.isAttachment || standsAboveTitle(index, of: lines) { return true }
        return next?.headsForm == true
    }
}

extension Landmarks {
    /// Whether the next lines, without a blank one or a cell between, hold the title of a table: a number and a name above it.
    private static func standsAboveTitle(_ index: Int, of lines: [TextLine]) -> Bool {
        lines[(index + 1)...].prefix(3).prefix { !$0.isBlank && !$0.beginsCell }.contains { $0.text.isTitle }
    }
}

extension TextLine {
    /// The first cell of a form: a unit with its six-digit code, the unit of money, or one of the first labels.
    fileprivate var headsForm: Bool {
        guard beginsCell else { return false }
        let digits = text.utf8.prefix { $0.isDigit }.count
        if digits == 6, text.utf8.count > 6 { return true }
        return TextLine.firstLabels.contains { text.begins(with: $0) }
    }

    private static let firstLabels = ["项目编码", "项目名称", "预算单位", "单位名称", "部门名称", "主管部门"]
}

extension String {
    /// `2.办公经费绩效目标申报表`, `项目绩效目标表（2024年度）`.
    fileprivate var isTitle: Bool {
        guard utf8.count <= 240, holds("绩效目标") else { return false }
        return ends(with: "表") || (ends(with: "）") || ends(with: ")")) && (holds("表（") || holds("表("))
    }

    /// `填报人：张某　联系电话：…`: who signs, below a form.
    fileprivate var isSignature: Bool {
        ["填报人", "填表人", "制表人", "经办人", "单位负责人", "填报日期", "填表日期"].contains { word in
            begins(with: word) && (dropFirst(word.count).first.map { "：:".contains($0) } ?? false)
        }
    }

    /// `附件3`, `附表2：`: above the title of a form.
    fileprivate var isAttachment: Bool {
        guard utf8.count <= 24, begins(with: "附件") || begins(with: "附表") else { return false }
        let number = dropFirst(2).drop { $0.isWhitespace }.trimmingSuffix { "：:".contains($0) || $0.isWhitespace }
        return !number.isEmpty && number.count <= 4 && number.allSatisfy { $0.isDigit || "一二三四五六七八九十-".contains($0) }
    }

    /// `续表：…`, `（接上页）`.
    fileprivate var goesOn: Bool {
        let words: [String] = ["续表", "接上页", "转下页", "续上表", "接上表", "转下表"]
        return utf8.count <= 120 && words.contains { holds($0) }
    }

    /// `第二部分`, with or without its name.
    fileprivate var isPartTitle: Bool {
        guard utf8.count <= 90, begins(with: "第"), let part = dropFirst().prefix(4).firstIndex(of: "部") else { return false }
        return self[part...].begins(with: "部分")
    }

    /// `三、工作保障措施`, `（二）分项绩效目标`: numbered as chapters are.
    fileprivate var isSectionHeading: Bool {
        guard utf8.count <= 80, ends(with: "绩效目标") || ends(with: "保障措施"), let first else { return false }
        return "（(一二三四五六七八九十".contains(first)
    }

    /// Begins with a number and its mark: `2.`, `（三）`, `四、`.
    fileprivate var isNumbered: Bool {
        let open = unicodeScalars.drop { $0 == "（" || $0 == "(" }
        let number = open.prefix { $0.isDigit || String.numerals.contains($0) }
        guard !number.isEmpty, number.count <= 4, let mark = open[number.endIndex...].first else { return false }
        return "、.．）)".unicodeScalars.contains(mark)
    }

    private static let numerals = ScalarSet("一二三四五六七八九十".unicodeScalars)
}
