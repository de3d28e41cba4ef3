internal import GoalModel

/// Lines that belong to the printed page and not to the content: part titles, page numbers, the word 目录.
enum Furniture {
    static func isFurniture(_ text: String, inPartTwo: Bool) -> Bool {
        let word = text.withoutSpaces
        if partTitles.contains(word) || (inPartTwo && partTwoTitles.contains(word)) { return true }
        if word.hasPrefix("第"), word.count <= 5, word.hasSuffix("部分") { return true }
        return isPageNumber(word)
    }

    /// `12`, `- 12 -`, `—12—`, `第3页`, `第3页共9页`.
    private static func isPageNumber(_ word: String) -> Bool {
        guard word.count <= 12 else { return false }
        if word.hasPrefix("第"), word.contains("页") { return true }
        let inner = word.drop { "-—－–".contains($0) }
        let digits = inner.prefix { $0.isNumber }
        return !digits.isEmpty && inner[digits.endIndex...].allSatisfy { "-—－–".contains($0) }
    }

    private static let partTitles: Set<String> = [
        "目录", "部门整体绩效目标", "部门（单位）整体绩效目标", "部门整体支出绩效目标", "预算项目绩效目标", "部门预算项目绩效目标",
    ]

    /// Titles of part two that may also stand inside part one, above what it says of projects.
    private static let partTwoTitles: Set<String> = ["项目绩效目标", "项目支出绩效目标"]
}
