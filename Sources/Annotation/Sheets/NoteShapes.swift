internal import SourceFiles
internal import Text

/// The boxes in which spreadsheets show notes: a drawing in VML, without which Excel shows none.
struct NoteShapes {
    private var shapes = ""
    private let part: String
    private let own: [UInt8]?
    private var next: Int
    private let block: Int
    private var count = 0

    private static let namespaces =
        "xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" "
        + "xmlns:x=\"urn:schemas-microsoft-com:office:excel\""

    /// - Parameters:
    ///   - part: the drawing that the sheet has; `nil` where it has none.
    ///   - number: of the sheet, from 1: each has numbers of its own for its shapes.
    /// - Throws: ``ReadingError`` for a drawing that is missing.
    init(_ part: String?, sheet number: Int, _ edit: PackageEdit) throws(ReadingError) {
        self.part = part ?? edit.freeName("xl/drawings/vmlDrawing", ".vml")
        own = try part.flatMap { (part) throws(ReadingError) in try edit.file.bytes(of: part) }
        if part != nil, own == nil { throw .damaged("缺少\(self.part.quoted)") }
        block = min(number, 1_000)
        next = block * 1_024 + 1
        let text = own.map { String(decoding: $0, as: UTF8.self) } ?? ""
        for match in text.matches(of: /_x0000_s([0-9]{1,8})/) { next = max(next, (Int(match.1) ?? 0) + 1) }
    }

    /// - Parameter lines: how many lines the note has, about.
    mutating func add(_ cell: CellPlace, lines: Int) {
        let (row, column) = (cell.row - 1, cell.column - 1)
        let rows = min(max(lines, 4), 24)
        let anchor = "\(column + 1), 15, \(max(0, row - 1)), 10, \(column + 5), 15, \(max(0, row - 1) + rows), 4"
        shapes += """
            <v:shape \(NoteShapes.namespaces) id="_x0000_s\(next)" type="#_x0000_t202" \
            style="position:absolute;margin-left:80pt;margin-top:5pt;width:260pt;height:\(rows * 14)pt;z-index:\(count + 1);\
            visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
            <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
            <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
            <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>\(anchor)</x:Anchor>\
            <x:AutoFill>False</x:AutoFill><x:Row>\(row)</x:Row><x:Column>\(column)</x:Column></x:ClientData></v:shape>
            """
        next += 1
        count += 1
    }

    private static let shapeType = """
        <v:shapetype \(namespaces) id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
        <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
        """

    /// Sets the drawing into its file.
    ///
    /// - Returns: the id of the relation that the sheet names; `nil` where it has a drawing already, or needs none.
    func finish(_ sheet: String, _ edit: inout PackageEdit) throws(ReadingError) -> String? {
        guard count > 0 else { return nil }
        if let own {
            // Older programs write drawings that are no XML; only their end is looked for.
            let end = Array("</xml>".utf8)
            guard let place = own.indices.last(where: { own[$0] == end[0] && own[$0...].starts(with: end) }) else {
                throw .damaged("\(part.quoted)不完整")
            }
            let isKnown = String(decoding: own, as: UTF8.self).holds("id=\"_x0000_t202\"")
            let text = (isKnown ? "" : NoteShapes.shapeType) + shapes
            edit.set(Array(own[..<place]) + Array(text.utf8) + Array(own[place...]), of: part)
            return nil
        }
        let blocks = (block...(next - 1) / 1_024).map(String.init).joined(separator: ",")
        let layout = "<o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"\(blocks)\"/></o:shapelayout>"
        edit.set(Array("<xml \(NoteShapes.namespaces)>\(layout)\(NoteShapes.shapeType)\(shapes)</xml>".utf8), of: part)
        try edit.declare(ending: "vml", as: "application/vnd.openxmlformats-officedocument.vmlDrawing")
        return try edit.relate(sheet, to: part, type: "vmlDrawing")
    }
}
