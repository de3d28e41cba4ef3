internal import Aggregation
package import Appraisal
internal import GoalModel
internal import Reporting

/// The towns of a county by lamps and by grades; the county's workbook and pages are written from them.
package struct CountyAppraisalLists {
    private let county: AppraisalCounty

    package init(_ county: AppraisalCounty) { self.county = county }

    /// A town that was looked at, or that has reported nothing.
    package struct TownRow<Figures> {
        package let town: String
        /// `nil` where the town has reported nothing.
        package let figures: Figures?
    }

    private func rows<Figures>(_ figures: (AppraisalReport) -> Figures?) -> [TownRow<Figures>] {
        let told = zip(county.told, county.townNames).compactMap { report, name in
            figures(report).map { TownRow(town: name, figures: $0) }
        }
        return told + county.silent.map { TownRow(town: $0, figures: nil) }
    }

    /// The towns that are farthest behind first; those that have reported nothing at the end.
    package var monitoring: DataList<TownRow<TownMonitoring>> {
        let all = county.monitoring
        let rows = rows(\.monitoring).enumerated().sorted { one, other in
            let (a, b) = (one.element.figures, other.element.figures)
            let (x, y) = (a?.behind.fen ?? -1, b?.behind.fen ?? -1)
            return x != y ? x > y : one.offset < other.offset
        }
        let lamps = Lamp.allCases.map { lamp in
            Column<TownRow<TownMonitoring>>(lamp.label, lamp.rawValue, totals: [all.map { .count($0.counts[lamp]) } ?? .blank]) {
                $0.figures?.counts[lamp]
            }
        }
        return DataList(
            rows.map(\.element),
            [
                Column("乡镇", "town", upTo: 28, totals: [.text("合计（\(county.told.count)个乡镇）")]) { $0.town },
                Column("报送", "state", totals: [.text(county.silent.isEmpty ? "" : "\(county.silent.count)个未报")]) {
                    Code($0.figures == nil ? "○未报" : "已报")
                },
                Column("项目", "projects", totals: [.count(all?.projects.count ?? 0)]) { $0.figures?.projects.count },
            ] + lamps + [
                Column("全年预算", "adjusted", totals: [sum(all?.adjusted)]) { ($0.figures?.adjusted).map(ShownAmount.init) },
                Column("计划支出", "planned", totals: [sum(all?.planned)]) { ($0.figures?.planned).map(ShownAmount.init) },
                Column("实际支出", "paid", totals: [sum(all?.paid)]) { ($0.figures?.paid).map(ShownAmount.init) },
                Column("执行率", "rate", totals: [all?.rate?.percent.cell ?? .blank]) { $0.figures?.rate?.percent },
                Column("落后于计划", "behind", totals: [sum(all?.behind)]) { ($0.figures?.behind).map(ShownAmount.init) },
                Column("没有填支出的项目", "missingProjects", totals: [.count(all?.missing.projects ?? 0)]) {
                    $0.figures?.missing.projects
                },
                Column("没有填的指标", "missingRows", totals: [.count(all?.missing.indicators ?? 0)]) {
                    $0.figures?.missing.indicators
                },
            ])
    }

    /// The lowest means first; those that have reported nothing at the end.
    package var evaluation: DataList<TownRow<TownEvaluation>> {
        let all = county.evaluation
        let rows = rows(\.evaluation).enumerated().sorted { one, other in
            func key(_ row: TownRow<TownEvaluation>) -> Int {
                row.figures.map { $0.mean?.hundredths ?? 100_000 } ?? 200_000
            }
            let (x, y) = (key(one.element), key(other.element))
            return x != y ? x < y : one.offset < other.offset
        }
        let grades = FormGrade.allCases.map { grade in
            Column<TownRow<TownEvaluation>>(
                grade.rawValue, "grade\(grade)", totals: [all.map { .count($0.count(of: grade)) } ?? .blank]
            ) { $0.figures?.count(of: grade) }
        }
        return DataList(
            rows.map(\.element),
            [
                Column("乡镇", "town", upTo: 28, totals: [.text("合计（\(county.told.count)个乡镇）")]) { $0.town },
                Column("报送", "state", totals: [.text(county.silent.isEmpty ? "" : "\(county.silent.count)个未报")]) {
                    Code($0.figures == nil ? "○未报" : "已报")
                },
                Column("项目", "projects", totals: [.count(all?.projects.count ?? 0)]) { $0.figures?.projects.count },
                Column("平均得分", "mean", totals: [all?.mean?.cell ?? .blank]) { $0.figures?.mean },
                Column("加权平均", "weighted", totals: [all?.weightedMean?.cell ?? .blank]) { $0.figures?.weightedMean },
            ] + grades + [
                Column("暂不评定", "open", totals: [.count(all?.open ?? 0)]) { $0.figures?.open },
                Column("80分以下", "below", totals: [.count(all?.belowGood ?? 0)]) { $0.figures?.belowGood },
                Column("全年预算", "adjusted", totals: [sum(all?.adjusted)]) { ($0.figures?.adjusted).map(ShownAmount.init) },
                Column("支出", "paid", totals: [sum(all?.paid)]) { ($0.figures?.paid).map(ShownAmount.init) },
                Column("执行率", "rate", totals: [all?.rate?.percent.cell ?? .blank]) { $0.figures?.rate?.percent },
            ])
    }

    private func sum(_ money: Money?) -> Cell { money.map { .shown(ShownAmount($0)) } ?? .blank }
}
