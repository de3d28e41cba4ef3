internal import Diagnostics
internal import Foundation
internal import SourceFiles

/// 审核意见表.xlsx as somebody fills it in.
public struct AnswerSheet {
    private let file: URL

    public init(_ path: String) {
        file = URL(filePath: path)
    }

    private var table: [[Int: String]] {
        get throws {
            let document = try SourceReader.document(Array(try Data(contentsOf: file)), path: "审核意见表.xlsx").value
            for case .table(let table) in document.blocks {
                return table.rows.map { Dictionary($0.cells.map { ($0.column ?? 0, $0.text) }) { first, _ in first } }
            }
            return []
        }
    }

    /// The rows by fingerprint, each by heading.
    public var rows: [String: [String: String]] {
        get throws {
            let table = try table
            guard table.count > 1 else { return [:] }
            let rows = table.dropFirst(2).map { row in
                Dictionary(row.map { (table[1][$0.key] ?? "", $0.value) }) { first, _ in first }
            }
            return Dictionary(rows.map { ($0["编号"] ?? "", $0) }) { first, _ in first }
        }
    }

    /// Writes the sheet with other words in cells of a row.
    public func fill(_ fingerprint: String, status: String, note: String) throws {
        let table = try table
        let head = table.count > 1 ? table[1] : [:]
        var rows = ""
        for (index, texts) in table.enumerated() {
            let isIt = texts.values.contains(fingerprint)
            rows += "<row r=\"\(index + 1)\">"
            for column in head.keys.sorted() {
                let new = isIt ? ["状态": status, "说明": note][head[column] ?? ""] : nil
                rows += Self.cell(new ?? texts[column] ?? "", Location.letters(ofColumn: column) + "\(index + 1)")
            }
            rows += "</row>"
        }
        try Data(WorkbookBuilder.sheet(rows)).write(to: file)
    }

    /// Not every program keeps texts in the common table.
    private static func cell(_ text: String, _ name: String) -> String {
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        return "<c r=\"\(name)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped)</t></is></c>"
    }
}
