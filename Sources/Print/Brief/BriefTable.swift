internal import BookLayout
internal import Text
internal import Typesetting

/// A small table with three rules and a line a row: words on the left, figures on the right.
struct BriefTable {
    var heads: [String]
    /// The first text of each row is its head.
    var rows: [[String]]

    /// - Parameter width: in pt; the first column takes what the figures leave, and is cut with `…`.
    func galley(width: Double, _ setter: inout BriefSetter) -> Galley {
        let type = setter.type
        let (text, head) = (type.tableText, type.tableHead)
        let edges = edges(width: width, setter)
        let table = setter.structure.add(.table)
        var galley = Galley()
        galley.rule(y: 0, to: width, weight: type.scale)
        for (index, words) in ([heads] + rows).enumerated() {
            let row = setter.structure.add(.row, under: table)
            var line = Galley(height: text.leading)
            for (column, word) in words.enumerated() {
                let role: StructureRole =
                    index == 0 ? .headCell(.column, CellSpan()) : column == 0 ? .headCell(.row, CellSpan()) : .cell(CellSpan())
                let cell = setter.text(
                    word, index == 0 ? head : text, width: edges[column + 1] - edges[column],
                    alignment: column == 0 ? .leading : .trailing, element: setter.structure.add(role, under: row))
                line.place(cell, x: edges[column], y: 0)
            }
            galley.append(line)
            if index == 0 { galley.rule(y: galley.height, to: width, weight: 0.5 * type.scale) }
        }
        galley.rule(y: galley.height, to: width, weight: type.scale)
        return galley
    }

    /// Where columns begin; the gap between two belongs to the right one.
    private func edges(width: Double, _ setter: BriefSetter) -> [Double] {
        let type = setter.type
        var widths = heads.indices.map { column in
            let cells = rows.map { setter.fonts.width(of: $0[column].oneLine, in: type.tableText) }
            return max(cells.max() ?? 0, setter.fonts.width(of: heads[column], in: type.tableHead)) + 12 * type.scale
        }
        let figures = widths.dropFirst().reduce(0, +)
        let scale = min(1, width * 0.8 / max(1, figures))
        for column in widths.indices.dropFirst() { widths[column] *= scale }
        widths[0] = width - figures * scale
        return widths.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    }
}
