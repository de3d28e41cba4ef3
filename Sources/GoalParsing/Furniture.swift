internal import GoalModel
internal import Text

/// Lines that belong to the printed page and not to the content: part titles, page numbers, the word 目录.
enum Furniture {
    static func isFurniture(_ text: String, inPartTwo: Bool) -> Bool {
        guard text.utf8.count <= 120, text.utf8.count <= 60 || text.holds("目标") || text.begins(with: "第") else {
            return false
        }
        let word = text.withoutSpaces
        if partTitles.contains(word) || (inPartTwo && partTwoTitles.contains(word)) { return true }
        if let rest = behindPart(word) { return rest.isEmpty || partTitles.contains(rest) || partTwoTitles.contains(rest) }
        return isPageNumber(word)
    }

    /// `第二部分 预算项目绩效目标`, `四、部门预算项目绩效目标`.
    static func beginsPartTwo(_ text: String) -> Bool {
        guard text.utf8.count <= 120, text.holds("部分") || text.holds("项目") else { return false }
        let word = text.withoutSpaces
        if word.begins(with: "第二部分") { return true }
        let numbering = Numbering(word)
        return partTwoTitles.contains(String(numbering.rest).trimmingSuffix("："))
            && (numbering.isNumbered || word.begins(with: "预算"))
    }

    /// `第一部分 部门整体绩效目标`.
    static func beginsPartOne(_ text: String) -> Bool {
        text.utf8.count <= 120 && text.holds("部") && text.withoutSpaces.begins(with: "第一部分")
    }

    /// What stands behind 第…部分; `nil` when the line does not begin with that.
    static func behindPart(_ word: String) -> String? {
        guard word.begins(with: "第"), let part = word.prefix(6).place(of: "部分") else { return nil }
        guard word[..<part.lowerBound].dropFirst().allSatisfy({ "一二三四五六七八九十".contains($0) || $0.isDecimal }) else { return nil }
        return String(word[part.upperBound...].drop { "：:、.．".contains($0) })
    }

    /// `12`, `- 12 -`, `—12—`, `第3页`, `第3页共9页`.
    static func isPageNumber(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let word = text.withoutSpaces
        if word.begins(with: "第"), word.contains("页") {
            return word.allSatisfy { $0.isDecimal || "一二三四五六七八九十".contains($0) || "第页共/，,".contains($0) }
        }
        let inner = word.drop { "-—－–·".contains($0) }
        let digits = inner.prefix { $0.isDecimal }
        return !digits.isEmpty && digits.count <= 4 && inner[digits.endIndex...].allSatisfy { "-—－–·".contains($0) }
    }

    private static let partTitles: Set<String> = [
        "目录", "部门整体绩效目标", "部门（单位）整体绩效目标", "部门(单位)整体绩效目标", "部门整体支出绩效目标", "预算项目绩效目标", "部门预算项目绩效目标", "单位整体绩效目标",
        "部门预算绩效目标",
    ]

    /// Titles of part two that may also stand inside part one, above what it says of projects.
    private static let partTwoTitles: Set<String> = [
        "项目绩效目标", "项目支出绩效目标", "预算项目绩效目标", "部门预算项目绩效目标", "预算项目支出绩效目标", "部门项目支出绩效目标", "部门预算项目支出绩效目标",
        "项目支出绩效目标表", "预算项目绩效目标表",
    ]
}
