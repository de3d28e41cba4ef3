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
