public import GoalModel

/// What the checks of a filled form must be told, because it takes more than the form to know.
public struct FormSurroundings: Sendable {
    /// The personal numbers in a text, as messages may show them: `138******12`.
    public var numbers: @Sendable (String) -> [String] = { _ in [] }
    /// The names of persons in a text, as messages may show them.
    public var names: @Sendable (String) -> [String] = { _ in [] }
    /// Of a project's indicators, what is said of those about a trade that it has nothing to do with, by the row from 0.
    public var foreign: @Sendable (Project) -> [Int: String] = { _ in [:] }

    public init() {}
}
