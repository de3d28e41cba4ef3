internal import SourceFiles
internal import Text

/// The tint of cells with errors: one conditional format that names itself, so that a reader takes it away in one step.
struct ErrorTint {
    /// True for every cell.
    private static let formula = "LEN(\"审核批注：错误\")&gt;0"
    /// The number of our format among the workbook's.
    private let format: Int

    /// Adds the look to the workbook's styles, unless it is there.
    ///
    /// - Throws: ``ReadingError`` for styles that are broken.
    init(_ edit: inout PackageEdit) throws(ReadingError) {
        let (part, map) = try ErrorTint.styles(of: &edit)
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

    /// The workbook's styles; a workbook without gets those that every one has.
    private static func styles(of edit: inout PackageEdit) throws(ReadingError) -> (part: String, map: PartMap) {
        let main = edit.file.main
        let relation = try edit.file.relations(of: main).first { $0.type.hasSuffix("/styles") && !$0.target.isEmpty }
        if let part = relation?.target, let map = try edit.map(part) { return (part, map) }
        let part = relation?.target ?? edit.freeName("xl/styles", ".xml", from: 0)
        let namespace =
            edit.isStrict
            ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        let usual = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="\(namespace)"><fonts count="1"><font/></fonts><fills count="2">\
            <fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs>\
            </styleSheet>
            """
        edit.set(Array(usual.utf8), of: part)
        if relation == nil { _ = try edit.relate(main, to: part, type: "styles") }
        try edit.declare(part, as: "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml")
        return (part, try PartMap(Array(usual.utf8), named: part))
    }

    /// - Parameter cells: those of a sheet that have errors.
    func write(_ cells: Set<CellPlace>, to map: PartMap, _ edits: inout ByteEdits) {
        guard !cells.isEmpty else { return }
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
