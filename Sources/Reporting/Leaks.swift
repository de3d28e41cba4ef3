public import Aggregation
public import Diagnostics
public import GoalModel
public import Linting

extension Report {
    /// Personal numbers that stand in the book and that nobody has agreed to keep: with them it must not be published.
    public var leaks: [Finding] {
        findings.filter(\.isLeak)
    }

    /// How each ``leakSentence(limit:)`` begins.
    public static let leakOpening = "有不能公开的个人信息"

    /// Why the book counts as failed, in one sentence without a full stop; `nil` where nothing keeps it from being published.
    ///
    /// - Parameter limit: how many places are named at most.
    public func leakSentence(limit: Int = 5) -> String? {
        guard !leaks.isEmpty else { return nil }
        let rest = leaks.count > limit ? "等\(leaks.count)处" : ""
        return Report.leakOpening + "：\(leakPlaces.prefix(limit).joined(separator: "；"))\(rest)。" + Report.leakRemedy
    }

    /// The same without the places.
    public var leakSummary: String {
        Report.leakOpening + "（\(leaks.count)处）。" + Report.leakRemedy
    }

    /// Each place with what stands there.
    public var leakPlaces: [String] {
        leaks.map { finding in
            let place = finding.location.map { "\($0)" } ?? ""
            let project = finding.project.map { "项目\($0)" } ?? ""
            return "\(place)\(place.isEmpty || project.isEmpty ? "" : " ")\(project)\(finding.message)[\(finding.code)]"
        }
    }

    private static let leakRemedy =
        "目标书等对外的文件已打星号生成。请在原文件中删去后重新生成；确认可以公开的，在审核设定中写明同意保留的原因、同意人和到期日"
}

extension Finding {
    /// Whether it is a personal number.
    public var isLeak: Bool { RuleCatalogue.leaks.contains(code) }

    /// Whether it is personal data that must be gone before the book is published.
    public var isPersonal: Bool { severity == .error && criterion == .publication }
}

extension Reviewer {
    /// The report as it may be published: where personal numbers are left in the book, with them hidden.
    public func publishable(
        _ report: Report, _ book: GoalBook, _ diagnostics: [Diagnostic] = [], asOf day: CalendarDay? = nil,
        judgedOn judgement: CalendarDay? = nil
    ) -> Report {
        if report.isMasked || report.leaks.isEmpty { return report }
        return self.report(book, diagnostics, asOf: day, judgedOn: judgement, masked: true, hidesNames: false)
    }

    /// What changed, as it may be published: an older book's personal numbers are not in the report's findings.
    ///
    /// - Parameter kept: the numbers that may be seen.
    public func publishableChange(
        to report: Report, since earlier: EarlierBooks, keeping kept: Set<String> = []
    ) -> BookChange? {
        earlier.change(to: report, showing: basis.linter.masking(of: report.book, keeping: kept).masked)
    }

    /// What finds the personal numbers that can be read in a text and may not be seen, as messages show them.
    ///
    /// - Parameter kept: the numbers that may.
    public func personalNumbers(of book: GoalBook, keeping kept: Set<String> = []) -> @Sendable (String) -> [String] {
        let masking = basis.linter.masking(of: book, keeping: kept)
        return { masking.numbers(in: $0) }
    }
}
