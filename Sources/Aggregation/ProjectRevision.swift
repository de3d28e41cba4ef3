public import GoalModel

/// How a project differs that is in both of two books.
public struct ProjectRevision: Hashable, Sendable {
    public var older: Edition.Project
    public var newer: Edition.Project
    public var addedRows: [Edition.Row] = []
    public var droppedRows: [Edition.Row] = []
    public var changedRows: [RowChange] = []
    /// Something but its year is different in the name.
    public var isRenamed: Bool

    public struct RowChange: Hashable, Sendable {
        public var older: Edition.Row
        public var newer: Edition.Row
        /// The cells that differ, in the order of the form.
        public var fields: [Indicator.Field]
    }

    public var hasNewBudget: Bool { older.budget != newer.budget }
    /// The sources of the money differ.
    public var hasNewFunds: Bool { older.fiscalFunds != newer.fiscalFunds || older.otherFunds != newer.otherFunds }
    /// The plan says something else, a blank being what stands before it.
    public var hasNewPlan: Bool {
        older.plan.points.map(\.by) != newer.plan.points.map(\.by) || older.plan.filled != newer.plan.filled
    }

    /// `nil` where nothing differs.
    init?(from older: Edition.Project, to newer: Edition.Project, _ words: ComparedTexts) {
        self.older = older
        self.newer = newer
        isRenamed = !words.areSame(older.name, newer.name)
        compareRows(words)
        let hasNewRows = !addedRows.isEmpty || !droppedRows.isEmpty || !changedRows.isEmpty
        guard isRenamed || hasNewBudget || hasNewFunds || hasNewPlan || hasNewRows else { return nil }
    }

    private mutating func compareRows(_ words: ComparedTexts) {
        let partners = RowPartners.partners(of: newer.indicators, in: older.indicators, words)
        for (row, partner) in zip(newer.indicators, partners) {
            guard let partner else {
                addedRows.append(row)
                continue
            }
            let before = older.indicators[partner]
            let fields = Indicator.Field.allCases.filter { !words.areSame(before[$0], row[$0]) }
            if !fields.isEmpty { changedRows.append(RowChange(older: before, newer: row, fields: fields)) }
        }
        let kept = Set(partners.compactMap(\.self))
        droppedRows = older.indicators.indices.filter { !kept.contains($0) }.map { older.indicators[$0] }
    }
}
