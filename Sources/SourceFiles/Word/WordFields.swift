/// The fields that are open while a story is read: their instructions are no content, nor is a table of contents.
struct WordFields {
    private var open: [Field] = []
    /// False where a field never ends: what follows must not be taken for its contents.
    private let dropsContents: Bool
    /// How many fields there were.
    private(set) var count = 0

    private struct Field {
        var instruction = ""
        var isResult = false
        var isContents = false
    }

    /// - Parameter story: all of the document's body.
    init(_ story: MarkupElement) {
        var balance = 0
        for mark in story.all("fldChar") {
            switch mark["fldCharType"] {
            case "begin": balance += 1
            case "end": balance -= 1
            default: continue
            }
        }
        dropsContents = balance == 0
    }

    mutating func begin() {
        // Deeper nesting is no field of an honest document.
        guard open.count < 64 else { return }
        count += 1
        open.append(Field())
    }

    mutating func separate() {
        guard let last = open.indices.last else { return }
        open[last].isResult = true
        open[last].isContents = WordFields.word(open[last].instruction) == "TOC"
    }

    /// Returns the word of the field that ends.
    mutating func end() -> String {
        guard let field = open.popLast() else { return "" }
        return WordFields.word(field.instruction)
    }

    mutating func instruct(_ text: String) {
        guard let last = open.indices.last, open[last].instruction.utf8.count < 1_000 else { return }
        open[last].instruction += text
    }

    /// A field without parts: simple, or a table of contents in a content control.
    mutating func noteOne() {
        count += 1
    }

    /// Text met now is an instruction.
    var inInstruction: Bool {
        open.contains { !$0.isResult }
    }

    /// Text met now belongs to a table of contents.
    var inContents: Bool {
        dropsContents && open.contains(where: \.isContents)
    }

    static func word(_ instruction: String) -> String {
        String(instruction.drop { $0 == " " }.prefix { $0 != " " && $0 != "\\" }).uppercased()
    }
}
