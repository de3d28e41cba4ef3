public import Aggregation
public import Diagnostics
public import Foundation
public import GoalModel
public import Linting

/// Turns a read book into its report; made once from the tables of the resources and shared by all workers.
public struct Reviewer: Sendable {
    /// By what goals are judged: the defaults, or with the settings of a county and a town on top.
    public private(set) var basis: ReviewBasis
    public let kinds: ProjectKinds
    /// The settings on top of the defaults, as results carry them along.
    private var records: [RecordedSettings] = []
    /// What was written to earlier findings.
    private var replies: [FindingReply] = []
    /// On which what is agreed to be kept was judged, where results were read back.
    private var judgement: CalendarDay?

    /// Decodes the tables from JSON5 files; whoever reads files gives their bytes by name.
    ///
    /// - Throws: what `file` throws, and `DecodingError` for a table that does not have the expected form.
    public init(file: (String) throws -> Data) throws {
        kinds = try JSONDecoder.json5.decode(ProjectKinds.self, from: file("project-kinds.json5"))
        basis = try ReviewBasis(file: file)
    }

    /// The engine for a town with settings of its own.
    ///
    /// - Parameters:
    ///   - settings: the settings files, the most general first.
    ///   - replies: what was written to findings; of several to one finding the last counts.
    public func laidOver(
        _ settings: [ReviewProfile], replies: [FindingReply] = [], for book: GoalBook
    ) throws(ReviewSettingsError) -> Reviewer {
        let names = [book.unit.code, book.town, book.unit.name].compactMap(\.self).filter { !$0.isEmpty }
        var engine = self
        engine.basis = try basis.laidOver(settings.flatMap { $0.layers(for: names) })
        engine.replies = replies
        engine.records += settings.map { $0.record(for: names) }
        return engine
    }

    /// The engine by which results were made that are read back.
    public func laidOver(_ recorded: RecordedReview, for book: GoalBook) throws(ReviewSettingsError) -> Reviewer {
        var settings: [ReviewProfile] = []
        for record in recorded.settings { settings.append(try basis.profile(record)) }
        var engine = try laidOver(settings, replies: recorded.replies ?? [], for: book)
        engine.judgement = recorded.judgedOn.flatMap(CalendarDay.init(iso:))
        return engine
    }

    /// Whether both go by the same settings.
    public func judgesAlike(_ other: Reviewer) -> Bool {
        basis.settings == other.basis.settings && basis.waivers == other.basis.waivers && replies == other.replies
    }

    /// Lints, adds up and composes.
    ///
    /// - Parameters:
    ///   - diagnostics: what reading the book had to say.
    ///   - day: the day from which "what is due next" is told; without one it is not.
    ///   - judgement: the day on which what is agreed to be kept must still hold; without one, that of `day`, else 1 January of
    ///     the book's year, never the clock.
    ///   - masked: hides personal data in all texts, after the rules have seen them.
    ///   - hidesNames: with `masked`, hides names of persons, too, where they are certain.
    public func report(
        _ book: GoalBook, _ diagnostics: [Diagnostic] = [], asOf day: CalendarDay? = nil, judgedOn judgement: CalendarDay? = nil,
        masked: Bool = false, hidesNames: Bool = true
    ) -> Report {
        let judgement = judgement ?? self.judgement ?? day ?? book.firstDay
        let all = basis.linter.findings(in: book)
        let answers = answers(to: all, of: book)
        let waivers = basis.waivers + answers.compactMap(\.waiver)
        let result = WaivedFindings(all, of: book, waivers, on: judgement)
        let findings = result.open
        let quality = basis.scoring.quality(of: book, findings: findings)
        let estimates = basis.linter.estimates(in: book)
        guard masked else {
            var report = Report(
                book: book, diagnostics: diagnostics, findings: findings, quality: quality, kinds: kinds, estimates: estimates,
                asOf: day)
            (report.waived, report.waiverUses) = (result.waived, result.uses)
            report.replies = Dictionary(answers.map { ($0.fingerprint, $0) }) { $1 }
            report.recordedReview = recorded(judgement, answers)
            return report
        }
        let masking = basis.linter.masking(of: book, hidesNames: hidesNames)
        var report = Report(
            book: book.mappingTexts(masking.masked), diagnostics: diagnostics.map { $0.mappingTexts(masking.masked) },
            findings: findings.map(masking.masked), quality: quality, kinds: kinds, estimates: estimates.map(masking.masked),
            asOf: day)
        report.isMasked = true
        report.waived = result.waived.map(masking.masked)
        report.waiverUses = result.uses
        report.replies = Dictionary(answers.map { ($0.fingerprint, $0.mappingTexts(masking.masked)) }) { $1 }
        report.recordedReview = recorded(judgement, answers)?.mappingTexts(masking.masked)
        return report
    }

    /// The answers to findings that are still there, in the order of the book, one for each.
    private func answers(to findings: [Finding], of book: GoalBook) -> [FindingReply] {
        let own = replies.filter { $0.year == nil || $0.year == book.fiscalYear }
        let byFinding = Dictionary(own.map { ($0.fingerprint, $0) }) { $1 }
        return findings.compactMap { byFinding[$0.fingerprint] }
    }

    private func recorded(_ judgement: CalendarDay?, _ answers: [FindingReply]) -> RecordedReview? {
        if records.isEmpty, answers.isEmpty { return nil }
        return RecordedReview(judgedOn: judgement?.iso, settings: records, replies: answers)
    }

    /// What changed since the newest of the earlier books of the report's town; `nil` when there is none.
    public func change(to report: Report, since earlier: EarlierBooks) -> BookChange? {
        guard report.isMasked else { return earlier.change(to: report) }
        return earlier.change(to: report, showing: basis.linter.masking(of: report.book).masked)
    }
}

extension GoalBook {
    /// 1 January of the book's year.
    fileprivate var firstDay: CalendarDay? {
        MonthDay(month: 1, day: 1).flatMap { day in fiscalYear.map { CalendarDay(year: $0, day: day) } }
    }
}
