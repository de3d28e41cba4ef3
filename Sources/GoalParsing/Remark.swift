internal import GoalModel
internal import SourceFiles
internal import Text

/// Words below a table that are none of it: a note on how it is filled in, or who signs it.
enum Remark {
    /// Whether a row begins with such words; what stands behind them in the row is theirs.
    ///
    /// `注：本表一式两份`, `填报人：张某`, `备注` beside its text; 签字 alone could be the name of an indicator.
    static func isRow(_ cells: some Collection<SourceDocument.Cell>) -> Bool {
        guard let first = cells.first(where: { !$0.text.isEmpty }), first.text.utf8.count <= 3_000,
            let sign = first.text.unicodeScalars.first, beginnings.contains(sign)
        else { return false }
        let word = String(first.text.withoutSpaces.folded.prefix(24))
        if notes.contains(word) { return true }
        return (notes + signatures).contains { start in
            guard word.begins(with: start) else { return false }
            var rest = word.dropFirst(start.count)
            if rest.first == "(", let close = rest.firstIndex(of: ")") { rest = rest[close...].dropFirst() }
            return rest.drop { $0.isDecimal }.first == ":"
        }
    }

    private static let notes = ["注", "备注", "附注", "说明", "填表说明", "填报说明"]
    private static let signatures = [
        "填报人", "填表人", "填报日期", "填表日期", "填报时间", "填表时间", "制表", "制表人", "制表日期", "制表单位", "审核人", "审核", "复核人", "复核", "审批人",
        "单位负责人", "财务负责人", "项目负责人", "部门负责人", "负责人", "经办人", "联系人", "联系电话", "联系方式", "分管领导", "主管领导", "主要领导", "单位领导",
        "领导签字", "签字", "盖章", "单位公章", "填报单位", "填表单位",
    ]
    private static let beginnings = Set((notes + signatures).compactMap(\.unicodeScalars.first))
}
