import Foundation

@testable import SourceFiles

/// The parts of an .xlsx for tests: texts of parts, names of sheets, cells by name.
struct WorkbookParts {
    private let archive: ZipArchive
    private let shared: [String]
    let sheets: [String]

    init(_ bytes: [UInt8]) throws {
        archive = try ZipArchive(bytes)
        let strings = try WorkbookParts.text(of: "xl/sharedStrings.xml", in: archive)
        // By hand: a regular expression is slow on cells of 32,767 signs.
        shared = strings.components(separatedBy: "<si><t").dropFirst().map { part in
            let text = part.drop { $0 != ">" }.dropFirst()
            return WorkbookParts.plain(text.range(of: "</t></si>").map { text[..<$0.lowerBound] } ?? text)
        }
        let workbook = try WorkbookParts.text(of: "xl/workbook.xml", in: archive)
        sheets = workbook.matches(of: /<sheet name="(.*?)"/).map { WorkbookParts.plain($0.1) }
    }

    func text(_ part: String) throws -> String {
        try WorkbookParts.text(of: part, in: archive)
    }

    /// What is not blank, by the cell's name.
    func cells(of sheet: Int) throws -> [String: String] {
        var cells: [String: String] = [:]
        for cell in try xml(of: sheet).matches(of: /<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v>/) {
            let value = String(cell.3)
            cells[String(cell.1)] = cell.2.contains("t=\"s\"") ? shared[Int(value) ?? 0] : value
        }
        return cells
    }

    func xml(of sheet: Int) throws -> String {
        try text("xl/worksheets/sheet\(sheet + 1).xml")
    }

    /// Names of cells that hold a number.
    func numbers(of sheet: Int) throws -> Set<String> {
        let cells = try xml(of: sheet).matches(of: /<c r="([A-Z]+\d+)"([^>]*)><v>/)
        return Set(cells.filter { !$0.2.contains("t=") }.map { String($0.1) })
    }

    private static func text(of part: String, in archive: ZipArchive) throws -> String {
        String(decoding: try archive.part(part) ?? [], as: UTF8.self)
    }

    private static func plain(_ text: Substring) -> String {
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        return signs.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
