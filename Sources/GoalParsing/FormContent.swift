internal import GoalModel
internal import SourceFiles
internal import Text

/// What a form holds, where it holds next to nothing.
extension ProjectForm {
    /// Nothing but tables of indicators that are not understood.
    var isNameless: Bool {
        values.isEmpty && title == nil && goals.isEmpty && planDates.isEmpty && indicators.isEmpty && fundParts.isEmpty
            && !tables.isEmpty
    }

    /// Rows below headings of indicators, of which none is of one of the official kinds, and of no project: figures of another
    /// table.
    var isOfNoProject: Bool {
        values.isEmpty && title == nil && goals.isEmpty && planDates.isEmpty && fundParts.isEmpty && !tables.isEmpty
            && tables.allSatisfy { $0.columns?.holdsOfficialWords == false }
    }

    /// Nothing but a table of indicators without values.
    var isOnlyScoring: Bool {
        isNameless && tables.allSatisfy { ($0.columns?.columns ?? columns)?.holdsValues == false }
    }

    /// A form that nobody has filled in.
    var isBlank: Bool {
        // ××××项目: a sample that shows how the form is filled in.
        if values[.name].map({ $0.text.holds("××") || $0.text.holds("XX") || $0.text.holds("＊＊") }) == true { return true }
        let fields: [FormLabel] = [.name, .code, .budget, .fiscalFunds, .otherFunds, .purpose]
        return fields.allSatisfy { values[$0]?.text.isEmpty != false } && indicators.isEmpty
            && tables.allSatisfy(\.doubts.isEmpty)
            && goalLines.isEmpty && planCells.allSatisfy(\.text.isEmpty) && title.map { !FormTitle($0.text).namesProject } ?? true
    }
}
