public import BookLayout
internal import CFontconfig
internal import CPango
internal import CShortcuts
internal import Synchronization
internal import Text

/// The fonts of one worker: lays out text, and knows which characters had no glyph.
///
/// Pango's font maps must not be shared between threads, so each worker makes its own and keeps it for many books.
public final class FontContext {
    private let map: UnsafeMutablePointer<PangoFontMap>
    let context: OpaquePointer
    private let fonts: FontSet
    private var missing: [MissingGlyph] = []
    private var blocks = BlockCache()
    private var advances: [TextStyle: Advances] = [:]
    var halves: [TextStyle: [Unicode.Scalar: HalfWidth?]] = [:]
    let words = WordIterator()
    let measures = GlyphMeasures()
    /// Where words of paragraphs end, by their characters.
    var knownRanks: [[Unicode.Scalar]: [BreakRank]] = [:]
    private var descriptions: [DescriptionKey: OpaquePointer] = [:]

    private struct DescriptionKey: Hashable {
        var role: FontRole
        var size: Double
    }

    /// - Parameter isOnlyWorker: no other context draws at the same time, so that fonts need not be kept open against each other.
    public init(_ fonts: FontSet, isOnlyWorker: Bool = false) {
        let configuration = fonts.configuration.load()
        // Pango wants fontconfig to have a configuration and reads all of the machine's when there is none.
        if let configuration { FontContext.setFirst(configuration) }
        cshortcuts_keep_glyphs()
        map = pango_cairo_font_map_new()
        if let configuration {
            cpango_set_configuration(map, UnsafeMutableRawPointer(configuration))
            OpenFaces.share(configuration)
            if !isOnlyWorker { OpenFaces.open(configuration) }
            FcConfigDestroy(configuration)
        }
        context = pango_font_map_create_context(map)
        FontContext.takeOptionsOfPDF(context)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        self.fonts = fonts
    }

    /// Sets the font options that Cairo draws PDF with; with any others it loads every glyph once more for drawing.
    private static func takeOptionsOfPDF(_ context: OpaquePointer?) {
        let surface = cairo_pdf_surface_create_for_stream(nil, nil, 1, 1)
        let options = cairo_font_options_create()
        cairo_surface_get_font_options(surface, options)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        cairo_surface_finish(surface)
        cairo_surface_destroy(surface)
    }

    deinit {
        for description in descriptions.values { pango_font_description_free(description) }
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }

    private static let isFirst = Mutex(true)

    /// Makes a configuration the one of the process, once.
    private static func setFirst(_ configuration: OpaquePointer) {
        isFirst.withLock { isFirst in
            if isFirst { FcConfigSetCurrent(configuration) }
            isFirst = false
        }
    }

    /// Begins a document.
    ///
    /// What was laid out for the ones before stays, as long as it is not much: the papers of a town say the same in many places.
    ///
    /// - Throws: ``PrintingError/noFont`` when the machine has no font.
    public func begin() throws(PrintingError) {
        missing = []
        if blocks.isFilling {
            blocks.removeAll()
            words.removeAll()
            knownRanks.removeAll(keepingCapacity: true)
        }
        var families: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(map, &families, &count)
        g_free(families)
        guard count > 0 else { throw .noFont }
    }

    /// Lets go what Cairo keeps of documents that are finished.
    public func forgetDocuments() { cshortcuts_forget_fonts() }

    /// The characters without a glyph in everything laid out since the last call.
    public func takeMissingGlyphs() -> [MissingGlyph] {
        defer { missing = [] }
        return missing
    }

    func role(_ role: FontRole) -> FontSet.Resolved {
        fonts.role(role)
    }

    func description(of style: TextStyle) -> OpaquePointer? {
        let key = DescriptionKey(role: style.setRole, size: style.size)
        if let known = descriptions[key] { return known }
        let resolved = role(key.role)
        guard let description = pango_font_description_new() else { return nil }
        pango_font_description_set_family(description, resolved.familyName)
        pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(clamping: resolved.weight)))
        descriptions[key] = description
        return description
    }

    func note(_ glyphs: [MissingGlyph]) {
        missing += glyphs
    }
}

extension FontContext: TextMeasuring {
    public func layOut(_ request: TextRequest) -> TextBlock {
        if let known = blocks[request] { return known }
        let block = TextBlock(request, in: self)
        guard !block.text.missing.isEmpty else {
            blocks[request] = block
            return block
        }
        note(block.text.missing)
        let unknown = Set(block.text.missing.map(\.character))
        let text = String(
            request.text.map { $0.unicodeScalars.contains(where: unknown.contains) ? MissingGlyph.replacement : $0 })
        return TextBlock(request.with(text), in: self)
    }

    public func width(of text: String, in style: TextStyle) -> Double {
        var widest = 0.0
        var line = 0.0
        let advances = advances(in: style)
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, line)
                line = 0
            } else {
                line += advances.advance(of: scalar, in: self)
            }
        }
        return max(widest, line)
    }

    func advances(in style: TextStyle) -> Advances {
        if let known = advances[style] { return known }
        let new = Advances(style)
        advances[style] = new
        return new
    }
}

/// How wide characters are in a style, in pt.
final class Advances {
    private let style: TextStyle
    private var known: [Unicode.Scalar: Double] = [:]

    init(_ style: TextStyle) {
        self.style = style
    }

    func advance(of scalar: Unicode.Scalar, in fonts: FontContext) -> Double {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF01...0xFF5E: return style.size + style.letterSpacing
        default: break
        }
        if let known = known[scalar] { return known }
        let block = TextBlock(TextRequest(String(Character(scalar)), style, width: 1_000, oneLine: true), in: fonts)
        let width = block.lineCount > 0 ? block.end(ofLine: 0) : 0
        known[scalar] = width
        return width
    }
}

/// A character that no font can draw.
public struct MissingGlyph: Hashable, Sendable {
    public var character: Unicode.Scalar
    /// The ``BookLayout/TextRequest/origin`` of its text.
    public var origin: Int

    /// For example `U+20BB7`.
    public var codePoint: String {
        "U+" + character.value.padded(to: 4, radix: 16, uppercase: true)
    }

    /// What is printed in its place: 〓, which Chinese printers set where a type is missing.
    static let replacement: Character = "〓"
}

/// Texts that were laid out already: labels, heads and common values stand in many tables.
struct BlockCache {
    /// A book of forty projects has some fifteen hundred different texts.
    private var blocks = [TextRequest: TextBlock](minimumCapacity: 2_000)
    private static let limit = 4_000

    /// Whether another document would not find room.
    var isFilling: Bool { blocks.count > BlockCache.limit / 2 }

    subscript(request: TextRequest) -> TextBlock? {
        get { blocks[BlockCache.key(request)] }
        set {
            if blocks.count >= BlockCache.limit { removeAll() }
            blocks[BlockCache.key(request)] = newValue
        }
    }

    mutating func removeAll() {
        blocks.removeAll(keepingCapacity: true)
    }

    /// Where a text is from does not change how it looks.
    private static func key(_ request: TextRequest) -> TextRequest {
        var key = request
        key.origin = 0
        return key
    }
}
