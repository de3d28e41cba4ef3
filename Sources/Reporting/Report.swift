public import Aggregation
public import Diagnostics
public import GoalModel
public import Linting

/// Everything that an output may say of one town and year.
///
/// Outputs show it; none computes a figure of its own.
public struct Report: Sendable {
    public var book: GoalBook
    public var funding: Funding
    public var schedule: Schedule
    public var quality: Quality
    /// In the order of the book.
    public var findings: [Finding]
    /// What is agreed to be kept; it counts in no score and no number.
    public var waived: [WaivedFinding] = []
    /// What became of each agreement.
    public var waiverUses: [WaiverUse] = []
    /// The personal numbers that may be seen; none where all are hidden.
    public var keptNumbers: Set<String> = []
    /// What was written to the findings, by fingerprint.
    public var replies: [String: FindingReply] = [:]
    /// Everything that was ever answered of the town, also to findings that are gone.
    public var answers: [FindingReply] = []
    /// The settings that it goes by; `nil` where there are only the defaults.
    public var recordedReview: RecordedReview?
    /// 测算核对: for each project whose quantity and unit cost fit, what they come to.
    public var estimates: [Estimate]
    /// What reading the documents had to say.
    public var diagnostics: [Diagnostic]
    /// Exactly three: how much, how well, what is wrong.
    public var figures: [Figure]
    /// At most three things to do, the most useful first; none when all is well.
    public var actions: [Action]
    public var counts: FindingCounts
    /// Who reviews, and by which documents of the county.
    public var opinion = OpinionSettings()
    /// Personal data is hidden, so that it may be shown to anyone.
    public var isMasked = false
    /// The folder beside its papers with the town's own files and their comments; `nil` where they are not handed back.
    public var annotatedFolder: String?
    /// What changed since an older book or result, where there is one; see ``EarlierBooks``.
    public var change: BookChange?
    /// How score and errors went over the nights, where somebody keeps count of that.
    public var trend: ScoreTrend?

    /// Puts together what there is to say of a book.
    ///
    /// - Parameter day: The day for which to say what is due next; without it nothing is said of that.
    public init(
        book: GoalBook, diagnostics: [Diagnostic], findings: [Finding], quality: Quality, kinds: ProjectKinds,
        estimates: [Estimate] = [], asOf day: CalendarDay? = nil
    ) {
        (self.book, self.diagnostics, self.findings) = (book, diagnostics, findings)
        (self.quality, self.estimates) = (quality, estimates)
        funding = Funding(book: book, kinds: kinds)
        schedule = Schedule(book: book, asOf: day)
        // A cell that could not be read may also fail a rule; the same place counts once.
        let faulty = Set(findings.filter { $0.severity == .error }.compactMap(\.location))
        let unread = diagnostics.filter { $0.severity == .error && $0.location.map(faulty.contains) != true }
        counts = FindingCounts(findings, unread: unread.count)
        figures = Headlines(funding: funding, expenseClasses: book.expenseClasses, quality: quality, counts: counts).figures
        let points = Dictionary(quality.fixes.map { ($0.code, $0.points) }, uniquingKeysWith: +)
        actions = ActionList(book: book, findings: findings, unread: unread, points: points).actions
    }
}

/// A headline figure with the sentence that explains it.
public struct Figure: Hashable, Sendable {
    public var label: String
    /// For example `61,674.90`.
    public var value: String
    /// For example `万元`.
    public var unit: String
    public var sentence: String
}

/// One thing to do.
public struct Action: Hashable, Sendable {
    /// An imperative of at most 20 characters.
    public var title: String
    /// Where and how, one or two sentences.
    public var detail: String
    public var projects: [Int]
    /// What doing it wins in the town's score.
    public var points: Points
    public var urgency = Urgency.others

    /// What comes first: what is in no figure, then what makes the town fail.
    public enum Urgency: Int, Hashable, Sendable, Comparable {
        case unread, personal, errors, others

        public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

        /// What is to be done about all of it; `nil` where each rule says it for itself.
        var title: String? {
            switch self {
            case .unread: "补全没有读全的内容"
            case .personal: "删去公开前必须删去的个人信息"
            case .errors: "改正全部错误"
            case .others: nil
            }
        }
    }
}

extension Report {
    /// What reading had to say and no rule says of the same cell: that it could not be read is then its reason, and no second
    /// error.
    public var notes: [Diagnostic] {
        let codes = Set(diagnostics.compactMap { Report.doubled[$0.id] })
        if codes.isEmpty { return diagnostics }
        let places = Dictionary(grouping: findings.filter { codes.contains($0.code) }, by: \.code)
            .mapValues { Set($0.compactMap(\.location)) }
        return diagnostics.filter { note in
            guard let code = Report.doubled[note.id], let location = note.location else { return true }
            return places[code]?.contains(location) != true
        }
    }

    /// The rules that say the same as a remark of reading, by its id.
    public static let doubled = [
        "amount-unreadable": "F02", "money-unit-unknown": "F02", "percent-unreadable": "S01", "percent-unclear": "S01",
        "percent-out-of-range": "S01", "plan-missing": "S01", "indicators-missing": "I26",
    ]
}
