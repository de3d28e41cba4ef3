internal import Aggregation
internal import Appraisal
internal import BookLayout
internal import GoalModel
internal import Reporting
internal import Text

/// 绩效自评表.pdf of a town.
struct EvaluationDocument {
    let report: AppraisalReport
    let town: TownEvaluation

    var document: AppraisalDocument {
        AppraisalDocument(
            name: "\(report.fullTownName)\(report.yearTitle)度项目支出绩效自评表", author: report.book.unit.name,
            subject: "绩效自评表", year: report.book.fiscalYear, front: front,
            overall: OverallForm(report: report, town: town).form,
            forms: town.projects.compactMap { EvaluatedProject($0, of: report) }.map(form), label: label)
    }

    /// The labels of some forms are longer.
    private var label: Double {
        switch report.settings.form {
        case .national, .hebei2020, .linked, .yunnan: 62
        case .hubei, .sichuan: 74
        }
    }

    private func form(_ content: EvaluatedProject) -> AppraisalForm {
        switch report.settings.form {
        case .national: NationalForm(content: content).form
        case .hebei2020: HebeiForm(content: content).form
        case .hubei: HubeiForm(content: content).form
        case .sichuan: SichuanForm(content: content).form
        case .linked: LinkedFundsForm(content: content).form
        case .yunnan: YunnanForm(content: content).form
        }
    }

    private var front: AppraisalDocument.Front {
        AppraisalDocument.Front(
            title: "\(report.fullTownName)\(report.yearTitle)度项目支出绩效自评汇总表", sentences: sentences, table: table,
            note: "金额单位：万元", notes: town.notes)
    }

    private var sentences: [String] {
        let rate = town.rate.map { "，执行率\($0.percent)" } ?? ""
        let grades = FormGrade.allCases.map { "\($0.rawValue)\(town.count(of: $0))个" }.joined(separator: "、")
        let mean = town.mean.map { "平均\($0)分" } ?? "都还没有总分"
        let weighted = town.weightedMean.map { "，按预算加权平均\($0)分" } ?? ""
        let open = town.open > 0 ? "；有\(town.open)个项目还有内容要补，暂不给总分和等级" : ""
        let overall = town.overall
        let whole = overall.total.map { "得\($0)分，等级为\(overall.grade?.rawValue ?? "")" } ?? "没有填报得分，只列资金"
        return [
            "共\(town.projects.count)个项目，全年预算\(ShownAmount(town.adjusted))万元，支出\(ShownAmount(town.paid))万元\(rate)。",
            "\(mean)\(weighted)；\(grades)\(open)。", "部门整体：预算执行率得\(overall.execution.points)分；\(whole)。",
        ]
    }

    private var table: ReviewGrid {
        let adjusted = ShownAmount.column(town.projects.map(\.adjusted))
        let paid = ShownAmount.column(town.projects.map { $0.paid ?? .zero })
        let missing = EvaluatedProject.missing
        let rows = town.projects.enumerated().map { index, project -> ReviewGrid.Row in
            let isTold = project.paid != nil
            return .cells([
                "\(project.number)", project.name.oneLine, "\(adjusted.rows[index])", isTold ? "\(paid.rows[index])" : missing,
                isTold ? project.execution.percent?.description ?? missing : missing, project.total?.description ?? missing,
                project.grade?.rawValue ?? missing, weakest(of: project),
            ])
        }
        let sum = ReviewGrid.Row.sum([
            "", "合计（平均）", "\(adjusted.total)", "\(paid.total)", town.rate?.percent.description ?? missing,
            town.mean?.description ?? missing, "", "",
        ])
        var grid = ReviewGrid(
            columns: [
                .init("序号", .center), .init("项目", share: 1), .init("全年预算数", .trailing, isFigures: true),
                .init("支出", .trailing, isFigures: true), .init("执行率", .trailing, isFigures: true),
                .init("得分", .trailing, isFigures: true), .init("等级", .center), .init("失分最多的指标", share: 0.9),
            ], rows: rows + [sum], setting: TableSetting(size: 10.5, leading: 14, padding: 2))
        grid.headColumn = 1
        grid.isTinted = true
        return grid
    }

    private func weakest(of project: ProjectEvaluation) -> String {
        guard let row = project.weakest else { return EvaluatedProject.missing }
        let indicators = report.project(project.number)?.indicators ?? []
        let name = indicators.indices.contains(row.row - 1) ? indicators[row.row - 1].name.oneLine : "第\(row.row)行"
        return "\(name)（−\(row.lost)）"
    }
}
