internal import Foundation
internal import Linting

/// 测算核对 of a project.
struct FactsEstimate: Encodable {
    let project: Int
    let text: String
    let estimateFen: OrNull<Int64>
    /// To four decimals, as a decimal number so that it is written the same everywhere.
    let ratio: OrNull<Decimal>
    let agrees: Bool

    init(_ estimate: Estimate) {
        project = estimate.project
        text = estimate.text
        estimateFen = OrNull(estimate.estimateFen)
        ratio = OrNull(estimate.ratio.flatMap { Int64(exactly: ($0 * 10_000).rounded()) }.map { Decimal($0) / 10_000 })
        agrees = estimate.agrees
    }
}
