package import Aggregation
internal import GoalModel
internal import Reporting

/// The spending plan of a town.
extension TownLists {
    /// A date of the town's plan, or of a project's.
    package struct PlanRow {
        let by: MonthDay
        package var point: Schedule.Point?
        var project: Project?
        var planned: String?
    }

    package var townPlan: DataList<PlanRow> {
        DataList(report.schedule.points.map { PlanRow(by: $0.by, point: $0) }, planColumns)
    }

    /// The town as a whole, then each project.
    var plan: DataList<PlanRow> {
        var list = townPlan
        list.rows += report.book.projects.flatMap { project in
            project.plan.points.indices.map { index in
                PlanRow(by: project.plan.points[index].by, project: project, planned: project.planText(index))
            }
        }
        return list
    }

    private var planColumns: [Column<PlanRow>] {
        [
            Column("序号", "project", in: .files) { $0.project?.number },
            Column("项目编码", "code", in: .files) { $0.project.map { Code($0.code) } },
            Column("项目名称", "name", in: .files) { [town = report.town] in $0.project?.name ?? town },
            Column("时点", "by", in: [.files, .html]) { $0.by.title },
            Column("累计", "plan", in: .files) { $0.planned },
            Column("本期", "addedWan", in: [.files, .html]) { $0.point?.added },
            Column("累计", "plannedWan", in: [.files, .html]) { $0.point?.planned },
            Column("占预算", "percent", in: [.files, .html]) { $0.point?.share },
            Column("均衡进度", "evenPercent", in: [.files, .html]) { $0.point?.evenShare },
        ]
    }

    /// Each project's cumulative shares in a row, and below what they come to for the town.
    var planSheet: DataList<ProjectRow> {
        let points = report.schedule.points
        var list = projects.only("number", "code", "name", "budget").totals([:])
            .with("name") { name in
                name.limit = 30
                name.totals = ["累计计划（万元）", "本期计划（万元）", "占预算", "均衡进度"].map { .text($0) }
            }
            .with("budget") { $0.totals = [.shown(report.funding.total)] }
        list.columns += points.map { point in
            Column(
                point.by.title, point.by.title,
                totals: [.shown(point.planned), .shown(point.added), .share(point.share), .share(point.evenShare)]
            ) { $0.project.plan.points.last { $0.by == point.by }?.percent }
        }
        return list.moving("code", before: nil, in: .xlsx)
    }
}
