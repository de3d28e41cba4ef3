/// What a run's format says of its text beside how it looks: hidden, struck out, raised, in a font of symbols.
struct WordLook {
    var isHidden: Bool?
    var isStruck: Bool?
    /// `superscript`, `subscript` or `baseline`.
    var alignment: String?
    /// A symbol font, if one of the run's fonts is one.
    var font: String?

    init(_ properties: MarkupElement? = nil) {
        guard let properties else { return }
        isHidden = properties.first("vanish")?.isOn
        let strikes = [properties.first("strike"), properties.first("dstrike")].compactMap { $0?.isOn }
        isStruck = strikes.isEmpty ? nil : strikes.contains(true)
        alignment = properties.first("vertAlign")?["val"]
        if let fonts = properties.first("rFonts") {
            let names = ["ascii", "hAnsi", "eastAsia", "cs"].compactMap { fonts[$0] }
            font = names.first(where: WordSymbols.isSymbolFont) ?? names.first
        }
    }

    /// What this leaves open as the other, further away, has it.
    func over(_ other: WordLook) -> WordLook {
        var look = self
        look.isHidden = isHidden ?? other.isHidden
        look.isStruck = isStruck ?? other.isStruck
        look.alignment = alignment ?? other.alignment
        look.font = font ?? other.font
        return look
    }

    /// A run's own look over that of its character style and its paragraph's style: what both of those switch on is off
    /// (ECMA-376 part 1, 17.7.3).
    static func of(_ own: WordLook, character: WordLook, paragraph: WordLook) -> WordLook {
        var look = own.over(character).over(paragraph)
        look.isHidden = own.isHidden ?? ((character.isHidden == true) != (paragraph.isHidden == true))
        look.isStruck = own.isStruck ?? ((character.isStruck == true) != (paragraph.isStruck == true))
        return look
    }
}
