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
    /// What has a place of its own to be said at.
    private(set) var remarks: [WordRemark] = []
    private(set) var prompts = 0
    private(set) var embedded = 0
    private let styles: WordStyles
    /// How text looks that says nothing of it itself.
    private let paragraph: WordLook
    private var look = WordLook()
    private var struck = ""

    init(fields: WordFields, styles: WordStyles, paragraph: WordLook) {
        self.fields = fields
        self.styles = styles
        self.paragraph = paragraph
    }

    var isBlank: Bool {
        lines.allSatisfy { $0.allSatisfy(\.isWhitespace) }
    }

    mutating func read(_ paragraph: MarkupElement) {
        let startsInContents = fields.inContents
        visit(paragraph)
        endStruck()
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
            if word == "EQ", element.first("r") == nil { addFormula(ofField: element["instr"] ?? "") }
        case "sdt": control(element)
        case "oMath": add(WordFormula(element))
        case "AlternateContent":
            if let chosen = element.chosen { visit(chosen) }
        case "drawing", "pict", "object", "shape", "textbox", "group", "rect", "roundrect", "oval": findBoxes(element)
        case "pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "instrText", "delText": return
        default: visit(element)
        }
    }

    private mutating func run(_ run: MarkupElement) {
        look = styles.look(run.first("rPr"), in: paragraph)
        for part in run.elements {
            switch part.name {
            case "t": addRun(part.text)
            case "tab", "ptab": add("\t")
            case "br" where ["page", "column"].contains(part["type"] ?? ""): continue
            case "br", "cr": breakLine()
            case "noBreakHyphen": add("-")
            case "sym": addSymbol(part["char"].flatMap { UInt32($0, radix: 16) } ?? 0, font: part["font"] ?? look.font)
            case "fldChar": field(part)
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
        look = paragraph
    }

    private mutating func field(_ mark: MarkupElement) {
        switch mark["fldCharType"] ?? "" {
        case "begin": fields.begin(mark)
        case "separate": fields.separate()
        case "end":
            let field = fields.end()
            if field.word == "TC" { isHeading = true }
            if field.hasResult { return }
            if field.word == "EQ" { addFormula(ofField: field.instruction) } else if let choice = field.choice { add(choice) }
        default: return
        }
    }

    /// A content control in a line: a box says whether it is ticked, and a prompt that nobody has replaced is no content.
    private mutating func control(_ element: MarkupElement) {
        let properties = element.first("sdtPr")
        if properties?.isPrompt == true {
            prompts += 1
        } else if let box = properties?.first("checkbox") {
            look = paragraph
            add(box.first("checked")?.isOn == true ? "☑" : "☐")
        } else {
            visit(element)
        }
    }

    private mutating func add(_ formula: WordFormula) {
        look = paragraph
        add((formula.isFraction && lines.last?.last?.isNumber == true ? "又" : "") + formula.text)
        if formula.isFlattened, isShown { remarks.append(.formula(formula.text)) }
    }

    private mutating func addFormula(ofField instruction: String) {
        let text = WordFormula.text(ofField: instruction)
        // Without a sign in its place the numbers on both sides of it would be one.
        add((text?.contains("/") == true && lines.last?.last?.isNumber == true ? "又" : "") + (text ?? "〔公式〕"))
        guard isShown else { return }
        if let text {
            if text.contains("/") { remarks.append(.formula(text)) }
        } else {
            remarks.append(.formulaLost(instruction))
        }
    }

    private var isShown: Bool {
        !fields.inInstruction && !fields.inContents && look.isHidden != true
    }

    /// The text of a run, whose font may have signs in the places of letters.
    private mutating func addRun(_ text: String) {
        let isSymbols = look.font.map(WordSymbols.isSymbolFont) ?? false
        guard isSymbols || text.unicodeScalars.contains(where: { (0xF020...0xF0FF).contains($0.value) }) else { return add(text) }
        for scalar in text.unicodeScalars {
            if (0xF020...0xF0FF).contains(scalar.value) || (isSymbols && (0x21...0xFF).contains(scalar.value)) {
                addSymbol(scalar.value, font: look.font)
            } else {
                add(String(scalar))
            }
        }
    }

    /// A sign of a symbol font: many stand for characters that every font has.
    private mutating func addSymbol(_ code: UInt32, font: String?) {
        let font = font.flatMap { WordSymbols.isSymbolFont($0) ? $0 : nil }
        if let known = WordSymbols.character(code, font: font ?? "Symbol") {
            add(String(known))
        } else if code >= 0x20, !(0xE000...0xF8FF).contains(code), font == nil, let scalar = Unicode.Scalar(code) {
            add(String(scalar))
        } else if isShown {
            remarks.append(.symbol(code, font: font ?? ""))
        }
    }

    private mutating func add(_ text: String) {
        guard !fields.inInstruction, !fields.inContents else { return }
        if look.isHidden == true {
            if !text.allSatisfy(\.isWhitespace) { hidden += 1 }
            return
        }
        fields.noteText()
        if look.isStruck == true {
            struck += text
            return
        }
        endStruck()
        var text = text
        if look.alignment == "superscript" { text = text.raised }
        if look.alignment == "subscript", lines.last?.last?.isNumber == true { text = text.lowered }
        let holdsNewline = text.unicodeScalars.contains(where: \.isNewline)
        lines[lines.count - 1] += holdsNewline ? text.map { $0.isNewline ? " " : String($0) }.joined() : text
    }

    private mutating func endStruck() {
        if struck.contains(where: { !$0.isWhitespace }) { remarks.append(.struck(struck)) }
        struck = ""
    }

    private mutating func breakLine() {
        guard isShown, look.isStruck != true else { return }
        lines.append("")
    }

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

extension Unicode.Scalar {
    /// Alone or at the beginning of a character that is a line end.
    fileprivate var isNewline: Bool {
        switch value {
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }
}
