internal import Diagnostics
internal import GoalModel

/// Where the texts of a book come from, for messages about single characters.
struct Origins {
    struct Origin {
        /// For example `项目3“指标值”`.
        var name: String
        var location: Location?
    }

    private var list: [Origin] = []

    /// - Returns: the number that ``subscript(_:)`` finds it by; never 0.
    mutating func add(_ name: String, at location: Location?) -> Int {
        list.append(Origin(name: name, location: location))
        return list.count
    }

    subscript(number: Int) -> Origin? {
        list.indices.contains(number - 1) ? list[number - 1] : nil
    }
}
