/// The texts of a page by the marks that the structure tree names them with (ISO 32000-1, 14.6 and 14.7.4).
///
/// Poppler interprets the whole page anew for each of its some hundred marks; here each page is gone through once.
struct PageTexts {
    struct Mark: Hashable {
        /// The form that the mark stands in, by its object's number; `nil` for the page itself.
        var form: Int?
        var number: Int
    }

    private(set) var texts: [Mark: MarkedText] = [:]
    /// How many characters are neither marked nor an artifact.
    private(set) var unmarked = 0
    private(set) var pictures = 0
    /// Signs whose fonts do not say what they are.
    private(set) var unknown = 0
    /// What is open, from outside to inside.
    private var open: [Open] = []
    private var place = TextPlace()
    private let fonts: FontStore
    private let objects: PDFObjects
    private let budget: ReadingBudget

    private struct Open {
        var mark: Mark?
        /// What is shown here counts: it is no artifact, and no other words stand for it.
        var counts: Bool
    }

    private static let deepest = 12

    init(_ page: PDFPages.Page, _ fonts: FontStore, _ objects: PDFObjects, _ budget: ReadingBudget) throws(ReadingError) {
        (self.fonts, self.objects, self.budget) = (fonts, objects, budget)
        var content: [UInt8] = []
        let value = try objects.resolved(page.content)
        for part in value.elements ?? page.content.map({ [$0] }) ?? [] {
            content += try objects.stream(part) ?? []
            content.append(0x0A)
        }
        try interpret(content, page.resources, form: nil, depth: 0)
    }

    private mutating func interpret(
        _ content: [UInt8], _ resources: [String: PDFValue], form: Int?, depth: Int
    ) throws(ReadingError) {
        var scanner = PDFScanner(content, hasReferences: false, budget)
        var operands: [PDFValue] = []
        var font: PDFFont?
        var saved: [PDFFont?] = []
        let outside = open.count
        let before = place
        defer { place = before }
        while let value = try scanner.next() {
            guard case .word(let word) = value else {
                if operands.count < 64 { operands.append(value) }
                continue
            }
            place.take(word, operands)
            switch word {
            case "q": if saved.count < 1_000 { saved.append(font) }
            case "Q": font = saved.popLast() ?? font
            case "Tf": font = try fonts.font(operands.first?.name, in: resources)
            case "Tj", "'", "\"": try show(operands.last?.bytes ?? [], font)
            case "TJ":
                for part in operands.last?.elements ?? [] {
                    if let bytes = part.bytes { try show(bytes, font) }
                    if let back = part.real { place.advance(width: -back / 1_000, count: 0, blanks: 0) }
                }
            case "BDC", "BMC": try begin(operands, resources, form: form)
            case "EMC": if open.count > outside { open.removeLast() }
            case "Do": try draw(operands.first?.name, resources, depth: depth)
            case "BI": pictures += 1
            case "ID": scanner.skipImage()
            default: break
            }
            operands = []
        }
        open.removeSubrange(min(outside, open.count)...)
    }

    private mutating func begin(_ operands: [PDFValue], _ resources: [String: PDFValue], form: Int?) throws(ReadingError) {
        guard open.count < 200 else { throw .hostile("PDF页面上的标记嵌套超过200层") }
        var inner = open.last ?? Open(counts: true)
        if operands.first?.name == "Artifact" { inner = Open(counts: false) }
        var properties = operands.last?.entries
        if operands.count > 1, let name = operands.last?.name {
            properties = try objects.dictionary(try objects.dictionary(resources["Properties"])?[name])
        }
        if let number = try objects.integer(properties?["MCID"]) {
            inner = Open(mark: Mark(form: form, number: number), counts: true)
        }
        if inner.counts, let text = try objects.text(properties?["ActualText"]) {
            try append(text, to: inner.mark)
            inner.counts = false
        }
        open.append(inner)
    }

    private mutating func show(_ bytes: [UInt8], _ font: PDFFont?) throws(ReadingError) {
        let current = open.last ?? Open(counts: true)
        guard current.counts, !bytes.isEmpty else { return }
        guard let mark = current.mark, let font else {
            unmarked += bytes.count
            return
        }
        try budget.spend(steps: 3 + bytes.count / 4)
        let shown = font.shown(bytes)
        unknown += shown.unknown
        let text = String(shown.text)
        try budget.spend(text: text.utf8.count)
        let begin = place.spot
        place.advance(width: shown.width, count: shown.count, blanks: shown.blanks)
        if texts[mark, default: MarkedText()].append(text, from: begin, to: place.spot.x) { try budget.spend(steps: 12) }
    }

    /// Takes words that stand for what is shown.
    private mutating func append(_ text: String, to mark: Mark?) throws(ReadingError) {
        guard let mark else { return }
        try budget.spend(text: text.utf8.count)
        _ = texts[mark, default: MarkedText()].append(text, from: place.spot, to: place.spot.x)
    }

    private mutating func draw(_ name: String?, _ resources: [String: PDFValue], depth: Int) throws(ReadingError) {
        guard let name, let value = try objects.dictionary(resources["XObject"])?[name],
            let entries = try objects.dictionary(value)
        else { return }
        if try objects.name(entries["Subtype"]) == "Image" { pictures += 1 }
        guard try objects.name(entries["Subtype"]) == "Form" else { return }
        guard depth < PageTexts.deepest else { throw .hostile("PDF页面上的图形嵌套超过\(PageTexts.deepest)层") }
        guard let content = try objects.stream(value) else { return }
        if let matrix = try objects.array(entries["Matrix"]).flatMap(TextPlace.Matrix.init) { place.transform(by: matrix) }
        try interpret(
            content, try objects.dictionary(entries["Resources"]) ?? resources, form: value.object, depth: depth + 1)
    }
}

/// The fonts of a PDF, each read once.
final class FontStore {
    private var fonts: [Int: PDFFont] = [:]
    private let objects: PDFObjects
    private let budget: ReadingBudget

    init(_ objects: PDFObjects, _ budget: ReadingBudget) {
        (self.objects, self.budget) = (objects, budget)
    }

    func font(_ name: String?, in resources: [String: PDFValue]) throws(ReadingError) -> PDFFont? {
        guard let name, let value = try objects.dictionary(resources["Font"])?[name] else { return nil }
        if let number = value.object, let font = fonts[number] { return font }
        guard let entries = try objects.dictionary(value) else { return nil }
        let font = try PDFFont(entries, objects, budget)
        if let number = value.object { fonts[number] = font }
        return font
    }
}
