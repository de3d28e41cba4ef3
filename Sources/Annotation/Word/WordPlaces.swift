internal import Diagnostics
internal import SourceFiles
internal import Text

/// Where in a document's main part a comment on a place hangs: on paragraphs, from the first to the last of a cell.
struct WordPlaces {
    /// Paragraphs by their element numbers; both ends belong to it.
    struct Span: Hashable {
        let first: Int
        let last: Int
    }

    private let map: PartMap
    private let anchors: [WordAnchors.Element]
    private var byPlace: [Key: [Int]] = [:]

    private struct Key: Hashable {
        var table: Int?
        var row: Int?
        var cell: Int?

        init(_ place: Location) {
            (table, row, cell) = (place.table, place.row, place.cell)
        }
    }

    init(_ map: PartMap, _ anchors: WordAnchors) {
        self.map = map
        self.anchors = anchors.elements
        for (index, anchor) in self.anchors.enumerated() {
            // Also where only the row or the table is told.
            var key = Key(anchor.place)
            byPlace[key, default: []].append(index)
            if key.cell != nil {
                key.cell = nil
                byPlace[key, default: []].append(index)
                key.row = nil
                byPlace[key, default: []].append(index)
            }
        }
    }

    /// What the first words of the document stand in.
    var first: Span? { anchors.lazy.filter { !$0.text.isEmpty }.compactMap { span(of: $0.number) }.first }

    /// What its last words stand in.
    var last: Span? { anchors.reversed().lazy.filter { !$0.text.isEmpty }.compactMap { span(of: $0.number) }.first }

    /// - Parameter original: tells cells apart that share a place.
    func span(at place: Location, holding original: String?) -> Span? {
        guard let found = byPlace[Key(place)], let first = found.first else { return nil }
        if let title = title(of: place, before: first) { return span(of: title) }
        let exact = original.flatMap { original in found.first { anchors[$0].text.withoutSpaces == original.withoutSpaces } }
        return span(of: anchors[exact ?? first].number)
    }

    /// The paragraph with the title of a table, where the place is all of it.
    private func title(of place: Location, before first: Int) -> Int? {
        guard place.row == nil, let heading = place.heading?.withoutSpaces, !heading.isEmpty else { return nil }
        let before = anchors[..<first].suffix(6).last {
            $0.place.table == nil && $0.text.withNumbersStarred.withoutSpaces == heading
        }
        return before?.number
    }

    private func span(of element: Int) -> Span? {
        guard map.elements.indices.contains(element) else { return nil }
        if map.isNamed("p", element) {
            let outer = outside(element)
            return Span(first: outer, last: outer)
        }
        let paragraphs = paragraphs(in: element)
        guard let first = paragraphs.first, let last = paragraphs.last else { return nil }
        // A cell of a table in a text box hangs with the box.
        let outer = (outside(first), outside(last))
        return Span(first: outer.0, last: outer.1)
    }

    /// The paragraph itself; of one in a text box that which the box hangs on, for comments may not stand in boxes.
    private func outside(_ paragraph: Int) -> Int {
        var (result, place) = (paragraph, map.elements[paragraph].parent)
        var isInBox = false
        while place >= 0 {
            if map.isNamed("txbxContent", place) { isInBox = true }
            if isInBox, map.isNamed("p", place) {
                result = place
                isInBox = false
            }
            place = map.elements[place].parent
        }
        return result
    }

    /// A cell's own paragraphs, without those of tables in it.
    private func paragraphs(in cell: Int) -> [Int] {
        map.children(of: cell).flatMap { child -> [Int] in
            switch map.name(child) {
            case "p": return [child]
            case "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo": return paragraphs(in: child)
            default: return []
            }
        }
    }
}
