internal import Diagnostics
internal import GoalModel
internal import Text

extension Diagnostic {
    /// What is odd about the figures of an indicator's value; `nil` for nearly all.
    static func target(_ indicator: Indicator, row: Int, project: Int) -> Diagnostic? {
        guard let trouble = indicator.target.trouble else { return nil }
        let value = "第\(project)个项目第\(row)行的指标值\(indicator.target.text.shortened(to: 24).quoted)"
        let words: (summary: String, explanation: String, remedy: String) =
            switch trouble {
            case .brokenNumber: ("的数字中间有空白、换行或分隔符", "分不清是一个数还是几个数，没有当作数字", "请写成一个数，如“≥1234次”")
            case .raisedOrFraction: ("用了上标或分数符号", "没有当作数字", "请写成普通数字，如“10000”“0.5”")
            case .countedDate(let unit): ("是日期，却带有计量单位\(unit.quoted)", "已按日期理解", "请改为数量，或删去\(unit.quoted)")
            case .dateSerial(let day):
                ("像是表格软件存日期用的序号（\(day.iso)）", "没有改动，照原样读入", "如果是日期，请把单元格设为日期格式，或写成“\(day.words)”")
            }
        return Diagnostic(
            .warning, id: "target-figures", at: indicator.places[.target], value + words.summary, explanation: words.explanation,
            remedy: words.remedy)
    }
}
