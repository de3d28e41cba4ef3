/// Workbooks for tests, from the XML of their sheets.
public struct WorkbookBuilder {
    public var sheets: [(name: String, xml: String, state: String?)] = []
    public var strings: [String] = []
    /// Format codes; the style of a cell is the place of its format, from 1.
    public var formats: [String] = []
    public var date1904 = false
    /// Parts that no sheet knows of, such as `docProps/core.xml`.
    public var others: [(name: String, text: String)] = []

    public init() {}

    /// A workbook with one sheet of these rows.
    public static func sheet(_ rows: String, tail: String = "", formats: [String] = [], strings: [String] = []) -> [UInt8] {
        var builder = WorkbookBuilder()
        builder.formats = formats
        builder.strings = strings
        builder.add("项目", rows, tail: tail)
        return builder.file()
    }

    public mutating func add(_ name: String, _ rows: String, tail: String = "", state: String? = nil) {
        sheets.append((name, "<worksheet \(Self.main)><sheetData>\(rows)</sheetData>\(tail)</worksheet>", state))
    }

    private static let main = #"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    public func file() -> [UInt8] {
        var entries = ""
        var links = ""
        var parts = others
        for (index, sheet) in sheets.enumerated() {
            let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
            entries += "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index)\"/>"
            links += "<Relationship Id=\"r\(index)\" Type=\"\(Self.office)/worksheet\" Target=\"worksheets/s\(index).xml\"/>"
            parts.append(("xl/worksheets/s\(index).xml", sheet.xml))
        }
        links += "<Relationship Id=\"t\" Type=\"\(Self.office)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        links += "<Relationship Id=\"f\" Type=\"\(Self.office)/styles\" Target=\"/xl/styles.xml\"/>"
        let custom = formats.enumerated().map { index, code in
            "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(Self.escaped(code))\"/>"
        }
        let styles = formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
        parts += [
            (
                "_rels/.rels",
                Self.relations("<Relationship Id=\"a\" Type=\"\(Self.office)/officeDocument\" Target=\"xl/workbook.xml\"/>")
            ),
            ("xl/_rels/workbook.xml.rels", Self.relations(links)),
            (
                "xl/workbook.xml",
                "<workbook \(Self.main) xmlns:r=\"\(Self.office)\"><workbookPr date1904=\"\(date1904 ? 1 : 0)\"/><sheets>\(entries)</sheets></workbook>"
            ),
            ("xl/sharedStrings.xml", "<sst \(Self.main)>\(strings.map { "<si>\($0)</si>" }.joined())</sst>"),
            (
                "xl/styles.xml",
                "<styleSheet \(Self.main)><numFmts>\(custom.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs></styleSheet>"
            ),
        ]
        return ZipWriter.file(parts)
    }

    private static func relations(_ links: String) -> String {
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links)</Relationships>"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}
