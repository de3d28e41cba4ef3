internal import GoalModel
internal import Text

/// An indicator with what several rules want to know of it.
struct Row: Sendable {
    let indicator: Indicator
    let kind: IndicatorKind?
    /// Counted from 1.
    let number: Int
    let project: Project
    /// The level-three name, folded and without spaces: for comparing; messages show that of the indicator.
    let name: String
    /// The description, folded and without spaces.
    let description: String

    init(_ indicator: Indicator, number: Int, of project: Project) {
        (self.indicator, self.number, self.project) = (indicator, number, project)
        kind = indicator.kind
        name = indicator.name.compact
        description = indicator.description.compact
    }

    var quantity: Target.Quantity? { indicator.target.quantity }

    /// 成本指标, or what the row's type cell says.
    var type: String { indicator.type.isEmpty ? indicator.category : indicator.type }

    /// Whether one of the words stands in the name or the description.
    func mentions(_ words: [String]) -> Bool {
        words.contains { name.holds($0) || description.holds($0) }
    }
}
