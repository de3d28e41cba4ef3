/// Something a reader or a run has to say about its input: what, where, why, and how to put it right.
///
/// Trouble with content is collected as diagnostics and never thrown.
public struct Diagnostic: Hashable, Sendable {
    public var severity: Severity
    /// A stable kebab-case name, such as `amount-unreadable`.
    public var id: String
    public var location: Location?
    /// What is wrong, one Chinese sentence without a full stop.
    public var summary: String
    /// Why it matters or what was done instead; may be empty.
    public var explanation: String
    /// What the reader of the message should do; may be empty.
    public var remedy: String

    public init(
        _ severity: Severity, id: String, at location: Location?, _ summary: String, explanation: String = "", remedy: String = ""
    ) {
        (self.severity, self.id, self.location) = (severity, id, location)
        (self.summary, self.explanation, self.remedy) = (summary, explanation, remedy)
    }
}

extension Diagnostic {
    /// The same with all its words changed, for example masked; the location stays.
    public func mappingTexts(_ change: (String) -> String) -> Diagnostic {
        Diagnostic(severity, id: id, at: location, change(summary), explanation: change(explanation), remedy: change(remedy))
    }
}

extension Diagnostic: CustomStringConvertible {
    /// For example `甲镇.txt 第12行：预算数“12..5”不是金额。请填写如“12.50”。[amount-unreadable]`.
    public var description: String {
        let place = location.map { "\($0)：" } ?? ""
        let sentences = [summary, explanation, remedy].filter { !$0.isEmpty }.joined(separator: "。")
        return "\(place)\(sentences)。[\(id)]"
    }
}

/// A result together with everything that had to be said while making it.
public struct Warned<Value> {
    public var value: Value
    public var diagnostics: [Diagnostic]

    public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
        self.value = value
        self.diagnostics = diagnostics
    }
}

extension Warned: Sendable where Value: Sendable {}
extension Warned: Equatable where Value: Equatable {}
