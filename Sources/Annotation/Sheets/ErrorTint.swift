internal import SourceFiles
internal import Text

/// The tint of cells with errors: one conditional format that names itself, so that a reader takes it away in one step.
struct ErrorTint {
    /// True for every cell.
    private static let formula = "LEN(\"审核批注：错误\")&gt;0"
    /// The number of our format among the workbook's; `nil` where it has no styles.
    private let format: Int?

    /// Adds the look to the workbook's styles, unless it is there.
    ///
    /// - Throws: ``ReadingError`` for styles that are broken.
    init(_ edit: inout PackageEdit) throws(ReadingError) {
        let relation = try edit.file.relations(of: edit.file.main).first { $0.type.hasSuffix("/styles") }
        guard let part = relation?.target, !part.isEmpty, let map = try edit.map(part) else {
            format = nil
            return
        }
        let prefix = map.prefix(0)
        let look =
            "<\(prefix)dxf><\(prefix)fill><\(prefix)patternFill><\(prefix)bgColor rgb=\"FFFFD9D9\"/>"
            + "</\(prefix)patternFill></\(prefix)fill></\(prefix)dxf>"
        var edits = ByteEdits()
        if let list = map.first("dxfs", in: 0) {
            let known = map.children(of: list)
            if let own = known.firstIndex(where: { map.text(map.elements[$0].start..<map.elements[$0].end) == look }) {
                format = own
                return
            }
            format = known.count
            if let count = map.attributes(of: list).first(where: { $0.name == "count" }) {
                edits.replace(count.value, with: "\(known.count + 1)")
            }
            edits.append(look, to: list, of: map)
        } else {
            format = 0
            SheetOrder.insert(style: "<\(prefix)dxfs count=\"1\">\(look)</\(prefix)dxfs>", as: "dxfs", into: map, &edits)
        }
        edit.set(edits.applied(to: map.bytes), of: part)
    }

    /// - Parameter cells: those of a sheet that have errors.
    func write(_ cells: Set<CellPlace>, to map: PartMap, _ edits: inout ByteEdits) {
        guard let format, !cells.isEmpty else { return }
        let prefix = map.prefix(0)
        let priorities = map.all("cfRule").compactMap { map.attribute("priority", of: $0).flatMap { Int($0) } }
        let priority = (priorities.filter { $0 < Int(Int32.max) }.max() ?? 0) + 1
        let rule =
            "<\(prefix)cfRule type=\"expression\" dxfId=\"\(format)\" priority=\"\(priority)\">"
            + "<\(prefix)formula>\(ErrorTint.formula)</\(prefix)formula></\(prefix)cfRule>"
        let text = "<\(prefix)conditionalFormatting sqref=\"\(ErrorTint.ranges(cells))\">\(rule)</\(prefix)conditionalFormatting>"
        SheetOrder.insert(text, as: "conditionalFormatting", into: map, &edits)
    }

    /// `B2:B4 D7`: cells below each other are one range.
    private static func ranges(_ cells: Set<CellPlace>) -> String {
        let ordered = cells.sorted { ($0.column, $0.row) < ($1.column, $1.row) }
        var ranges: [(first: CellPlace, last: CellPlace)] = []
        for cell in ordered {
            if let last = ranges.last, last.last.column == cell.column, last.last.row + 1 == cell.row {
                ranges[ranges.count - 1].last = cell
            } else {
                ranges.append((cell, cell))
            }
        }
        return ranges.map { $0.first == $0.last ? $0.first.name : "\($0.first.name):\($0.last.name)" }.joined(separator: " ")
    }
}
