internal import Diagnostics
internal import GoalModel
internal import Text

/// A row about a trade that the project has nothing to do with was copied from another project.
struct IndicatorForeign: IndicatorRule {
    static let description = RuleDescription(
        code: "I20", id: "indicator-foreign", title: "指标与项目无关", level: .indicator, severity: .hint, criterion: .relevance,
        why: "指标说的专业事项在项目名称、用途、目标和其他指标里都没有出现，多半是从指标库或别的项目照抄来的。", remedy: "请换成反映本项目内容的指标；确属本项目内容的，请在资金用途或绩效目标中写明。",
        action: "删去与项目无关的指标",
        sources: [.relevantGoals, .guidePrinciples],
        passing: [
            .table(["时效指标|垃圾分类及时率|按时分类的占比|≥95%"], name: "农村人居环境整治", purpose: "村庄保洁"),
            .table(["成本指标|人均培训成本|每人每次|≤200元"], name: "民兵训练经费", purpose: "民兵集中培训"),
            .table(["成本指标|人均培训成本|每人每次|≤200元", "数量指标|培训人次|全年|≥30人次"], name: "财政所经费", purpose: "办公用品"),
            .table(["数量指标|征兵人数|全年|≥5人"], name: "乡镇综合事务经费", purpose: "各项工作"),
        ],
        failing: [
            .table(["时效指标|垃圾分类及时|及时性|≥95%", "质量指标|物资合格率|合格占比|≥95%"], name: "伙食补助", finds: .indicatorName),
            .table(["经济效益指标|保证矿井安全运行|安全运行|优"], name: "食药监管", purpose: "用于食药监管", finds: .indicatorName),
            .table(
                ["数量指标|办公用品|次数|≥2次", "成本指标|人均成本|每人培 训成本|≤200元"], name: "财政所经费", purpose: "办公用品",
                finds: .cell(.description)),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        let domains = scope.tables.domains
        let inName = domains.found(in: row.name)
        let found = inName + (row.description == row.name ? [] : domains.found(in: row.description))
        guard !found.isEmpty, !domains.general.stand(in: row.project.name.compact) else { return }
        let elsewhere = row.restOfProject
        // What a project has to do with at all is looked for in everything that it says elsewhere.
        guard let (word, _) = found.first(where: { !($0.domain.words + $0.domain.related).stand(in: elsewhere) }) else { return }
        report(Violation(.foreign(row, word), at: inName.contains { $0.word == word } ? .indicatorName : .cell(.description)))
    }
}

extension Row {
    /// Everything that the project says outside this row, without spaces.
    fileprivate var restOfProject: String {
        var texts = [project.name, project.purpose] + project.goals
        for (index, other) in project.indicators.enumerated() where index + 1 != number {
            texts += [other.name, other.description, other.target.text, other.basis]
        }
        return texts.joined(separator: "\n").compact
    }
}

extension Finding.Message {
    fileprivate static func foreign(_ row: Row, _ word: String) -> Self {
        "\(row.type)\(row.indicator.name.quoted)说的是\(word.quoted)，项目的其他内容都没有提到"
    }
}
