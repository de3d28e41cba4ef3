/// A text of a sheet: its runs, without the phonetic signs above it and without what is struck out.
struct SheetString {
    private(set) var text = ""
    private(set) var struck = ""

    init(_ text: String) {
        self.text = text
    }

    init(_ element: MarkupElement) {
        for part in element.elements {
            switch part.name {
            case "t": text += part.text.withCodedCharacters
            case "r": append(part)
            default: continue
            }
        }
    }

    private mutating func append(_ run: MarkupElement) {
        let words = (run.first("t")?.text ?? "").withCodedCharacters
        let properties = run.first("rPr")
        if properties?.first("strike")?.isOn == true {
            struck += words
        } else {
            text += properties?.first("vertAlign")?["val"] == "superscript" ? words.raised : words
        }
    }
}
