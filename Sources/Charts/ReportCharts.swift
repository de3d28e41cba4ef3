internal import Aggregation
package import BookLayout
internal import Diagnostics
internal import GoalModel
internal import Linting
package import Reporting
internal import Text

/// The four charts of a report; what each shows stands as a table or in its description, too.
package struct ReportCharts {
    private let report: Report
    /// In units; see ``BookLayout/Scene``.
    private let width: Double

    package init(_ report: Report, width: Double = Scene.phoneWidth) {
        self.report = report
        self.width = width
    }

    /// Funding by kind of project.
    ///
    /// - Parameter limit: the most bars; what is smaller goes into one.
    package func kinds(limit: Int = .max) -> BarChart {
        let bars = report.funding.leadingKinds(limit).map { part in
            BarChart.Bar(label: part.label.oneLine, value: part.amount.description, amount: Double(part.amount.hundredths))
        }
        return BarChart(title: "各类项目预算", unit: "单位：万元", bars: bars, width: width)
    }

    /// The ten greatest projects, each with its share in the total behind its amount.
    package func topTen() -> BarChart {
        let parts = report.funding.topTen
        let bars = parts.map { part in
            BarChart.Bar(
                label: "\(part.project) \(part.name.oneLine)",
                value: "\(part.amount.description)　\(part.share)", amount: Double(part.amount.hundredths))
        }
        return BarChart(title: "最大的\(parts.count)个项目", unit: "万元，占预算总额", bars: bars, width: width)
    }

    /// Planned spending over the year against an even pace; none where the book has no plan.
    ///
    /// - Parameter showsShares: whether each point tells its share.
    package func pace(showsShares: Bool = true) -> Scene? {
        guard !report.schedule.points.isEmpty else { return nil }
        return PaceChart(points: report.schedule.points, width: width, showsShares: showsShares).scene
    }

    /// The score as one line of parts: 100 = 87.3 + 5.6 + 4.6 + 2.0 + 0.5.
    package func score() -> Scene {
        let losses = report.quality.dimensions.filter { $0.points > .zero }
        let lost = losses.map { (label: $0.criterion.rawValue, value: $0.points.description, tenths: $0.points.tenths) }
        let score = report.quality.score ?? .zero
        let parts = [(label: "得分", value: score.description, tenths: score.tenths)] + lost
        return ScoreBar(parts: parts, width: width).scene
    }
}
