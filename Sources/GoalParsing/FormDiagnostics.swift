internal import Diagnostics
internal import GoalModel
internal import Text

extension Diagnostic {
    static func cells(_ trouble: IndicatorReading.Trouble, project: Int) -> Diagnostic {
        let isShort = trouble.found < trouble.expected
        let difference = isShort ? "少\(trouble.expected - trouble.found)格" : "多\(trouble.found - trouble.expected)格"
        return Diagnostic(
            .error, id: "row-cells", at: trouble.place,
            "第\(project)个项目第\(trouble.row)行指标\(difference)（应有\(trouble.expected)格，读到\(trouble.found)格）",
            explanation: isShort
                ? "已按内容对应到各列，缺的列为空" : trouble.isJoined ? "描述中有制表符，已合为一格" : "多出的内容列入网页的“未归类文字”",
            remedy: "请对照表头补齐或删去单元格")
    }

    static func unfilled(_ row: Passage, count: Int, project: Int) -> Diagnostic {
        Diagnostic(
            .hint, id: "rows-unfilled", at: row.location, "第\(project)个项目有\(count)行指标没有填写，如\(row.text.quoted)",
            explanation: "没有当作指标读入",
            remedy: "请填写，或删去这些行")
    }

    static func titleDiffers(_ title: String, name: String, project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "title-differs", at: place, "第\(project)个项目的表题写的是\(title.quoted)，项目名称写的是\(name.quoted)",
            explanation: "已按项目名称处理", remedy: "请使表题和项目名称一致")
    }

    static func indicatorsMissing(project: Int, name: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: "indicators-missing", at: place, "第\(project)个项目\(name.shortened(to: 24).quoted)没有读到绩效指标",
            explanation: "表中没有指标行，或缺少“一级指标、二级指标、三级指标…”的表头", remedy: "请补齐指标表头和指标行")
    }
}
