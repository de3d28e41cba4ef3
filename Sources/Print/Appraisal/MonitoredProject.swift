internal import Aggregation
internal import Appraisal
internal import GoalModel
internal import Reporting
internal import Text

/// 项目支出绩效目标执行监控表 of a project.
struct MonitoredProject {
    let report: AppraisalReport
    let town: TownMonitoring
    let monitoring: ProjectMonitoring
    let project: Project

    init?(_ monitoring: ProjectMonitoring, of town: TownMonitoring, _ report: AppraisalReport) {
        guard let project = report.project(monitoring.number) else { return nil }
        (self.report, self.town, self.monitoring, self.project) = (report, town, monitoring, project)
    }

    private static let missing = "—"

    private func words(_ money: Money?) -> String { money?.words(in: project.moneyUnit) ?? "" }

    var form: AppraisalForm {
        let unit = project.unit
        let reasons = [("执行偏差原因", monitoring.reason.words), ("预算调整原因", monitoring.adjustmentReason)]
            .filter { !$0.1.isEmpty }.map { FormBlock.wide(label: $0.0, [$0.1]) }
        return AppraisalForm(
            title: "项目支出绩效目标执行监控表", subtitle: subtitle,
            unit: unit.codeAndName,
            note: "单位：" + project.moneyUnit.rawValue, bookmark: "\(monitoring.number)\u{3000}\(project.name)",
            blocks: [
                .fields([
                    .init(label: "项目名称", value: project.name, share: 3),
                    .init(label: "监控结果", value: monitoring.lamp.label, alignment: .centre),
                ]),
                .fields([.init(label: "主管部门", value: ""), .init(label: "实施单位", value: unit.name)]),
                .figures(money),
            ] + reasons + [
                .texts(
                    label: "年度总体\n目标",
                    [
                        .init(label: "年初设定目标", value: project.goals.joined(separator: "\n")),
                        .init(label: "\(town.asOf.period)完成情况", value: monitoring.goalDone),
                    ]),
                .list(list),
            ], notes: notes)
    }

    private var subtitle: String {
        "（\(town.asOf.year)年\(town.asOf.period)）"
    }

    /// Figures of an earlier day say so.
    private var notes: [String] {
        let older = monitoring.figuresOf.flatMap { $0 < town.asOf ? "用的是\($0.words)的数" : nil }
        let none = monitoring.figuresOf == nil ? "到\(town.asOf.words)没有执行数据" : nil
        return [older, none].compactMap(\.self) + town.notes
    }

    // MARK: Money

    /// An estimate is not told to the last 分.
    private var forecast: String {
        guard let forecast = monitoring.money.forecast else { return "" }
        return project.moneyUnit == .wan ? "\(ShownAmount(forecast))" : words(forecast)
    }

    private var money: FormBlock.Figures {
        let money = monitoring.money
        let whole = [
            "年度资金总额", words(monitoring.initial), words(money.adjusted), words(money.paid),
            money.paid == nil ? Self.missing : money.rate?.percent.description ?? Self.missing,
            money.standard?.percent.description ?? Self.missing, forecast, money.lamp.label,
        ]
        let parts = report.actuals.project(monitoring.number, upTo: town.asOf)?.parts ?? []
        let isBooks = monitoring.initial == project.budget
        let book = [project.fiscalFunds, nil, project.otherFunds]
        let rows = ProjectActual.partTitles.enumerated().compactMap { index, name -> [String]? in
            let initial = isBooks ? book[index] : nil
            let paid = parts.indices.contains(index) ? parts[index] : nil
            // Kinds of money that the project does not have need no row.
            if index > 0, (initial ?? .zero) == .zero, (paid ?? .zero) == .zero { return nil }
            return [
                (index == 0 ? "其中：" : "") + name, words(initial), money.adjusted == monitoring.initial ? words(initial) : "",
                words(paid), Self.missing, Self.missing, "", Self.missing,
            ]
        }
        return FormBlock.Figures(
            label: "项目资金\n（\(project.moneyUnit.rawValue)）",
            columns: [
                FormColumn("", .fixed(120), .label), FormColumn("年初预算数", .fixed(86), .figures),
                FormColumn("全年预算数", .fixed(86), .figures), FormColumn("\(town.asOf.period)执行数", .fixed(92), .figures),
                FormColumn("执行率", .fixed(66), .figures), FormColumn("计划支出", .fixed(66), .figures),
                FormColumn("全年预计执行数", .fixed(86), .figures), FormColumn("灯", .fixed(40), .short),
            ], rows: [whole] + rows)
    }

    // MARK: Indicators

    private static let tick = FormColumn.Width.fixed(27)

    private var list: FormList {
        let categories = report.settings.reasons
        let columns =
            [
                FormColumn("一级\n指标", .fixed(40), .label), FormColumn("二级\n指标", .fixed(49), .label),
                FormColumn("三级指标", .free(least: 5)), FormColumn("年度\n指标值", .free(least: 4), .short),
                FormColumn("\(town.asOf.period)\n执行情况", .free(least: 6), .short),
                FormColumn("全年预计完成情况", .free(least: 4), .short), FormColumn("灯", .fixed(34), .short),
            ] + categories.map { FormColumn($0, Self.tick, .short, under: "偏差原因分析") }
            + [FormColumn("原因说明", .free(least: 7), under: categories.isEmpty ? "" : "偏差原因分析")]
            + Likelihood.titles.map { FormColumn($0.title, .fixed(38), .short, under: "完成目标可能性") }
            + [FormColumn("备注", .fixed(40), .short)]
        return FormList(
            columns: columns,
            rows: zip(monitoring.indicators, project.indicators).map { row, indicator in
                texts(of: row, indicator, categories)
            })
    }

    private func texts(of row: IndicatorMonitoring, _ indicator: Indicator, _ categories: [String]) -> [String] {
        let actual = row.actual.isEmpty && row.isNotApplicable ? "不适用" : row.actual
        let isListed = categories.contains(row.reason.category)
        // A category that the list does not have is told in words.
        let why = isListed ? row.reason.wordsWithoutCategory : row.reason.words
        return [indicator.category, indicator.type, indicator.name, row.target, actual, row.forecast ?? ""]
            + [row.isNotApplicable ? Self.missing : row.lamp.label] + categories.map { $0 == row.reason.category ? "√" : "" }
            + [why] + Likelihood.titles.map { $0.value == row.likelihood ? "√" : "" }
            + [row.shortfall.map { "还差\($0)" } ?? ""]
    }
}
