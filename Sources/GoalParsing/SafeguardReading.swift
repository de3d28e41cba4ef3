internal import GoalModel
internal import Text

extension Safeguard {
    /// Reads the safeguards: numbered paragraphs whose first sentence is the title, titles on lines of their own, plain text.
    static func reading(_ paragraphs: [Passage]) -> [Safeguard] {
        var result: [Safeguard] = []
        var isOpen = false
        for paragraph in paragraphs {
            let numbering = Numbering(paragraph.text)
            let rest = String(numbering.rest)
            if numbering.isNumbered {
                let (title, text) = titleAndText(rest)
                result.append(Safeguard(title: title, text: text, location: paragraph.location))
                isOpen = text.isEmpty
            } else if isOpen, !result.isEmpty {
                let last = result.count - 1
                if !result[last].text.isEmpty, !rest.isEmpty { result[last].text += "\n" }
                result[last].text += rest
            } else {
                result.append(Safeguard(title: "", text: rest, location: paragraph.location))
            }
        }
        return result
    }

    /// The first sentence is a title when it is short; a line without a full stop is all title.
    private static func titleAndText(_ line: String) -> (title: String, text: String) {
        guard let stop = line.firstIndex(where: { "。：:".contains($0) }) else {
            return line.count <= 40 ? (line, "") : ("", line)
        }
        let title = line[..<stop]
        let text = String(line[line.index(after: stop)...]).trimmed
        return title.count <= 30 ? (String(title), text) : ("", line)
    }
}
