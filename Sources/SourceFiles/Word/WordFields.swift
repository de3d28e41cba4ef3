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
        /// What a form's field was set to.
        var choice: String?
        var hasResult = false
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

    /// - Parameter mark: may hold what a form's field was set to.
    mutating func begin(_ mark: MarkupElement) {
        // Deeper nesting is no field of an honest document.
        guard open.count < 64 else { return }
        count += 1
        open.append(Field(choice: mark.first("ffData").flatMap(WordFields.choice)))
    }

    /// The entry of a drop-down, the box of a check box; `nil` for a field that is written into.
    private static func choice(_ form: MarkupElement) -> String? {
        if let box = form.first("checkBox") {
            return (box.first("checked") ?? box.first("default"))?.isOn == true ? "☑" : "☐"
        }
        guard let list = form.first("ddList") else { return nil }
        let entries = list.elements.filter { $0.name == "listEntry" }.compactMap { $0["val"] }
        let place = (list.first("result") ?? list.first("default"))?.integer("val") ?? 0
        return entries.indices.contains(place) ? entries[place] : nil
    }

    /// Text was met that is content.
    mutating func noteText() {
        for index in open.indices { open[index].hasResult = true }
    }

    mutating func separate() {
        guard let last = open.indices.last else { return }
        open[last].isResult = true
        open[last].isContents = WordFields.word(open[last].instruction) == "TOC"
    }

    /// What a field that ends was.
    struct Ended {
        var word = ""
        var instruction = ""
        /// What stands in its place where it wrote no result: a form's choice.
        var choice: String?
        var hasResult = true
    }

    mutating func end() -> Ended {
        guard let field = open.popLast() else { return Ended() }
        return Ended(
            word: WordFields.word(field.instruction), instruction: field.instruction, choice: field.choice,
            hasResult: field.hasResult)
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
