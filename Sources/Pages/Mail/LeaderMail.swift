public import Charts
internal import Linting
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
    /// The town's page on the web; `nil` where it stands nowhere.
    public var address: String?

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
        mail.particulars = (attachment.map { "明细见附件\($0.quoted)。" } ?? (address == nil ? "需要明细的，请向报送单位索取。" : "")) + remark
        return MailContent(subject: subject, text: mail.text, html: mail.html(picture: pace), picture: pace.map(MailPicture.init))
    }

    /// Whose it is, of which year, how many places must be put right, the score; at most 25 characters on one line.
    public var subject: String {
        let state = notices.first.map { $0.state.title + "，" } ?? ""
        let errors = report.counts.errors
        let faults = state + (errors > 0 ? "\(errors)处须改正" : "没有错误")
        let score = report.quality.score.map { "，\($0)分" } ?? ""
        let year = report.year
        return MailSubject.of(
            report.town,
            [
                "\(year)绩效目标：\(faults)\(score)", "\(year)目标：\(faults)\(score)", "\(year)绩效目标：\(faults)", "\(year)：\(faults)",
            ])
    }

    /// How many of the greatest projects a mail shows.
    var greatest: Int { 5 }
}
