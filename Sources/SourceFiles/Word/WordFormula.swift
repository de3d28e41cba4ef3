/// A formula in one line of text: of the equation editor (OMML, ECMA-376 part 1, 22.1) or of an EQ field.
struct WordFormula {
    private(set) var text = ""
    /// It says something that a line of text cannot, or that no reader of numbers may take for one.
    private(set) var isFlattened = false
    /// It begins with a fraction, which a number before it would run into.
    private(set) var isFraction = false

    init(_ element: MarkupElement) {
        read(element)
    }

    private mutating func read(_ element: MarkupElement) {
        for inner in element.elements { part(inner) }
    }

    private func part(_ name: String, of element: MarkupElement) -> WordFormula? {
        element.first(name).map(WordFormula.init)
    }

    private mutating func part(_ element: MarkupElement) {
        let parts = { [self] (name: String) in part(name, of: element)?.text ?? "" }
        switch element.name {
        case "t": text += element.text
        case "f": append(fraction: parts("num"), parts("den"))
        case "sSup": text += parts("e") + parts("sup").raised
        case "sSub": text += parts("e") + (parts("e").last?.isNumber == true ? parts("sub").lowered : parts("sub"))
        case "rad":
            text += parts("deg").raised + "√" + WordFormula.bracketed(parts("e"))
            isFlattened = true
        case "d":
            let properties = element.first("dPr")
            text += properties?.first("begChr")?["val"] ?? "("
            read(element)
            text += properties?.first("endChr")?["val"] ?? ")"
        case "sSubSup", "nary", "m", "eqArr", "limLow", "limUpp", "sPre", "groupChr", "acc", "bar":
            read(element)
            isFlattened = true
        case let name where name.hasSuffix("Pr"): return
        default: read(element)
        }
    }

    /// Beside a number a fraction is read as it is spoken: 2又1/2, and not 21/2.
    private mutating func append(fraction above: String, _ below: String) {
        isFraction = isFraction || text.isEmpty
        text += (text.last?.isNumber == true ? "又" : "") + WordFormula.fraction(above, below)
        isFlattened = true
    }

    static func fraction(_ above: String, _ below: String) -> String {
        bracketed(above) + "/" + bracketed(below)
    }

    private static func bracketed(_ text: String) -> String {
        text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." } ? text : "(\(text))"
    }

    /// What an EQ field's instruction shows; `nil` for a formula that has no line of text.
    static func text(ofField instruction: String) -> String? {
        let words = instruction[..<(instruction.ranges(of: "\\*").first?.lowerBound ?? instruction.endIndex)]
            .drop { $0.isWhitespace }.dropFirst(2)
        var result = ""
        var rest = words[...]
        while let slash = rest.firstIndex(of: "\\") {
            result += rest[..<slash].filter { !$0.isWhitespace }
            guard let open = rest[slash...].firstIndex(of: "("), let (arguments, end) = arguments(of: rest, from: open),
                let shown = shown(rest[slash..<open].lowercased(), arguments)
            else { return nil }
            result += result.last?.isNumber == true && shown.contains("/") ? "又" + shown : shown
            rest = rest[end...]
        }
        return result + rest.filter { !$0.isWhitespace }
    }

    private static func shown(_ word: String, _ arguments: [String]) -> String? {
        let inner = arguments.map { text(ofField: "EQ" + $0) ?? "" }
        if word.hasPrefix("\\f"), inner.count == 2 { return fraction(inner[0], inner[1]) }
        if word.hasPrefix("\\o"), let ring = inner.firstIndex(where: { ["○", "◯", "〇", "O", "o"].contains($0) }) {
            let others = inner.indices.filter { $0 != ring }.map { inner[$0] }
            return others.first.flatMap { Int($0) }.flatMap(WordNumberFormat.circled) ?? others.first
        }
        guard inner.count == 1 else { return nil }
        if word.hasPrefix("\\s\\up") { return inner[0].raised }
        if word.hasPrefix("\\s\\do") { return inner[0].lowered }
        return word.hasPrefix("\\x") || word.hasPrefix("\\s") || word.hasPrefix("\\d") ? inner[0] : nil
    }

    /// What stands between brackets, at commas or semicolons of this level, and the place behind them.
    private static func arguments(of text: Substring, from open: String.Index) -> ([String], String.Index)? {
        var arguments = [""]
        var depth = 0
        for index in text[open...].indices {
            let character = text[index]
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            // Deeper than this is no formula that anybody wrote.
            guard depth < 16 else { return nil }
            if depth == 0 { return (arguments, text.index(after: index)) }
            if depth == 1, ",;，".contains(character) {
                arguments.append("")
            } else if depth > 1 || character != "(" {
                arguments[arguments.count - 1].append(character)
            }
        }
        return nil
    }
}
