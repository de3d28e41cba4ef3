public import Charts
public import Reporting
internal import Text

/// The mail that a leader reads on a phone: three figures, three things to do, what changed, the greatest projects, the plan.
///
/// ``html`` and ``text`` show the same figures.
public struct LeaderMail {
    let report: Report
    /// What the reader must know before reading the figures.
    let notices: [Digest.Notice]
    /// Where the particulars are.
    var particulars = "明细见领导简报，或向报送单位索取。"

    /// - Parameter notices: what is to be said of the town, such as that these are earlier results.
    public init(report: Report, notices: [Digest.Notice] = []) {
        self.report = report
        self.notices = notices
    }

    /// The mail as it is sent.
    ///
    /// - Parameters:
    ///   - pace: the plan as a picture (``PDFPrinter/paceImage(_:)``); none where there are no fonts.
    ///   - attachment: the name of the brief that goes with it.
    ///   - remark: what is to be said at the end, such as that the brief is too large.
    public func content(pace: ChartImage? = nil, attachment: String? = nil, remark: String = "") -> MailContent {
        var mail = self
        mail.particulars = (attachment.map { "明细见附件\($0.quoted)。" } ?? "需要明细的，请向报送单位索取。") + remark
        return MailContent(subject: subject, text: mail.text, html: mail.html(picture: pace), picture: pace.map(MailPicture.init))
    }

    /// The number first; at most 25 characters on one line.
    public var subject: String {
        let words = report.figures.map { $0.value + $0.unit }
        let (all, first) = (words.joined(separator: " "), words.first ?? "")
        return MailSubject.fitting([
            "\(all) \(report.town)\(report.year)", "\(all) \(report.town)", "\(first) \(report.town)\(report.year)",
            "\(first) \(report.town)",
        ])
    }

    /// How many of the greatest projects a mail shows.
    var greatest: Int { 5 }
}
