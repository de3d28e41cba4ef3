public import BookLayout
internal import CPango

/// The fonts of one worker: lays out text, and knows which characters had no glyph.
///
/// Pango's font maps must not be shared between threads, so each worker makes its own and keeps it for many books.
public final class FontContext {
    private let map: UnsafeMutablePointer<PangoFontMap>
    let context: OpaquePointer
    private let roles: [FontRole: ResolvedRole]
    public let uses: [FontUse]
    private var missing: [MissingGlyph] = []
    private var advances: [TextStyle: [Unicode.Scalar: Double]] = [:]
    private var descriptions: [DescriptionKey: OpaquePointer] = [:]

    struct ResolvedRole {
        var families: String
        var names: Set<String>
        var weight: Int
        var features: String
    }

    private struct DescriptionKey: Hashable {
        var role: FontRole
        var size: Double
        var bold: Bool
    }

    public init(_ roles: FontRoles) {
        map = pango_cairo_font_map_new()
        context = pango_font_map_create_context(map)
        pango_context_set_round_glyph_positions(context, 0)
        pango_context_set_language(context, pango_language_from_string("zh-cn"))
        pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
        var resolved: [FontRole: ResolvedRole] = [:]
        var uses: [FontUse] = []
        for role in FontRole.allCases {
            let list = roles.choices[role] ?? []
            let available = list.filter { [map] in pango_font_map_get_family(map, $0.family) != nil }
            let used = available.isEmpty ? list : available
            resolved[role] = ResolvedRole(
                families: used.map(\.family).joined(separator: ","), names: Set(used.map { $0.family.lowercased() }),
                weight: used.first?.weight ?? 400, features: used.first?.features ?? "")
            let family = available.first?.family
            uses.append(FontUse(role: role, family: family, isPreferred: family != nil && family == list.first?.family))
        }
        self.roles = resolved
        self.uses = uses
    }

    deinit {
        for description in descriptions.values { pango_font_description_free(description) }
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }

    /// The characters without a glyph in everything laid out since the last call.
    public func takeMissingGlyphs() -> [MissingGlyph] {
        defer { missing = [] }
        return missing
    }

    func role(_ role: FontRole) -> ResolvedRole {
        roles[role] ?? ResolvedRole(families: "", names: [], weight: 400, features: "")
    }

    func description(of style: TextStyle) -> OpaquePointer? {
        let key = DescriptionKey(role: style.role, size: style.size, bold: style.bold)
        if let known = descriptions[key] { return known }
        let resolved = role(style.role)
        guard let description = pango_font_description_new() else { return nil }
        pango_font_description_set_family(description, resolved.families)
        pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
        let weight = style.bold ? max(700, resolved.weight) : resolved.weight
        pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(clamping: weight)))
        descriptions[key] = description
        return description
    }

    /// Whether a font is of one of the role's families and not one that fontconfig put in for a missing character.
    func isOfRole(_ font: UnsafeMutablePointer<PangoFont>, _ role: FontRole) -> Bool {
        guard let description = pango_font_describe(font) else { return false }
        defer { pango_font_description_free(description) }
        guard let family = pango_font_description_get_family(description) else { return false }
        return self.role(role).names.contains(String(cString: family).lowercased())
    }

    func note(_ glyphs: [MissingGlyph]) {
        missing += glyphs
    }
}

extension FontContext: TextMeasuring {
    public func layOut(_ request: TextRequest) -> TextBlock {
        let block = TextBlock(request, in: self)
        guard !block.text.missing.isEmpty else { return block }
        note(block.text.missing)
        let unknown = Set(block.text.missing.filter { block.text.unprintable.contains($0.character) }.map(\.character))
        guard !unknown.isEmpty else { return block }
        let text = String(
            request.text.map { $0.unicodeScalars.contains(where: unknown.contains) ? MissingGlyph.replacement : $0 })
        let replaced = TextRequest(
            text, request.style, width: request.width, alignment: request.alignment, indent: request.indent,
            oneLine: request.oneLine, origin: request.origin)
        return TextBlock(replaced, in: self)
    }

    public func width(of text: String, in style: TextStyle) -> Double {
        var widest = 0.0
        var line = 0.0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                widest = max(widest, line)
                line = 0
            } else {
                line += advance(of: scalar, in: style)
            }
        }
        return max(widest, line)
    }

    private func advance(of scalar: Unicode.Scalar, in style: TextStyle) -> Double {
        switch scalar.value {
        case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF01...0xFF5E: return style.size + style.letterSpacing
        default: break
        }
        if let known = advances[style]?[scalar] { return known }
        let block = TextBlock(TextRequest(String(Character(scalar)), style, width: 1_000, oneLine: true), in: self)
        let width = block.lineCount > 0 ? block.end(ofLine: 0) : 0
        advances[style, default: [:]][scalar] = width
        return width
    }
}
