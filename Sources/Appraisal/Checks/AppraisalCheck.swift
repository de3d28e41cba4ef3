public import Diagnostics

/// Something that a monitoring or a self-evaluation has to say: what, where, and what to fill in.
public struct AppraisalCheck: Hashable, Sendable {
    public var code: CheckCode
    public var severity: Severity
    /// The project's number in the book; `nil` for the whole town.
    public var project: Int?
    /// The indicator's row, from 1; `nil` for the project.
    public var row: Int?
    /// One or two Chinese sentences with the reason and the remedy.
    public var message: String
    /// The cell of the actual figures.
    public var location: Location?

    public init(
        _ code: CheckCode, _ severity: Severity? = nil, project: Int? = nil, row: Int? = nil, at location: Location? = nil,
        _ message: String
    ) {
        (self.code, self.severity, self.project, self.row) = (code, severity ?? code.severity, project, row)
        (self.location, self.message) = (location, message)
    }
}

/// The stable names of the checks: M on actual figures and monitoring, E on a self-evaluation.
public enum CheckCode: String, Hashable, Sendable, CaseIterable {
    case unknownKey = "M01"
    case valueUnreadable = "M02"
    case paidAboveAdjusted = "M03"
    case paidFalls = "M04"
    case dateOutside = "M05"
    case shareAboveHundred = "M06"
    case reasonMissing = "M07"
    case reasonHalf = "M08"
    case likelihoodMissing = "M09"
    case likelihoodContradicts = "M10"
    case forecastMissing = "M11"
    case above15Percent = "M12"
    case equalExceeded = "M13"
    case goalMoneyGap = "M14"
    case executionThreshold = "M15"
    case adjustmentUnexplained = "M16"
    case actualMissing = "M17"
    case notUpdated = "M18"
    case afterTheYear = "M19"
    case planMissing = "M20"
    case weightsNotHundred = "E01"
    case moneyParts = "E06"
    case paidAboveBudget = "E07"
    case cellBlank = "E12"
    case weightsOffScheme = "E13"
    case gradeBand = "E14"
    case executionReason = "E15"
    case indicatorReason = "E16"
    case adjustmentReason = "E17"
    case farAboveTarget = "E18"
    case valueMissing = "E19"
    case actualNoNumber = "E20"
    case actualCarriesSign = "E21"
    case dateByRate = "E22"
    case rateAboveHundred = "E24"
    case goalThin = "E29"
    case personalData = "E33"
    case highScoreLowExecution = "E34"
    case exactlyAtTarget = "E36"
    case allPerfect = "E38"

    /// How grave it is where a place does not say otherwise.
    public var severity: Severity {
        switch self {
        case .likelihoodMissing, .likelihoodContradicts, .goalMoneyGap, .executionThreshold, .adjustmentUnexplained,
            .actualMissing, .planMissing, .weightsOffScheme, .adjustmentReason, .farAboveTarget, .actualCarriesSign, .dateByRate,
            .goalThin, .highScoreLowExecution, .allPerfect:
            .warning
        case .forecastMissing, .notUpdated, .afterTheYear, .exactlyAtTarget: .hint
        default: .error
        }
    }
}
