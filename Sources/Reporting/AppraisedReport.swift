public import Appraisal
public import GoalModel
internal import Linting

extension Reviewer {
    /// Adds to a report of ours what the actual figures come to.
    ///
    /// - Parameters:
    ///   - actuals: `nil` where nobody has told them.
    ///   - progress: what is known where finished results were read.
    ///   - book: with all its texts.
    ///   - day: up to which figures count.
    public func take(
        _ actuals: Actuals?, or progress: YearProgress?, of book: GoalBook, asOf day: CalendarDay?, into report: inout Report
    ) {
        let appraisal = actuals.flatMap { AppraisalReport.ofYear(book, actuals: $0, asOf: day, by: appraiser) }
        let known = actuals == nil ? progress : appraisal?.progress
        guard report.isMasked else {
            (report.appraisal, report.progress) = (appraisal, known)
            return
        }
        let masking = basis.linter.masking(of: book, hidesNames: true)
        func mask(_ text: String) -> String { masking.masked(text) }
        (report.appraisal, report.progress) = (appraisal?.mappingTexts(mask), known?.mappingTexts(mask))
    }
}
