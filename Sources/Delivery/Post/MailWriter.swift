internal import Mailing
internal import Outputs
internal import Pages
internal import Print
internal import Reporting

/// Writes mails about finished results: one of a town, one over several, one about failures.
struct MailWriter {
    let results: FinishedResults
    private let limits: MailLimits
    /// Where the results stand on the web; `nil` where they do not.
    private let address: ResultsAddress?
    /// `nil` where there are no fonts for charts.
    private let press: PDFPrinter?
    /// Of towns that have results, by folder.
    private let notices: [String: Digest.Notice]
    /// Of towns that have no results.
    private let others: [Digest.Notice]

    init(
        _ results: FinishedResults, settings: MailSettings, fonts: PreparedFonts?, notices: [String: Digest.Notice],
        others: [Digest.Notice]
    ) {
        (self.results, self.notices, self.others) = (results, notices, others)
        (limits, address) = (settings.limits, settings.address)
        press = fonts.map { PDFPrinter(fonts: $0, isOnlyWorker: true) }
    }

    /// The year of all results; empty where they are of several, or there are none.
    var year: String {
        let years = Set(results.towns.map(\.report.year))
        return years.count == 1 ? years.first ?? "" : ""
    }

    /// A mail to a leader about a town, with its brief, or about several.
    func draft(to: Mailbox, about towns: [FinishedResults.Town], period: String?, known: [String: String]) -> MailDraft {
        let knownAfter = Dictionary(towns.map { ($0.folder, $0.fingerprint) }) { first, _ in first }
        let scope = towns.map(\.folder).joined(separator: " ")
        let years = Set(towns.map(\.report.year)).sorted().joined(separator: " ")
        // Who reads of many towns does not open a brief of each.
        let (attachments, left) = towns.count <= MailWriter.mostBriefs ? briefs(of: towns) : ([], 0)
        let remark = left > 0 ? MailWriter.tooLarge(left) : ""
        let content: MailContent
        if towns.count == 1, let town = towns.first {
            let pace = press.flatMap { try? $0.paceImage(town.report) } ?? nil
            var mail = LeaderMail(report: town.report, notices: [notices[town.folder]].compactMap(\.self))
            mail.address = results.has(.page, of: town) ? address?.page(of: town.folder) : nil
            content = mail.content(pace: pace, attachment: attachments.first?.name, remark: remark)
        } else {
            content = digest(of: towns, isCounty: false, remark: remark)
        }
        return MailDraft(
            to: to, period: period ?? years, scope: scope, content: content, attachments: attachments, knownAfter: knownAfter,
            known: known)
    }

    /// A mail over all towns to a leader above them.
    func digestDraft(
        to: Mailbox, about towns: [FinishedResults.Town], period: String?, scope: String, known: [String: String]
    ) -> MailDraft {
        let years = Set(towns.map(\.report.year)).sorted().joined(separator: " ")
        return MailDraft(
            to: to, period: period ?? years, scope: scope, content: digest(of: towns, isCounty: true),
            knownAfter: [scope: digestFingerprint(towns)], known: known)
    }

    /// The fingerprint of what a digest tells.
    func digestFingerprint(_ towns: [FinishedResults.Town]) -> String {
        let notices = notices(of: towns) + others
        return (towns.map { $0.folder + $0.fingerprint } + notices.map { "\($0)" }).joined(separator: "\n").fingerprint
    }

    private func notices(of towns: [FinishedResults.Town]) -> [Digest.Notice] { towns.compactMap { notices[$0.folder] } }

    private func digest(of towns: [FinishedResults.Town], isCounty: Bool, remark: String = "") -> MailContent {
        let rows = towns.map { town in
            var row = CountyReport.Town(town.report, folder: town.folder)
            row.row.remark = notices[town.folder]?.sentence
            row.row.isFailed = notices[town.folder]?.state == .failed
            return row
        }
        let copies = isCounty ? towns.count { results.hasCopies(of: $0) } : 0
        let remark = copies == 0 ? remark : "\(remark)\(copies)个乡镇的原文件加批注，在各自结果文件夹的“\(OutputFormat.annotatedFolder)”中。"
        var mail = DigestMail(
            county: CountyReport(towns: rows, failures: []), towns: towns.map { Digest.Town($0.report, folder: $0.folder) },
            notices: notices(of: towns) + (isCounty ? others : []), remark: remark)
        mail.address = address?.overview
        for town in towns where results.has(.page, of: town) { mail.addresses[town.folder] = address?.page(of: town.folder) }
        return mail.content
    }

    /// The towns' briefs, as many as fit, and how many do not.
    private func briefs(of towns: [FinishedResults.Town]) -> (attachments: [MailAttachment], left: Int) {
        // Base64 takes four bytes for three.
        var room = limits.kilobytes * 1_000 * 3 / 4 - 100_000
        var attachments: [MailAttachment] = []
        var left = 0
        for town in towns {
            guard let bytes = results.file(.brief, of: town) else { continue }
            if bytes.count <= room {
                room -= bytes.count
                attachments.append(MailAttachment(brief: bytes, town: town.report.town, year: town.report.year))
            } else {
                left += 1
            }
        }
        return (attachments, left)
    }

    private static let mostBriefs = 5

    private static func tooLarge(_ count: Int) -> String {
        "\(count)份领导简报太大，没有附上，请到结果文件夹中查看。"
    }
}
