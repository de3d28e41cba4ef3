internal import Aggregation
internal import GoalModel
internal import Reporting

/// The changes of a town, for a terminal.
struct CompareText {
    let town: Comparison.Town
    let columns: Int

    var text: String {
        let change = town.change
        var lines = [wrap(town.title, "  ")]
        lines += change.sentences.map { wrap("  " + $0, "  ") }
        if !change.movements.isEmpty {
            lines.append("  金额（万元）：")
            lines += change.movements.flatMap(movement)
        }
        let details = change.details.filter { $0.subject != .project || !$0.item.isEmpty }.filter { $0.item != "预算数" }
        for subject in ChangeDetail.Subject.allCases {
            let mine = details.filter { $0.subject == subject }
            if mine.isEmpty { continue }
            lines.append("  \(subject.rawValue)（\(mine.count)处）：")
            lines += list(mine.prefix(CompareText.most))
            if mine.count > CompareText.most {
                lines.append("    其余\(mine.count - CompareText.most)处请写 -o 文件夹，在网页或Excel里看")
            }
        }
        if change.details.isEmpty, change.movements.isEmpty { lines.append("  " + change.nothing) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The name, and below it the figures where they would not fit beside it.
    private func movement(_ movement: BookChange.Movement) -> [String] {
        let difference = movement.difference
        let sign = difference.exact > .zero ? "+" : ""
        let figures =
            "\(movement.older?.description ?? "新增") → \(movement.newer?.description ?? "取消")（\(sign)\(difference)）"
        let line = "    \(movement.name)  \(figures)"
        if TerminalText.width(line) <= columns { return [line] }
        return [wrap("    " + movement.name, "    "), "      " + figures]
    }

    /// The most details of one kind that are listed.
    private static let most = 60

    /// Each project once, what differs in it below.
    private func list(_ details: some Sequence<ChangeDetail>) -> [String] {
        var lines: [String] = []
        var project: String?
        for detail in details {
            if project != detail.project { lines.append(wrap("    " + (detail.project.isEmpty ? "全书" : detail.project), "    ")) }
            project = detail.project
            lines += self.lines(of: detail)
        }
        return lines
    }

    private func lines(of detail: ChangeDetail) -> [String] {
        let head = "      [\(detail.kind.rawValue)]" + (detail.item.isEmpty ? "" : " " + detail.item)
        let sides = [detail.older, detail.newer].map { $0.replacing("\n", with: "；") }
        let short = head + "：" + sides.filter { !$0.isEmpty }.joined(separator: " → ")
        if TerminalText.width(short) <= columns { return [short] }
        let titled = zip(["原来", "现在"], sides).filter { !$0.1.isEmpty }
        let isPair = titled.count == 2
        return [wrap(head, "        ")] + titled.map { wrap("        " + (isPair ? "\($0.0)：" : "") + $0.1, "        ") }
    }

    private func wrap(_ text: String, _ indent: String) -> String {
        TerminalText.wrap(text, columns: columns, indent: indent)
    }
}
