internal import Text

/// How a piece of text looks; all lengths are in pt.
public struct TextStyle: Hashable, Sendable {
    public var role: FontRole
    public var size: Double
    /// The distance from line to line, the same on every line whatever glyphs it holds.
    public var leading: Double
    public var letterSpacing: Double
    /// Emphasised, which in Chinese is set in 黑体.
    public var bold: Bool

    /// How far the baseline stands below the top of the em box, in em; Chinese fonts set it 12 % above the lower edge.
    public static let ascent = 0.88

    public init(_ role: FontRole, size: Double, leading: Double, letterSpacing: Double = 0, bold: Bool = false) {
        (self.role, self.size, self.leading, self.letterSpacing, self.bold) = (role, size, leading, letterSpacing, bold)
    }
}

public enum TextAlignment: Hashable, Sendable {
    case leading
    case center
    case trailing
    /// Both edges, except for the last line of a paragraph.
    case justified
}

/// Where the lines of a text end.
public enum LineEnds: Hashable, Sendable {
    /// As late as they can: running text.
    case full
    /// Between words; few lines are alike: cells.
    case words
    /// Between words, lines alike, best before a bracket and behind 的 and 、: titles.
    case title
}

/// A text to be laid out in a box of a given width.
public struct TextRequest: Hashable, Sendable {
    /// Free of characters that must not reach a typesetter, see ``Swift/String/displayable``.
    public let text: String
    public var style: TextStyle
    /// In pt.
    public var width: Double
    public var alignment: TextAlignment
    /// Indent of the first line of each paragraph, in pt.
    public var indent: Double
    /// Shorten to one line with an ellipsis instead of wrapping.
    public var oneLine: Bool
    /// What the caller knows the text's source by; 0 for words of our own.
    public var origin: Int
    public var ends: LineEnds
    /// How many characters at its beginning are emphasised: a label that runs into the text.
    public var label = 0

    public init(
        _ text: String, _ style: TextStyle, width: Double, alignment: TextAlignment = .leading, indent: Double = 0,
        oneLine: Bool = false, origin: Int = 0, ends: LineEnds = .full
    ) {
        self.text = text.displayable
        self.ends = ends
        (self.style, self.width, self.alignment) = (style, width, alignment)
        (self.indent, self.oneLine, self.origin) = (indent, oneLine, origin)
    }

    /// The same request for another text.
    public func with(_ text: String) -> TextRequest {
        var other = TextRequest(
            text, style, width: width, alignment: alignment, indent: indent, oneLine: oneLine, origin: origin, ends: ends)
        other.label = label
        return other
    }
}

extension TextRequest {
    // Texts are the same that have the same characters; that others look like them costs much to find out, and changes nothing.
    public static func == (a: TextRequest, b: TextRequest) -> Bool {
        a.width == b.width && a.style == b.style && a.origin == b.origin && a.alignment == b.alignment && a.indent == b.indent
            && a.oneLine == b.oneLine && a.ends == b.ends && a.label == b.label && TextKey(text: a.text) == TextKey(text: b.text)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(width)
        hasher.combine(style.size)
        TextKey(text: text).hash(into: &hasher)
    }
}

/// The purpose of a font; which family stands in for it is decided where text is drawn.
public enum FontRole: String, Hashable, Sendable, CaseIterable {
    case title = "标题"
    case body = "正文"
    case kai = "楷体"
    case hei = "黑体"
    case table = "表格"
    case digits = "数字"
}
