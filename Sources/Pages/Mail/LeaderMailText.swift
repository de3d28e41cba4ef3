import Aggregation
import GoalModel
import Reporting
internal import Text

extension LeaderMail {
    /// The mail as plain text, wrapped at 36 full-width characters.
    public var text: String {
        var lines = ["\(report.town) \(report.year)预算绩效目标"] + notices.map { "※ \($0.sentence)" } + [""]
        for figure in report.figures {
            lines.append("【\(figure.label)】\(figure.value)\(figure.unit)")
            lines.append("  \(figure.sentence)")
        }
        lines += ["", "要办的事"]
        if report.actions.isEmpty { lines.append(report.allClear) }
        for (index, action) in report.actions.enumerated() {
            lines.append("\(index + 1). \(action.title)" + (action.points > .zero ? "（可得\(action.points)分）" : ""))
            lines.append("   \(action.detail)")
        }
        if let change = report.change { lines += ["", "与\(change.basisTitle)相比", change.line] }
        lines += ["", "最大的项目（万元）"]
        for part in report.funding.topTen.prefix(greatest) {
            lines.append("· \(part.name)")
            lines.append("  \(part.amount)（占\(part.share)）")
        }
        lines += ["", "累计计划支出（万元）"]
        for point in report.schedule.points {
            lines.append("\(point.by.title)  \(point.planned)（占\(point.share)，均衡进度\(point.evenShare)）")
        }
        lines.append(report.scheduleSentence)
        if let next = report.nextDue { lines.append(next) }
        lines += ["", particulars]
        // An address that is broken leads nowhere.
        let address = address.map { ["明细：", $0] } ?? []
        return (lines.map { $0.displayable.wrapped(at: 72) } + address).joined(separator: "\n") + "\n"
    }
}

extension String {
    /// The text broken into lines of at most `columns` half-width columns; a full-width character takes two.
    ///
    /// Numbers and Latin words stay whole where they can, no line begins with a closing mark, and further lines of an
    /// indented line are indented alike.
    func wrapped(at columns: Int) -> String {
        split(separator: "\n", omittingEmptySubsequences: false).map { $0.wrappedLine(at: columns) }.joined(separator: "\n")
    }
}

extension Character {
    /// 2 for full-width characters, 1 for others.
    fileprivate var columns: Int {
        unicodeScalars.contains { $0.value >= 0x2E80 || (0x2010...0x2027).contains($0.value) } ? 2 : 1
    }

    /// Whether a line may end between this character and the next one.
    fileprivate func mayBreak(before next: Character) -> Bool {
        if "。，、；：！？）》」』”’%.…—】·,)".contains(next) || "（《「『“‘【(".contains(self) { return false }
        return !(columns == 1 && next.columns == 1 && self != " " && next != " ")
    }
}

extension Substring {
    fileprivate func wrappedLine(at columns: Int) -> String {
        let indent = String(prefix { $0 == " " })
        var lines: [[Character]] = []
        var line: [Character] = []
        for character in self {
            line.append(character)
            guard line.columns > columns else { continue }
            let places = line.indices.dropFirst(indent.count + 1)
            let cut = places.last { line[$0 - 1].mayBreak(before: line[$0]) } ?? line.count - 1
            lines.append(Array(line[..<cut]))
            line = Array(indent) + line[cut...].drop { $0 == " " }
        }
        lines.append(line)
        return lines.map { String($0) }.joined(separator: "\n")
    }
}

extension [Character] {
    fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }
}
