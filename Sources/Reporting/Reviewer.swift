public import Aggregation
public import Appraisal
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
        kinds = try ProjectKinds(json5: file("project-kinds.json5"))
        basis = try ReviewBasis(
            guests: [GuestTable(section: AppraisalSettings.section, check: AppraisalSettings.check)], file: file)
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

    /// What judges the actual figures of the town.
    public var appraiser: Appraiser {
        // The tables were tried when the settings were laid over each other.
        func settings(ofProject code: String?) -> AppraisalSettings? {
            basis.table(AppraisalSettings.section, ofProject: code).flatMap { try? AppraisalSettings(json: $0) }
        }
        let own = basis.projects(setting: AppraisalSettings.section).compactMap { code in
            settings(ofProject: code).map { (code, $0) }
        }
        return Appraiser(
            settings(ofProject: nil) ?? AppraisalSettings(), projects: Dictionary(own) { first, _ in first })
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
        let (all, estimates) = basis.linter.review(of: book)
        let answers = answers(to: all, of: book)
        let waivers = basis.waivers + answers.compactMap { $0.reply.waiver(keeping: $0.finding) }
        let result = WaivedFindings(all, of: book, waivers, on: judgement)
        let findings = result.open
        let quality = basis.scoring.quality(of: book, findings: findings)
        guard masked else {
            var report = Report(
                book: book, diagnostics: diagnostics, findings: findings, quality: quality, kinds: kinds, estimates: estimates,
                asOf: day)
            (report.waived, report.waiverUses, report.keptNumbers) = (result.waived, result.uses, result.keptNumbers)
            report.take(answers.map(\.reply), besides: unmatched(answers, in: book))
            report.recordedReview = recorded(judgement, answers.map(\.reply))
            report.opinion = basis.opinion
            return report
        }
        // What leaves the house without being asked to hide all shows what somebody has agreed to keep.
        let masking = basis.linter.masking(of: book, keeping: hidesNames ? [] : result.keptNumbers, hidesNames: hidesNames)
        var report = Report(
            book: book.mappingTexts(masking.masked), diagnostics: diagnostics.map { $0.mappingTexts(masking.masked) },
            findings: findings.map(masking.masked), quality: quality, kinds: kinds, estimates: estimates.map(masking.masked),
            asOf: day)
        report.isMasked = true
        report.waived = result.waived.map(masking.masked)
        report.waiverUses = result.uses
        report.take(
            answers.map { $0.reply.mappingTexts(masking.masked) },
            besides: unmatched(answers, in: book).map { $0.mappingTexts(masking.masked) })
        report.recordedReview = recorded(judgement, answers.map(\.reply))?.mappingTexts(masking.masked)
        report.opinion = basis.opinion.mappingTexts(masking.masked)
        return report
    }

    /// The answers to findings that are still there, in the order of the book, one for each.
    private func answers(to findings: [Finding], of book: GoalBook) -> [(finding: Finding, reply: FindingReply)] {
        guard !replies.isEmpty else { return [] }
        let own = replies.filter { $0.year == nil || $0.year == book.fiscalYear }
        let byName = Dictionary(own.flatMap { reply in ([reply.fingerprint] + reply.formerly).map { ($0, reply) } }) { $1 }
        let exact = Dictionary(own.map { ($0.fingerprint, $0) }) { $1 }
        let taken = Set(findings.map(\.fingerprint).filter { exact[$0] != nil })
        return findings.compactMap { finding in
            let former = finding.fingerprints.lazy.compactMap { byName[$0] }.first { !taken.contains($0.fingerprint) }
            guard var reply = exact[finding.fingerprint] ?? former else { return nil }
            let others = finding.formerly.compactMap { exact[$0] }.filter { $0.fingerprint != reply.fingerprint }
            reply.earlier = others.flatMap { $0.earlier + [$0.words] } + reply.earlier
            (reply.fingerprint, reply.formerly) = (finding.fingerprint, [reply.fingerprint] + reply.formerly + finding.formerly)
            reply.formerly = reply.formerly.reduce(into: []) { if !$0.contains($1), $1 != reply.fingerprint { $0.append($1) } }
            return (finding, reply)
        }
    }

    /// The answers to findings that are gone, and what the reviewer has written besides.
    private func unmatched(_ answers: [(finding: Finding, reply: FindingReply)], in book: GoalBook) -> [FindingReply] {
        let entries = replies.contains(where: \.isBesideInput) ? Set(OpinionEntry.all(of: book).map(\.fingerprint)) : []
        func anywhere(_ key: FindingReply.Key) -> FindingReply.Key {
            FindingReply.Key(town: nil, fingerprint: key.fingerprint, year: key.year)
        }
        let known = Set(answers.flatMap { $0.reply.keys.map(anywhere) })
        return replies.filter {
            (!$0.isBesideInput || entries.contains($0.fingerprint)) && !known.contains(anywhere($0.key))
        }
    }

    private func recorded(_ judgement: CalendarDay?, _ answers: [FindingReply]) -> RecordedReview? {
        let answers = answers.filter { $0.words != .none }
        if records.isEmpty, answers.isEmpty { return nil }
        return RecordedReview(judgedOn: judgement?.iso, settings: records, replies: answers)
    }

    /// What changed since the newest of the earlier books of the report's town; `nil` when there is none.
    public func change(to report: Report, since earlier: EarlierBooks) -> BookChange? {
        guard report.isMasked else { return earlier.change(to: report) }
        return earlier.change(to: report, showing: basis.linter.masking(of: report.book).masked)
    }
}

extension Report {
    fileprivate mutating func take(_ answers: [FindingReply], besides others: [FindingReply]) {
        replies = Dictionary(answers.filter { $0.words != .none }.map { ($0.fingerprint, $0) }) { $1 }
        self.answers = answers + others
    }
}

extension GoalBook {
    /// 1 January of the book's year.
    fileprivate var firstDay: CalendarDay? {
        MonthDay(month: 1, day: 1).flatMap { day in fiscalYear.map { CalendarDay(year: $0, day: day) } }
    }
}
