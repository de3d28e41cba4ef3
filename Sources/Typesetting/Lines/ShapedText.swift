internal import BookLayout
internal import CPango
internal import Text

/// A text in lines, with all its glyphs in their places.
final class ShapedText {
    private(set) var lines: [Line] = []
    let size: Double
    let request: TextRequest
    /// Whether there is nothing to be seen of it.
    let isBlank: Bool
    /// Characters that no font can draw, each once.
    let missing: [MissingGlyph]
    /// With a zero at the end.
    private let text: ContiguousArray<CChar>

    struct Line {
        fileprivate(set) var runs: [GlyphRun] = []
        /// In pt from the left edge of the box.
        let x: Double
        let end: Double
        /// How far the blank half of a squeezed bracket reaches out to the left of `x`.
        let overhang: Double
        /// What of the text stands on it; blanks at its end may hang out of the box.
        let bytes: Range<Int>
        /// The space added at each gap, in em.
        let stretch: Double
    }

    init(_ request: TextRequest, in fonts: FontContext) {
        size = request.style.size
        self.request = request
        isBlank = request.text.unicodeScalars.allSatisfy { $0.properties.isWhitespace }
        var string = request.text
        if request.oneLine {
            string = String(String.UnicodeScalarView(string.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
        }
        var paragraphs = ShapedText.paragraphs(string, request.style, label: request.label, in: fonts)
        let room = Int(request.width * Double(PANGO_SCALE) + 1)
        if request.oneLine, let whole = paragraphs.first, whole.width > room {
            let ellipsis = Int(size * Double(PANGO_SCALE))
            var rest = room - ellipsis
            let kept = whole.widths.prefix { width in
                rest -= width
                return rest >= 0
            }
            string = String(String.UnicodeScalarView(whole.scalars.prefix(kept.count))) + "…"
            paragraphs = ShapedText.paragraphs(string, request.style, label: request.label, in: fonts)
        }
        text = string.utf8CString
        var missing: [Unicode.Scalar] = []
        for scalar in paragraphs.flatMap(\.missing) where !missing.contains(scalar) { missing.append(scalar) }
        self.missing = missing.map { MissingGlyph(character: $0, origin: request.origin) }
        for index in paragraphs.indices { setLines(of: &paragraphs[index], request, room: room, fonts) }
    }

    /// Whether something of a line is to be seen.
    func hasInk(onLine line: Int) -> Bool {
        // Nearly always a letter or a common Chinese character says so at once.
        let isPlain = text[lines[line].bytes].contains { byte in
            let byte = UInt8(bitPattern: byte)
            return byte.isLetterOrDigit || (0xE4...0xE9).contains(byte)
        }
        return isPlain || lines[line].runs.contains(where: \.hasInk)
    }

    /// Draws a line with its baseline at `y`.
    func draw(line: Int, x: Double, y: Double, faces: DocumentFaces?, on cairo: OpaquePointer) {
        text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return }
            var x = x + lines[line].x
            for run in lines[line].runs {
                run.draw(x: x, y: y, text: start, faces: faces, on: cairo)
                x += run.width
            }
        }
    }

    /// The glyphs of a line and the text of each run, with the line's baseline at `y`; without what is better left to Pango.
    func placedRuns(ofLine line: Int, x: Double, y: Double) -> [GlyphReplay.Run] {
        var x = x + lines[line].x
        return lines[line].runs.compactMap { run in
            defer { x += run.width }
            guard let glyphs = run.placed(x: x, y: y, number: { UInt($0) }), let font = run.font.flatMap(cpango_scaled_font)
            else {
                return nil
            }
            return GlyphReplay.Run(font: font, glyphs: glyphs, text: Array(text[run.bytes]))
        }
    }

