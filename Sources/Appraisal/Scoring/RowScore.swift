/// What a row of a form gets, with the reason.
public struct RowScore: Hashable, Sendable {
    /// The rule that gave the points.
    public enum Branch: String, Hashable, Sendable, CaseIterable {
        case met, proportion, reverseProportion, reverseDeduction, twiceTheTarget, zeroTargetMissed, belowZero
        case overAchieved
        case graded, gradedOutside, gradedBlank
        case inTime, late, unfinished, lateBlank
        case valueMissing, notComparable
    }

    /// `nil` where the entered points are refused or missing: nobody can tell them.
    public var points: Marks?
    public var weight: Marks
    public var branch: Branch
    /// Whether the target was missed, though rounding may have given all points.
    public var isMissed: Bool
    /// For people: `10×37.24/43.2 = 8.62`.
    public var working: String

    init(_ points: Marks?, of weight: Marks, _ branch: Branch, isMissed: Bool, working: String) {
        (self.points, self.weight, self.branch, self.isMissed, self.working) = (points, weight, branch, isMissed, working)
    }

    /// Whether the form must say why: the target was missed, or points are gone.
    public var needsReason: Bool { isMissed || (points.map { $0 < weight } ?? true) }

    /// The same with points taken off, never below nothing.
    public func deducting(_ deduction: Marks) -> RowScore {
        guard let points, deduction > .zero else { return self }
        var score = self
        let left = max(.zero, points - deduction)
        score.points = left
        score.working += "；扣\(deduction.short)分，得\(left)"
        return score
    }
}
