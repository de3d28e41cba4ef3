public import Diagnostics
internal import GoalModel
internal import Text

extension Diagnostic {
    /// Tables that are not understood, or not there: what was read is not the whole book.
    public static let doubtIDs: Set<String> = ["table-doubtful", "contents-only", "list-without-values"]

    static func doubtful(_ table: FormTable, project: Int) -> Diagnostic {
        Diagnostic(
            .error, id: "table-doubtful", at: table.place,
            "第\(project)个项目的绩效指标表没有把握读对：\(table.doubts.joined(separator: "；"))",
            explanation: "表中\(table.rows.count)行照原样列出，没有当作指标，也没有计入任何数字",
            remedy:
                "请对照 读入对照.html（goalbook build 生成）或 goalbook facts --explain 看各栏被认作什么，把表头改成通行的名称；也可以把这里的写法写进输入文件夹里的 栏目名称.json5（goalbook help formats）"
        )
    }

    static func blankForm(at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "form-blank", at: place, "这张申报表是空白的或只是样表，没有项目名称、金额和指标", explanation: "没有当作项目读入",
            remedy: "请填写后再放进来，或删去这张表")
    }

    static func onlyLongTerm(project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "only-long-term", at: place, "第\(project)个项目只填了中期（实施期）的目标和指标，年度的是空的",
            explanation: "已把中期的当作本年度的", remedy: "请填写年度目标和年度指标值；只实施一年的项目，两栏填成一样")
    }

    /// The total is not written, but what it is made up of.
    static func budgetFromParts(_ text: String, project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "budget-from-parts", at: place, "第\(project)个项目没有写资金总额，已按各项资金相加得出\(text)",
            explanation: "财政资金与其他资金之和", remedy: "请在资金总额一格填写合计数")
    }
}
