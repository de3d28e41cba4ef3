/// The grade of a form's total.
public enum FormGrade: String, Hashable, Sendable, CaseIterable, Codable {
    case excellent = "优"
    case good = "良"
    case fair = "中"
    case poor = "差"

    /// The least points of 优, 良 and 中; a limit belongs to the better grade.
    public struct Limits: Hashable, Sendable {
        public var excellent = Marks(90)
        public var good = Marks(80)
        public var fair = Marks(60)

        public init() {}

        public init(excellent: Marks, good: Marks, fair: Marks) {
            (self.excellent, self.good, self.fair) = (excellent, good, fair)
        }
    }

    /// - Parameter total: as printed, so that 90.00 is never 良.
    public init(of total: Marks, limits: Limits = Limits()) {
        self =
            if total >= limits.excellent { .excellent } else if total >= limits.good { .good } else if total >= limits.fair {
                .fair
            } else {
                .poor
            }
    }
}
