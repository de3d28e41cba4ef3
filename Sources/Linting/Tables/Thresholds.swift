/// Limits of the rules (`thresholds.json5`).
public struct Thresholds: Sendable, Decodable {
    public var estimate: EstimateLimits

    /// How far estimate and budget may lie apart, in % of the budget.
    public struct EstimateLimits: Sendable, Decodable {
        /// Up to this they agree.
        public var agrees: Double
        /// Beyond this it is a warning, before it a hint.
        public var warns: Double
    }
}
