internal import GoalModel
internal import SourceFiles
internal import Text

/// Several amounts in one cell, a line or a clause each: 总额12.3万元, 一、财政拨款：10万元.
struct MoneyLines {
    typealias Line = (label: FormLabel, title: SourceDocument.Cell, cell: SourceDocument.Cell)
    private(set) var lines: [Line] = []

    /// `nil` for a cell that says anything else.
    ///
    /// - Parameter isBehindTotal: the label of the total stands beside the cell, so that its first amount needs none.
    init?(_ cell: SourceDocument.Cell, isBehindTotal: Bool, _ lexicon: Lexicon) {
        // Most cells hold neither several lines nor an amount with its unit; every cell of a head comes by here.
        guard cell.text.utf8.count <= 600, cell.text.utf8.contains(0x0A) || cell.text.holds("元"),
            cell.text.contains(where: \.isDecimal)
        else { return nil }
        let parts = MoneyLines.parts(of: cell.text)
        guard parts.count > 1 else { return nil }
        for (index, part) in parts.enumerated() {
            let rest = MoneyLines.withoutOpening(String(Numbering(part).rest))
            // 2025年预算数73.86万元: the year is part of the label.
            let year = ListHeadings.withoutYear(rest).map { rest.count - $0.count } ?? 0
            guard let digit = rest.dropFirst(year).firstIndex(where: \.isDecimal) else { return nil }
            let title = String(rest[..<digit]).trimmed
            let amount = String(rest[digit...].prefix { !"（(".contains($0) }).trimmed
            guard Money(cell: amount, in: .wan) != nil else { return nil }
            let isFirst = index == 0 && title.isEmpty && isBehindTotal
            guard let label = isFirst ? .budget : lexicon.amountLabel(title) else { return nil }
            var (head, value) = (cell, cell)
            (head.text, value.text) = (title, amount)
            lines.append((label, head, value))
        }
        // 本项目总预算 is this year's where no other total is written.
        if !lines.contains(where: { $0.label == .budget }), case .foreign(.allYears, _) = lines[0].label {
            lines[0].label = .budget
        }
    }

    /// Lines, and where there is only one the clauses of a sentence, each with an amount and its unit.
    private static func parts(of text: String) -> [String] {
        func split(_ marks: String) -> [String] {
            text.split(whereSeparator: { marks.contains($0) }).map { String($0).trimmed }.filter { !$0.isEmpty }
        }
        let lines = split("\n")
        // A small table in the cell: a label and its amount a line each.
        let pairs = stride(from: 0, to: lines.count - 1, by: 2).map { (lines[$0], lines[$0 + 1]) }
        if lines.count > 3, lines.count % 2 == 0,
            pairs.allSatisfy({ !$0.0.contains(where: \.isDecimal) && $0.1.first?.isDecimal == true })
        {
            return pairs.map { $0.0 + $0.1 }
        }
        if lines.count > 1 { return lines }
        // 总额：2.88万元一、财政拨款：2.16万元: lines of which the ends were lost.
        let glued = MoneyLines.partedBehindUnits(text)
        if glued.count > 1, !text.contains(where: { "；;，。".contains($0) }) { return glued }
        let clauses = split("；;，。")
        return clauses.allSatisfy { $0.holds("元") } ? clauses : []
    }

    /// Behind 元 the next label begins, where neither a mark nor a bracket follows.
    private static func partedBehindUnits(_ text: String) -> [String] {
        var parts = [""]
        var isBehindUnit = false
        for sign in text {
            if isBehindUnit, sign.isLetter || sign == "（" || sign.isDecimal, sign != "整" { parts.append("") }
            parts[parts.count - 1].append(sign)
            isBehindUnit = sign == "元" || (isBehindUnit && sign.isWhitespace)
        }
        return parts.map(\.trimmed).filter { !$0.isEmpty }
    }

    private static func withoutOpening(_ text: String) -> String {
        var rest = text[...]
        for word in ["本项目", "该项目", "其中", "为", "共", "约"] where rest.begins(with: word) {
            rest = rest.dropFirst(word.count).drop { "：: ".contains($0) }
        }
        return String(rest)
    }
}

/// Sources of money side by side above their amounts.
struct MoneyAcross {
    private(set) var lines: [MoneyLines.Line] = []
    /// The unit in the label at the side.
    private(set) var unit: StatedUnit?

    /// `nil` where the first row is not one of labels of amounts, or the second not one of amounts below them.
    init?(_ rows: [SourceDocument.Row], _ lexicon: Lexicon) {
        guard rows.count > 1 else { return nil }
        let below = rows[1].cells.filter { !$0.text.isEmpty && !$0.continuesAbove }
        var side: [SourceDocument.Cell] = []
        for cell in rows[0].cells where !cell.text.isEmpty && !cell.continuesAbove {
            // Nobody has written the last of them.
            if !lines.isEmpty, lexicon.amountLabel(cell.text) != nil,
                !rows[1].cells.contains(where: { $0.column == cell.column && ($0.continuesAbove || !$0.text.isEmpty) })
            {
                continue
            }
            guard let value = below.first(where: { $0.column == cell.column }) else {
                // The label at the side stands above none of the amounts.
                guard lines.isEmpty else { return nil }
                side.append(cell)
                continue
            }
            guard let label = lexicon.amountLabel(cell.text), AmountCell(value, in: .known(.wan)).amount != nil else {
                return nil
            }
            lines.append((label, cell, value))
        }
        guard lines.count > 1, lines.count == below.count else { return nil }
        unit = side.reversed().lazy.compactMap { FormLabel.moneyUnit(behind: $0.text) }.first
    }
}
