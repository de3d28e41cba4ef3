/// Lays text out in lines: Pango when printing, a fixed pitch in tests.
public protocol TextMeasuring {
    associatedtype Block: LaidText
    func layOut(_ request: TextRequest) -> Block
    /// The width in pt of the longest line of `text` when nothing wraps.
    func width(of text: String, in style: TextStyle) -> Double
}

/// Tells where lines of words may end, without laying anything out.
public protocol PieceMeasuring: TextMeasuring {
    /// For each paragraph of a text the widths in pt of the pieces that stay on one line: words, numbers with their units.
    func pieces(of text: String, in style: TextStyle) -> [[Double]]
}

/// A text broken into lines of equal height.
public protocol LaidText {
    var lineCount: Int { get }
    /// Height of a line in pt.
    var leading: Double { get }
    /// The right end of a line's ink in pt from the left edge of the box.
    func end(ofLine line: Int) -> Double
    /// The same lines with another height.
    func spaced(leading: Double) -> Self
}

extension LaidText {
    /// In pt.
    public var height: Double { Double(lineCount) * leading }
}
