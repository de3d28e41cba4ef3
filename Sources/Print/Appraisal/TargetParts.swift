internal import GoalModel
internal import Text

/// A target in the three columns of some forms: sign or 定性, value, unit.
struct TargetParts {
    let sign: String
    let value: String
    let unit: String

    init(_ target: Target) {
        guard let quantity = target.quantity, let number = quantity.number else {
            (sign, value, unit) = (target.text.isEmpty ? "" : "定性", target.text, "")
            return
        }
        (sign, value, unit) = (quantity.comparator?.rawValue ?? "", "\(number)", quantity.unit)
    }
}
