public import BookLayout
internal import CPango

/// A text laid out by Pango, with the height of its lines.
public struct TextBlock: LaidText {
    let text: ShapedText
    public let leading: Double

    init(_ request: TextRequest, in fonts: FontContext) {
        text = ShapedText(request, in: fonts)
        leading = request.style.leading
    }

    private init(_ text: ShapedText, leading: Double) {
        self.text = text
        self.leading = leading
    }

    public func spaced(leading: Double) -> TextBlock {
        TextBlock(text, leading: leading)
    }

    /// Whether there is nothing to be seen of it.
    var isBlank: Bool { text.isBlank }

    /// Whether some lines show more than blanks and characters that nobody sees.
    func hasInk(onLines range: Range<Int>) -> Bool { range.contains { text.hasInk(onLine: $0) } }

    /// Whether some lines are drawn as text in the document's own fonts and nothing else.
    func isPlain(onLines range: Range<Int>, in faces: DocumentFaces?) -> Bool {
        guard let faces else { return false }
        return range.allSatisfy { text.lines[$0].runs.allSatisfy { $0.isPlain(in: faces) } }
    }

    public var lineCount: Int { text.lines.count }

    /// The left end of what readers find on a line, in pt from the left edge of the box.
    ///
    /// A squeezed bracket's blank half reaches out of the line; to readers it is there.
    public func start(ofLine line: Int) -> Double {
        text.lines[line].x - text.lines[line].overhang
    }

    public func end(ofLine line: Int) -> Double {
        text.lines[line].end
    }

    /// Draws some lines, each on its own grid line, with the em box in the middle of it.
    func draw(_ range: Range<Int>, x: Double, y: Double, faces: DocumentFaces? = nil, on cairo: OpaquePointer) {
        for (offset, line) in range.enumerated() {
            text.draw(line: line, x: x, y: y + Double(offset) * leading + baseline, faces: faces, on: cairo)
        }
        cairo_new_path(cairo)
    }

    /// The glyphs of some lines at their places.
    func placedRuns(_ range: Range<Int>, x: Double, y: Double) -> [GlyphReplay.Run] {
        range.enumerated().flatMap { text.placedRuns(ofLine: $1, x: x, y: y + Double($0) * leading + baseline) }
    }

    /// Strokes the outlines of the letters, so that what lies behind them keeps away.
    func drawRim(_ range: Range<Int>, width: Double, x: Double, y: Double, on cairo: OpaquePointer) {
        cairo_set_line_width(cairo, width)
        cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND)
        for (offset, line) in range.enumerated() {
            text.trace(line: line, x: x, y: y + Double(offset) * leading + baseline, on: cairo)
        }
        cairo_stroke(cairo)
    }

    /// Below the upper edge of a line, in pt.
    private var baseline: Double { (leading - text.size) / 2 + TextStyle.ascent * text.size }
}
