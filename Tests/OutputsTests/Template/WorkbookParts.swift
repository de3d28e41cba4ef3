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
        shared = strings.matches(of: /(?s)<si><t[^>]*>(.*?)<\/t><\/si>/).map { WorkbookParts.plain($0.1) }
        let workbook = try WorkbookParts.text(of: "xl/workbook.xml", in: archive)
        sheets = workbook.matches(of: /<sheet name="(.*?)"/).map { WorkbookParts.plain($0.1) }
    }

    func text(_ part: String) throws -> String {
        try WorkbookParts.text(of: part, in: archive)
    }

    /// What is not blank, by the cell's name.
    func cells(of sheet: Int) throws -> [String: String] {
        var cells: [String: String] = [:]
        for cell in try text("xl/worksheets/sheet\(sheet + 1).xml").matches(of: /<c r="([A-Z]+\d+)"([^>]*)><v>(.*?)<\/v>/) {
            let value = String(cell.3)
            cells[String(cell.1)] = cell.2.contains("t=\"s\"") ? shared[Int(value) ?? 0] : value
        }
        return cells
    }

    private static func text(of part: String, in archive: ZipArchive) throws -> String {
        String(decoding: try archive.part(part) ?? [], as: UTF8.self)
    }

    private static func plain(_ text: Substring) -> String {
        let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        return signs.reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
    }
}
