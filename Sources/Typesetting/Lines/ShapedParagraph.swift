internal import BookLayout
internal import CGLib
internal import CPango

/// The characters of a paragraph with their glyphs, before they are broken into lines.
struct ShapedParagraph {
    let scalars: [Unicode.Scalar]
    /// Where each begins in the text, and at the end where the last one ends.
    let offsets: [Int]
    private(set) var runs: [GlyphRun] = []
    /// Of each character, in Pango's units; 0 for those drawn with the one before.
    private(set) var widths: [Int]
    /// The last glyph of each character; `nil` for those drawn with the one before and in writing from right to left.
    private var glyphs: [UnsafeMutablePointer<PangoGlyphInfo>?]
    private var isPart: [Bool]
    /// Characters that no font can draw.
    private(set) var missing: [Unicode.Scalar] = []

    /// - Parameters:
    ///   - text: the whole text, of `length` bytes.
    ///   - spacing: added to each character, in Pango's units.
    init(
        _ scalars: [Unicode.Scalar], offsets: [Int], text: UnsafePointer<CChar>, length: Int,
        _ attributes: borrowing LayoutAttributes, spacing: Int, _ context: OpaquePointer
    ) {
        self.scalars = scalars
        self.offsets = offsets
        widths = Array(repeating: 0, count: scalars.count)
        glyphs = Array(repeating: nil, count: scalars.count)
        isPart = Array(repeating: true, count: scalars.count)
        guard let start = offsets.first, let end = offsets.last, start < end else { return }
        let items = pango_itemize_with_base_dir(
            context, PANGO_DIRECTION_LTR, text, Int32(clamping: start), Int32(clamping: end - start), attributes.list, nil)
        defer { g_list_free(items) }
        var node = items
        var first = 0
        while let current = node {
            node = current.pointee.next
            guard let item = current.pointee.data?.assumingMemoryBound(to: PangoItem.self) else { continue }
            let count = Int(item.pointee.num_chars)
            guard let run = GlyphRun(item, text: text, length: length) else { continue }
            runs.append(run)
            take(run, characters: min(first, scalars.count)..<min(first + count, scalars.count), spacing: spacing)
            first += count
        }
    }

    private mutating func take(_ run: GlyphRun, characters: Range<Int>, spacing: Int) {
        guard let string = run.pointer.pointee.glyphs, let infos = string.pointee.glyphs,
            let clusters = string.pointee.log_clusters
        else { return }
        let start = run.bytes.lowerBound
        let isForward = run.level.isMultiple(of: 2)
        let count = Int(string.pointee.num_glyphs)
        var character = isForward ? characters.lowerBound : characters.upperBound - 1
        for index in 0..<count {
            let byte = start + Int(clusters[index])
            while character + 1 < characters.upperBound, offsets[character] < byte { character += 1 }
            while character > characters.lowerBound, offsets[character] > byte { character -= 1 }
            guard characters.contains(character) else { return }
            // PANGO_GLYPH_UNKNOWN_FLAG
            if infos[index].glyph & 0x1000_0000 != 0 { note(scalars[character]) }
            if isPart[character] {
                isPart[character] = false
                infos[index].geometry.width += Int32(clamping: spacing)
            }
            widths[character] += Int(infos[index].geometry.width)
            if isForward { glyphs[character] = infos + index }
        }
    }

    private mutating func note(_ scalar: Unicode.Scalar) {
        let isInvisible = scalar.properties.isDefaultIgnorableCodePoint || scalar.properties.isWhitespace
        if !isInvisible, !missing.contains(scalar) { missing.append(scalar) }
    }

    var width: Int { widths.reduce(0, +) }

    /// The ranks of all places where it may break.
    func ranks(text: UnsafePointer<CChar>) -> [BreakRank] {
        var attributes = [PangoLogAttr](repeating: PangoLogAttr(), count: scalars.count + 1)
        let length = (offsets.last ?? 0) - (offsets.first ?? 0)
        pango_get_log_attrs(
            text + (offsets.first ?? 0), Int32(clamping: length), 0, pango_language_from_string("zh-cn"), &attributes,
            Int32(clamping: attributes.count))
        return BreakRank.ranks(
            of: scalars, breaks: { attributes[$0].is_line_break != 0 },
            isPart: { isPart[$0] || attributes[$0].is_cursor_position == 0 })
    }

    // MARK: Changing glyphs; only before the runs are split

    /// Adds space behind a character.
    mutating func widen(_ character: Int, by width: Int) {
        let owner = owner(of: character)
        glyphs[owner]?.pointee.geometry.width += Int32(clamping: width)
        widths[owner] += width
    }

    /// Whether space can be added behind a character.
    func canWiden(_ character: Int) -> Bool { glyphs[owner(of: character)] != nil }

    /// The character with whose glyph a character is drawn.
    private func owner(of character: Int) -> Int {
        var owner = character
        while owner > 0, isPart[owner] { owner -= 1 }
        return owner
    }

    /// Takes away the blank half of a sign.
    mutating func squeeze(_ character: Int, _ half: HalfWidth) {
        guard let glyph = glyphs[character] else { return }
        glyph.pointee.geometry.width -= Int32(clamping: half.blank)
        glyph.pointee.geometry.x_offset += Int32(clamping: half.shift)
        widths[character] -= half.blank
    }

    /// How far a glyph's box lies to the left of its place, where its blank half has been taken away.
    func overhang(of character: Int) -> Int {
        guard glyphs.indices.contains(character), let glyph = glyphs[character] else { return 0 }
        return max(0, -Int(glyph.pointee.geometry.x_offset))
    }

    /// Whether a character's glyph can be changed.
    func isPlain(_ character: Int) -> Bool { glyphs[character] != nil }

    /// The first glyph's width and shift, in Pango's units, of a text of one glyph.
    var onlyGlyph: (width: Int, shift: Int)? {
        guard scalars.count == 1, let glyph = glyphs.first, let glyph else { return nil }
        return (Int(glyph.pointee.geometry.width), Int(glyph.pointee.geometry.x_offset))
    }
}