    /// Adds the outlines of a line's letters to the current path.
    func trace(line: Int, x: Double, y: Double, on cairo: OpaquePointer) {
        var x = x + lines[line].x
        for run in lines[line].runs {
            cairo_move_to(cairo, x, y)
            pango_cairo_glyph_string_path(cairo, run.pointer.pointee.item.pointee.analysis.font, run.pointer.pointee.glyphs)
            x += run.width
        }
    }

    /// The text that a line's glyphs show.
    func string(ofLine line: Int) -> String {
        lines[line].runs.sorted { $0.bytes.lowerBound < $1.bytes.lowerBound }.map(string).joined()
    }

    func string(of run: GlyphRun) -> String {
        text.withUnsafeBytes { String(decoding: UnsafeRawBufferPointer(rebasing: $0[run.bytes]), as: UTF8.self) }
    }

    // MARK: Shaping

    /// - Parameters:
    ///   - features: OpenType features beside those of the style.
    ///   - label: how many characters at the beginning are emphasised.
    static func paragraphs(
        _ text: String, _ style: TextStyle, features: String = "", label: Int = 0, in fonts: FontContext
    ) -> [ShapedParagraph] {
        let attributes = LayoutAttributes()
        attributes.add(pango_attr_font_desc_new(fonts.description(of: style)))
        let role = fonts.role(style.setRole)
        let labelled = 0..<text.prefix(label).utf8.count
        if label > 0 {
            var emphasised = style
            emphasised.bold = true
            attributes.add(pango_attr_font_desc_new(fonts.description(of: emphasised)), labelled)
        }
        let allFeatures =
            features.isEmpty || role.features.isEmpty ? role.features + features : role.features + "," + features
        if !allFeatures.isEmpty { attributes.add(pango_attr_font_features_new(allFeatures)) }
        if !role.latin.isEmpty {
            for range in LatinRuns.ranges(in: text) where range.lowerBound >= labelled.upperBound {
                attributes.add(pango_attr_family_new(role.latinName), range)
            }
        }
        let spacing = Int((style.letterSpacing * Double(PANGO_SCALE)).rounded(.down))
        let length = text.utf8.count
        return text.withCString { start in
            var paragraphs: [ShapedParagraph] = []
            var scalars: [Unicode.Scalar] = []
            var offsets: [Int] = []
            var offset = 0
            func endParagraph() {
                offsets.append(offset)
                paragraphs.append(
                    ShapedParagraph(
                        scalars, offsets: offsets, text: start, length: length, attributes, spacing: spacing, fonts.context))
                (scalars, offsets) = ([], [])
            }
            for scalar in text.unicodeScalars {
                if scalar == "\n" {
                    endParagraph()
                } else {
                    scalars.append(scalar)
                    offsets.append(offset)
                }
                offset += scalar.utf8.count
            }
            endParagraph()
            return paragraphs
        }
    }

    // MARK: Lines

