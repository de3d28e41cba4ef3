public import GoalModel

/// The indicator quality of a town: a score with every lost point.
public struct Quality: Hashable, Sendable {
    /// `nil` for a book that cannot be scored: it has no projects, or parts of them could not be read.
    public var score: Points?
    /// One entry a project, in the order of the book.
    public var projects: [ProjectScore]
    /// Points lost in the town's score, summed by rule, the greatest first.
    public var losses: [Loss]
    /// Rows whose target holds a number.
    public var quantifiedRows: Int
    /// Rows of projects whose whole indicator list also stands in another project of the town.
    public var copiedRows: Int
    public var rows: Int
    /// What to fix first: the points that each rule would win if all its findings were put right, the most first.
    public var fixes: [Fix] = []
    /// The same points by what the official review looks at, in its order; every dimension, also where nothing is lost.
    public var dimensions: [Dimension] = []

    public init(
        score: Points?, projects: [ProjectScore], losses: [Loss], quantifiedRows: Int, copiedRows: Int, rows: Int,
        fixes: [Fix] = [], dimensions: [Dimension] = []
    ) {
        (self.score, self.projects, self.losses) = (score, projects, losses)
        (self.quantifiedRows, self.copiedRows, self.rows) = (quantifiedRows, copiedRows, rows)
        (self.fixes, self.dimensions) = (fixes, dimensions)
    }

    public struct ProjectScore: Hashable, Sendable {
        public var project: Int
        public var score: Points
        /// What this project lost, the greatest first; the sum is 100 − score.
        public var losses: [Loss]

        public init(project: Int, score: Points, losses: [Loss]) {
            (self.project, self.score, self.losses) = (project, score, losses)
        }
    }

    public struct Loss: Hashable, Sendable {
        public var code: String
        public var title: String
        /// How many findings cost these points.
        public var findings: Int
        public var points: Points

        public init(code: String, title: String, findings: Int, points: Points) {
            (self.code, self.title, self.findings, self.points) = (code, title, findings, points)
        }
    }

    /// The loss of a town in one dimension of the review.
    public struct Dimension: Hashable, Sendable {
        public var criterion: Criterion
        /// How many findings there are, also those that cost nothing.
        public var findings: Int
        /// In the town's score; those of all dimensions add up to what its score lacks to 100.
        public var points: Points

        public init(criterion: Criterion, findings: Int, points: Points) {
            (self.criterion, self.findings, self.points) = (criterion, findings, points)
        }
    }

    /// The gain of putting right all findings of one rule.
    public struct Fix: Hashable, Sendable {
        public var code: String
        public var title: String
        public var findings: Int
        /// How many projects they are in.
        public var projects: Int
        /// In the town's score.
        public var points: Points

        public init(code: String, title: String, findings: Int, projects: Int, points: Points) {
            (self.code, self.title, self.findings, self.projects, self.points) = (code, title, findings, projects, points)
        }
    }
}
