public import Appraisal
public import Diagnostics
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
        let appraisal = actuals.flatMap { AppraisalReport.ofYear(book, actuals: looked($0), asOf: day, by: appraiser) }
        let known = actuals == nil ? progress : appraisal?.progress
        guard report.isMasked else {
            (report.appraisal, report.progress) = (appraisal.map(hidingNumbers), known)
            return
        }
        let masking = basis.linter.masking(of: book, hidesNames: true)
        func mask(_ text: String) -> String { masking.masked(text) }
        (report.appraisal, report.progress) = (appraisal?.mappingTexts(mask), known?.mappingTexts(mask))
    }

    /// The figures with what is said of names of persons in their texts; numbers that look like one were found when they were read.
    public func looked(_ actuals: Actuals) -> Actuals {
        let numbers = basis.linter.masking(of: Self.noBook)
        return actuals.looked(for: personalNames, numbers: numbers.numbers)
    }

    /// The report without the personal numbers of its texts: figures are not held back with the town's book.
    public func hidingNumbers(_ report: AppraisalReport) -> AppraisalReport {
        let masking = basis.linter.masking(of: Self.noBook)
        return report.mappingTexts { masking.masked($0) }
    }

    private static let noBook = GoalBook(town: "", unit: BudgetUnit(code: nil, name: ""), fiscalYear: nil)

    /// What checks of filled forms must be told.
    public var formSurroundings: FormSurroundings {
        let linter = basis.linter
        var surroundings = FormSurroundings()
        surroundings.names = { linter.names(in: $0) }
        surroundings.numbers = personalNumbers(of: Self.noBook)
        surroundings.foreign = { project in
            let book = GoalBook(town: "", unit: project.unit, fiscalYear: nil, projects: [project])
            let found = linter.review(of: book).findings.filter { $0.rule == "indicator-foreign" }
            return Dictionary(found.compactMap { finding in finding.indicator.map { ($0 - 1, finding.message) } }) { first, _ in
                first
            }
        }
        return surroundings
    }

    /// The names of persons that a text seems to hold, with only the surnames left.
    public func personalNames(in text: String) -> [String] { basis.linter.names(in: text) }
}

extension AppraisalReport {
    /// Why the town counts as one that failed: personal numbers stand in its figures; `nil` where none do.
    public var leak: InputFailure? {
        let leaks = actuals.checks.filter { $0.code == .personalData && $0.severity == .error }
        guard let first = leaks.first else { return nil }
        let places = leaks.prefix(5).map { "\($0.location.map { "\($0)" } ?? "")\($0.message)" }.joined(separator: "；")
        let rest = leaks.count > 5 ? "等\(leaks.count)处" : ""
        let files = first.location.map { [$0.file] } ?? actuals.files
        return InputFailure(files: files, reason: "\(Report.leakOpening)：\(places)\(rest)。各处已打星号。请在执行数据中删去后重新生成")
    }
}
