/// Goes through what stands in one paragraph: runs, links, fields, insertions, text boxes.
struct WordRuns {
    private(set) var lines: [String] = [""]
    /// The contents of text boxes that hang on the paragraph.
    private(set) var boxes: [MarkupElement] = []
    private(set) var fields: WordFields
    /// The paragraph is an entry of the contents, or a mark for one stands in it.
    private(set) var isHeading = false
    /// All its text belongs to the table of contents.
    private(set) var isContents = false
    private(set) var bookmarks = 0
    private(set) var insertions = 0
    private(set) var deletions = 0
    private(set) var footnotes = 0
    private(set) var hidden = 0
    /// Signs of symbol fonts that mean no character.
    private(set) var symbols = 0
    private(set) var embedded = 0
    private let styles: WordStyles
    private var isHidden = false

    init(fields: WordFields, styles: WordStyles) {
        self.fields = fields
        self.styles = styles
    }

    var isBlank: Bool {
        lines.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    mutating func read(_ paragraph: MarkupElement) {
        let startsInContents = fields.inContents
        visit(paragraph)
        isContents = (startsInContents || fields.inContents) && isBlank
    }

    private mutating func visit(_ element: MarkupElement) {
        for inner in element.elements { inline(inner) }
    }

    private mutating func inline(_ element: MarkupElement) {
        switch element.name {
        case "r": run(element)
        case "bookmarkStart":
            bookmarks += 1
            if element["name"]?.hasPrefix("_Toc") == true { isHeading = true }
        case "ins", "moveTo":
            insertions += 1
            visit(element)
        case "del", "moveFrom": deletions += 1
        case "fldSimple":
            let word = WordFields.word(element["instr"] ?? "")
            fields.noteOne()
            if word == "TC" { isHeading = true } else if word != "TOC" { visit(element) }
        case "AlternateContent":
            if let chosen = element.chosen { visit(chosen) }
        case "drawing", "pict", "object", "shape", "textbox", "group", "rect", "roundrect", "oval": findBoxes(element)
        case "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "instrText", "delText": return
        default: visit(element)
        }
    }

    private mutating func run(_ run: MarkupElement) {
        isHidden = run.first("rPr").map(styles.isHidden) ?? false
        defer { isHidden = false }
        for part in run.elements {
            switch part.name {
            case "t": add(part.text)
            case "tab", "ptab": add("\t")
            case "br" where ["page", "column"].contains(part["type"] ?? ""): continue
            case "br", "cr": breakLine()
            case "noBreakHyphen": add("-")
            case "sym": addSymbol(part)
            case "fldChar": field(part["fldCharType"] ?? "")
            case "instrText": fields.instruct(part.text)
            case "footnoteReference", "endnoteReference": footnotes += 1
            case "ruby": part.first("rubyBase").map { visit($0) }
            case "drawing", "pict": findBoxes(part)
            case "object":
                embedded += 1
                findBoxes(part)
            case "AlternateContent": part.chosen.map { visit($0) }
            default: continue
            }
        }
    }

    private mutating func field(_ kind: String) {
        switch kind {
        case "begin": fields.begin()
        case "separate": fields.separate()
        case "end": if fields.end() == "TC" { isHeading = true }
        default: return
        }
    }

    private mutating func add(_ text: String) {
        guard !fields.inInstruction, !fields.inContents else { return }
        if isHidden {
            if !text.allSatisfy(\.isWhitespace) { hidden += 1 }
            return
        }
        lines[lines.count - 1] += text.map { $0.isNewline ? " " : String($0) }.joined()
    }

    private mutating func breakLine() {
        guard !fields.inInstruction, !fields.inContents, !isHidden else { return }
        lines.append("")
    }

    /// A sign of a symbol font: some stand for characters that every font has.
    private mutating func addSymbol(_ symbol: MarkupElement) {
        guard let code = symbol["char"].flatMap({ UInt32($0, radix: 16) }) else { return }
        if let known = WordRuns.symbols[code & 0xFF], code >= 0xF000 || symbol["font"]?.hasPrefix("Wingdings") == true {
            add(known)
        } else if code < 0xE000, let scalar = Unicode.Scalar(code) {
            add(String(scalar))
        } else {
            symbols += 1
        }
    }

    /// Boxes and ticks of Wingdings and Wingdings 2, and the signs of Symbol that goal tables use.
    private static let symbols: [UInt32: String] = [
        0xA8: "□", 0x6F: "□", 0xFE: "☑", 0x52: "☑", 0xFC: "√", 0x50: "√", 0xB3: "≥", 0xA3: "≤",
    ]

    /// Text boxes inside a drawing, in the writing of today or of before.
    private mutating func findBoxes(_ element: MarkupElement) {
        for inner in element.elements {
            switch inner.name {
            case "txbxContent": boxes.append(inner)
            case "AlternateContent": inner.chosen.map { findBoxes($0) }
            default: findBoxes(inner)
            }
        }
    }
}
