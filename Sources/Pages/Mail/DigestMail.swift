public import Reporting

/// One mail over several towns: for who answers for several, and for the leaders above the towns.
///
/// Three figures and three things to do over all towns, then a row for each town. ``html`` and ``text`` list the same towns
/// with the same figures.
public struct DigestMail {
    let digest: Digest
    /// What is to be said at the end.
    let remark: String
    /// The page over all towns on the web; `nil` where it stands nowhere.
    public var address: String?
    /// The page of a town on the web, by its result folder.
    public var addresses: [String: String] = [:]

    public init(_ digest: Digest, remark: String = "") {
        self.digest = digest
        self.remark = remark
    }

    public init(county: CountyReport, towns: [Digest.Town], notices: [Digest.Notice] = [], remark: String = "") {
        self.init(Digest(county: county, towns: towns, notices: notices), remark: remark)
    }

    public var content: MailContent {
        MailContent(subject: subject, text: text, html: html)
    }

    /// Whose it is, of which year, what needs a decision; at most 25 characters on one line.
    public var subject: String {
        let (extent, year, news) = (digest.extent, digest.year, digest.news)
        let openings = ["\(extent)\(year)绩效目标：", "\(extent)\(year)：", "\(year)绩效目标：", "\(year)："]
        return MailSubject.of(digest.title, news.flatMap { news in openings.map { $0 + news } })
    }

    /// The mail for readers that show HTML: nested tables and inline styles only, without pictures, at most 60 kB.
    public var html: String { page(listing: listed) }

    /// What the mail has room for: as many towns as fit.
    var listed: Int {
        var room = 59_000 - page(listing: 0).utf8.count
        var count = 0
        for index in digest.rows.indices {
            room -= row(index).markup.utf8.count
            if room < 0 { break }
            count = index + 1
        }
        return count
    }

    /// How many notices there are room for before the towns have none.
    var listedNotices: Int { min(30, digest.notices.count) }

    /// What is said of where the particulars are.
    var particulars: String { (address == nil ? "各乡镇的明细，请向审核人员索取。" : "") + remark }
}
