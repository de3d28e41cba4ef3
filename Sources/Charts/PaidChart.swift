internal import Aggregation
package import Appraisal
package import BookLayout
internal import GoalModel

/// The budget, what should be paid by a day, what was paid, and what will be by the end of the year.
package struct PaidChart {
    private let town: TownMonitoring

    package init(_ town: TownMonitoring) { self.town = town }

    /// Four bars on one scale.
    package var scene: Scene {
        let amounts =
            [
                ("全年预算", town.adjusted), ("计划支出", town.planned), ("实际支出", town.paid),
            ] + (town.wholeForecast.map { [("全年预计", $0)] } ?? [])
        return BarChart(
            title: "计划与实际支出", unit: "单位：万元",
            bars: amounts.map { label, amount in
                BarChart.Bar(label: label, value: "\(ShownAmount(amount))", amount: Double(amount.fen))
            }, width: 480
        ).scene
    }
}
