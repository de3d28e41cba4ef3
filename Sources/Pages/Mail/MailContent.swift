internal import Charts
internal import Text

/// The content of a mail, before anyone knows who sends it to whom.
public struct MailContent: Hashable, Sendable {
    /// One line of at most 25 characters: whose it is, of which year, and what there is to do.
    public var subject: String
    /// The same figures as in ``html``.
    public var text: String
    /// Complete with the style sheet removed and pictures off; at most 60 kB.
    public var html: String
    /// The picture that ``html`` shows.
    public var picture: MailPicture?

    /// - Parameter subject: is made one line and cut to 25 characters.
    public init(subject: String, text: String, html: String, picture: MailPicture? = nil) {
        self.subject = MailSubject.of("", [subject])
        (self.text, self.html, self.picture) = (text, html, picture)
    }
}

/// A PNG that travels with a mail and is shown inside it.
public struct MailPicture: Hashable, Sendable {
    /// Named by `<img src="cid:…">`, such as `pace@goalbook`.
    public let contentID: String
    /// ASCII, for readers that show the picture as a file.
    public let fileName: String
    public let png: [UInt8]

    init(_ image: ChartImage) {
        (contentID, fileName, png) = (image.contentID, image.name + ".png", image.png)
    }
}

extension ChartImage {
    /// How a mail names the picture.
    var contentID: String { "\(name)@goalbook" }
}

/// The line that a phone shows before the mail is opened.
enum MailSubject {
    /// What QQ Mail and the phones' own programs show of it.
    static let limit = 25

    /// Whose it is and what there is to know: the first of the words that fit behind the name; where none do, the name is cut.
    static func of(_ name: String, _ words: [String]) -> String {
        let (name, words) = (name.oneLine, words.map(\.oneLine))
        if let fitting = words.first(where: { name.count + $0.count <= limit }) { return name + fitting }
        let last = words.last ?? ""
        return (name.shortened(to: max(4, limit - last.count)) + last).shortened(to: limit)
    }
}
