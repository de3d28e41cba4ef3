package import BookLayout
package import GoalModel
internal import Reporting

/// One project's spending plan in the size of a few lines of text: cumulative shares, beside an even pace.
package struct PlanChart {
    private let project: Project

    private let width = 180.0
    private let height = 48.0
    private let top = 4.0
    private let bottom = 46.0
    private let left = 4.0
    private let right = 176.0

    package init(_ project: Project) {
        self.project = project
    }

    /// The drawing: from date to date along a line, as in the chart of the whole town.
    package var scene: Scene {
        let plan = project.plan
        let words = plan.points.indices.map { "\(plan.points[$0].by.title)\(project.planText($0))" }
        return Scene(
            width: width, height: height, title: "累计计划", description: "\(words.joined(separator: "，"))",
            shapes: [
                .polyline(
                    [.init(x: left, y: bottom), .init(x: right, y: top)], Scene.Stroke(ink: .second, width: 1.5, dashed: true)),
                .polyline(line, Scene.Stroke(ink: .accent, width: 2.5)),
            ])
    }

    /// The dates with their shares, a blank filled as in the sums.
    private var marks: [Scene.Point] {
        zip(project.plan.points, project.plan.filled).map { point, share in
            .init(x: (left + (right - left) * point.by.partOfYear).rounded(), y: level(share).rounded())
        }
    }

    private func level(_ share: Percent) -> Double {
        let part = Double(min(max(share, .zero), .hundred).tenThousandths) / Double(Percent.hundred.tenThousandths)
        return bottom - (bottom - top) * part
    }

    private var line: [Scene.Point] { [.init(x: left, y: bottom)] + marks }
}

extension MonthDay {
    /// How much of the year has passed at its end, by months, 0…1.
    fileprivate var partOfYear: Double {
        min(1, (Double(month - 1) + Double(day) / 30.5) / 12)
    }
}
