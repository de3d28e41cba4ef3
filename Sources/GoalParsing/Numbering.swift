/// The number that a paragraph begins with, in the ways official documents number: 一、 （一） 1、 1. （1） and pairs of them.
struct Numbering {
    /// The text behind the number.
    let rest: Substring
    /// What was taken off, for example `1、 （一）`; empty when there is no number.
    let prefix: Substring

    init(_ text: String) {
        var rest = Substring(text)
        while let next = Numbering.droppingOne(rest) { rest = next }
        self.rest = rest
        prefix = text[..<rest.startIndex]
    }

    var isNumbered: Bool {
        !prefix.isEmpty
    }

    private static func droppingOne(_ text: Substring) -> Substring? {
        var rest = text.drop { $0 == " " }
        if let open = rest.first, "（(".contains(open) {
            let inside = rest.dropFirst().prefix { isNumeral($0) }
            guard !inside.isEmpty, let close = rest[inside.endIndex...].first, "）)".contains(close) else { return nil }
            rest = rest[inside.endIndex...].dropFirst()
        } else {
            let number = rest.prefix { isNumeral($0) }
            guard !number.isEmpty, let mark = rest[number.endIndex...].first, "、.．".contains(mark) else { return nil }
            rest = rest[number.endIndex...].dropFirst()
            // 1.5万元 is a number and no numbering.
            if mark != "、", let next = rest.first, next.isNumber { return nil }
        }
        return rest.drop { $0 == " " }
    }

    private static func isNumeral(_ character: Character) -> Bool {
        (character.isASCII && character.isNumber) || "一二三四五六七八九十百".contains(character)
    }
}
