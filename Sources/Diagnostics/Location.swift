/// The place of a value in a source document, as a person finds it again.
///
/// Lines, tables, rows and cells are counted from 1.
public struct Location: Hashable, Sendable, Comparable {
    /// The path as it was given, relative to the input.
    public var file: String
    public var line: Int?
    public var table: Int?
    public var row: Int?
    public var cell: Int?

    public init(file: String, line: Int? = nil, table: Int? = nil, row: Int? = nil, cell: Int? = nil) {
        self.file = file
        self.line = line
        self.table = table
        self.row = row
        self.cell = cell
    }

    public static func < (a: Location, b: Location) -> Bool {
        (a.file, a.line ?? 0, a.table ?? 0, a.row ?? 0, a.cell ?? 0)
            < (b.file, b.line ?? 0, b.table ?? 0, b.row ?? 0, b.cell ?? 0)
    }
}

extension Location: CustomStringConvertible {
    /// For example `巨鹿镇.txt 第115行（表1 第9行 第5格）`.
    public var description: String {
        inFile.isEmpty ? file : "\(file) \(inFile)"
    }

    /// The place without the file, for example `第115行（表1 第9行 第5格）`.
    public var inFile: String {
        let inTable = [table.map { "表\($0)" }, row.map { "第\($0)行" }, cell.map { "第\($0)格" }].compactMap(\.self)
            .joined(separator: " ")
        guard let line else { return inTable }
        return "第\(line)行" + (inTable.isEmpty ? "" : "（\(inTable)）")
    }
}
