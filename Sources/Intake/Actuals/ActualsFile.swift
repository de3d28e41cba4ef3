internal import Appraisal
public import Diagnostics
internal import Foundation
internal import Platform
internal import SourceFiles
internal import Text

/// A file of actual figures (执行数据) as it was read, before anyone knows of which towns it is.
public struct ActualsFile: Sendable {
    public let file: InputFile
    let tables: [ActualsTable]
    /// The books that the workbook was made from; none in a file that was written otherwise.
    let marks: [BookMark]
    /// Why it is an earlier copy; `nil` for the file itself.
    var staleness: String?

    /// What the name of every such file holds.
    static let word = "执行数据"

    /// Whether a file among inputs is one and no goal book, by its name.
    public static func isOne(_ name: String) -> Bool {
        name.contains(word) && ["xlsx", "xlsm", "csv"].contains(URL(filePath: name).pathExtension.lowercased())
    }

    /// - Throws: ``InputFailure`` when the file cannot be read, or holds no sheet of actual figures.
    public init(_ file: InputFile) throws(InputFailure) {
        self.file = file
        let document: SourceDocument
        do {
            let bytes = try FileReader.bytes(of: file)
            document = try CrashContainment.reading(file) { try SourceReader.document(bytes, path: file.path).value }
        } catch {
            throw InputFailure(error, file: file)
        }
        var (tables, marks): ([ActualsTable], [BookMark]) = ([], [])
        for block in document.blocks {
            switch block {
            case .table(let table):
                if let found = ActualsTable(table) { tables.append(found) }
                marks += table.rows.flatMap(\.cells).compactMap { BookMark(reading: $0.text) }
            case .paragraph(let paragraph): marks += [BookMark(reading: paragraph.text)].compactMap(\.self)
            }
        }
        (self.tables, self.marks) = (tables, marks)
        guard !tables.isEmpty else {
            let columns = ActualsSheet.allCases.map { sheet in
                "\(sheet.rawValue)表的\(sheet.needed.map(\.rawValue).joined(separator: "、"))"
            }
            throw InputFailure(
                path: file.path,
                reason: "前8行里没有找到\(columns.joined(separator: "，或"))这些栏目，不是执行数据。请用 goalbook template --actuals 生成的表填写")
        }
    }
}