    private func setLines(of paragraph: inout ShapedParagraph, _ request: TextRequest, room: Int, _ fonts: FontContext) {
        let unit = Double(PANGO_SCALE)
        let indent = Int(max(0, request.indent) * unit)
        let halves = paragraph.squeezePairs(request.style, in: fonts)
        let count = paragraph.scalars.count
        let width = paragraph.width
        var broken = [LineBreaking.Line(characters: 0..<count, visible: 0..<count, width: width)]
        var ranks: [BreakRank] = []
        if width + indent > room, count > 1, !request.oneLine {
            ranks = text.withUnsafeBufferPointer { text in text.baseAddress.map { paragraph.ranks(text: $0) } ?? [] }
            if request.ends != .full {
                ranks.joinWords(of: paragraph.scalars, fonts.words.boundaries(in: paragraph.scalars))
            }
            var blanks = [Int](repeating: 0, count: count)
            // To readers a sign is as wide as ever: in a cell it would reach into the next column.
            if request.alignment == .justified { for (index, half) in halves { blanks[index] = half.blank } }
            let breaking = LineBreaking(
                scalars: paragraph.scalars, widths: paragraph.widths, ranks: ranks, blanks: blanks, available: room,
                indent: indent)
            broken = breaking.lines(request.ends, size: size * unit)
        }
        // All glyphs are changed before any run is cut, which moves them.
        var stretches: [LineStretch?] = []
        var overhangs: [Int] = []
        for (place, line) in broken.enumerated() {
            if line.squeezesFirst, let half = halves[line.visible.lowerBound] { paragraph.squeeze(line.visible.lowerBound, half) }
            if line.squeezesLast, let last = line.visible.last, let half = halves[last] { paragraph.squeeze(last, half) }
            overhangs.append(count == 0 ? 0 : paragraph.overhang(of: line.visible.lowerBound))
            var stretch: LineStretch?
            if request.alignment == .justified, place < broken.count - 1 {
                let lack = room - 1 - (place == 0 ? indent : 0) - line.width
                stretch = LineStretch(line.visible, of: paragraph, ranks: ranks, by: lack, size: size * unit)
                stretch?.share { paragraph.widen($0, by: $1) }
            }
            stretches.append(stretch)
        }
        let ends = broken.map { paragraph.offsets[$0.characters.upperBound] }
        var runs = text.withUnsafeBufferPointer { text in
            text.baseAddress.map { start in paragraph.runs.flatMap { $0.cut(at: ends[...], text: start) } } ?? []
        }[...]
        for (place, line) in broken.enumerated() {
            let start = place == 0 ? indent : 0
            let width = line.width + (stretches[place]?.amount ?? 0)
            let free = max(0, room - start - width)
            let x: Int =
                switch request.alignment {
                case .leading, .justified: start
                case .center: start + free / 2
                case .trailing: start + free
                }
            let bytes = paragraph.offsets[line.characters.lowerBound]..<paragraph.offsets[line.characters.upperBound]
            let own = runs.prefix { $0.bytes.lowerBound < bytes.upperBound }
            runs = runs.dropFirst(own.count)
            lines.append(
                Line(
                    runs: GlyphRun.inVisualOrder(Array(own)), x: Double(x) / unit, end: Double(x + width) / unit,
                    overhang: Double(overhangs[place]) / unit,
                    bytes: bytes, stretch: Double(stretches[place]?.each ?? 0) / unit / size))
        }
    }
}

/// Letters, digits and their signs between Chinese characters.
enum LatinRuns {
    /// Signs of comparison and reckoning, which must look like the digits beside them.
    private static let signs = Set("≥≤≠≈±×÷".unicodeScalars.map(\.value))

    /// Byte ranges of ASCII and of those signs, with blanks only inside of them.
    static func ranges(in text: String) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var end = 0
        var offset = 0
        for scalar in text.unicodeScalars {
            let length = scalar.value < 0x80 ? 1 : UTF8.width(scalar)
            if (0x21...0x7E).contains(scalar.value) || (scalar.value < 0x2270 && signs.contains(scalar.value)) {
                if start == nil { start = offset }
                end = offset + length
            } else if scalar.value != 0x20, let first = start {
                ranges.append(first..<end)
                start = nil
            }
            offset += length
        }
        if let first = start { ranges.append(first..<end) }
        return ranges
    }
}

/// Owns a list of Pango's attributes.
struct LayoutAttributes: ~Copyable {
    let list: OpaquePointer? = pango_attr_list_new()

    deinit {
        if let list { pango_attr_list_unref(list) }
    }

    /// Takes ownership of `attribute`; the range counts bytes.
    func add(_ attribute: UnsafeMutablePointer<PangoAttribute>?, _ range: Range<Int>? = nil) {
        guard let attribute else { return }
        if let range {
            attribute.pointee.start_index = UInt32(clamping: range.lowerBound)
            attribute.pointee.end_index = UInt32(clamping: range.upperBound)
        }
        pango_attr_list_insert(list, attribute)
    }
}
