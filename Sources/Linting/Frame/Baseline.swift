/// The findings of an earlier run, so that only new ones are shown.
public struct Baseline: Hashable, Sendable, Codable {
    public var fingerprints: Set<String>

    public init(_ findings: [Finding]) {
        fingerprints = Set(findings.map(\.fingerprint))
    }

    /// The findings that were not there before, in their order.
    public func newFindings(in findings: [Finding]) -> [Finding] {
        findings.filter { !fingerprints.contains($0.fingerprint) }
    }

    public init(from decoder: any Decoder) throws {
        fingerprints = try decoder.singleValueContainer().decode(Set<String>.self)
    }

    /// A sorted list, so that the same findings give the same bytes.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(fingerprints.sorted())
    }
}
