internal import Text

/// The place of a value in a source document, as a person finds it again.
///
/// Pages, lines, tables, rows and cells are counted from 1, and so are paragraphs of documents without lines, those that say something. In a sheet, `table` counts the sheets and `cell` the columns.
public struct Location: Hashable, Sendable, Comparable {
    private var origin: Origin
    private var pages = Count()
    private var lines = Count()
    private var tables = Count()
    private var rows = Count()
    private var cells = Count()

    /// The path as it was given, relative to the input.
    public var file: String {
        get { origin.file }
        set { origin = Origin(file: newValue, sheet: sheet, heading: heading) }
    }

    /// In documents whose pages are fixed.
    public var page: Int? {
        get { pages.value }
        set { pages.value = newValue }
    }

    public var line: Int? {
        get { lines.value }
        set { lines.value = newValue }
    }

    public var table: Int? {
        get { tables.value }
        set { tables.value = newValue }
    }

    public var row: Int? {
        get { rows.value }
        set { rows.value = newValue }
    }

    public var cell: Int? {
        get { cells.value }
        set { cells.value = newValue }
    }

    /// The sheet's name; empty for a file that is one sheet without a name (CSV), `nil` where there are no sheets. Personal
    /// numbers in it are starred.
    public var sheet: String? { origin.sheet }

    /// The title of the table, for documents whose lines and tables nobody counts; personal numbers in it are starred.
    public var heading: String? {
        get { origin.heading }
        set {
            if newValue == nil, heading == nil { return }
            origin = Origin(file: file, sheet: sheet, heading: newValue?.withNumbersStarred)
        }
    }

    /// Every cell of a book has a place, and every value of it three: a number takes four bytes and not sixteen.
    private struct Count: Hashable {
        private var number = Int32.min

        var value: Int? {
            get { number == .min ? nil : Int(number) }
            set { number = newValue.map { Int32(clamping: $0) } ?? .min }
        }
    }

    /// What all places of a file or of one of its tables have in common: a copy of a place counts one reference.
    private final class Origin: Hashable, Sendable {
        let file: String
        let sheet: String?
        let heading: String?

        init(file: String, sheet: String?, heading: String?) {
            (self.file, self.sheet, self.heading) = (file, sheet, heading)
        }

        static func == (a: Origin, b: Origin) -> Bool {
            a === b || (a.file == b.file && a.sheet == b.sheet && a.heading == b.heading)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(file)
            hasher.combine(sheet)
            hasher.combine(heading)
        }
    }

    public init(
        file: String, page: Int? = nil, line: Int? = nil, table: Int? = nil, row: Int? = nil, cell: Int? = nil,
        sheet: String? = nil,
        heading: String? = nil
    ) {
        origin = Origin(file: file, sheet: sheet?.withNumbersStarred, heading: heading?.withNumbersStarred)
        (self.page, self.line, self.table, self.row, self.cell) = (page, line, table, row, cell)
    }

    /// A place in the file, and on the sheet, of another.
    public init(
        in whole: Location, page: Int? = nil, line: Int? = nil, table: Int? = nil, row: Int? = nil, cell: Int? = nil
    ) {
        origin = whole.origin
        (self.page, self.line, self.table, self.row, self.cell) = (page, line, table, row, cell)
    }

    /// A paragraph of a document whose lines nobody counts; its number stands where tables have the row's.
    public init(in whole: Location, page: Int? = nil, paragraph: Int) {
        self.init(in: whole, page: page, row: paragraph)
    }

    /// The number of a paragraph outside of tables, in documents whose lines nobody counts.
    public var paragraph: Int? {
        table == nil && line == nil && sheet == nil ? row : nil
    }

    public static func < (a: Location, b: Location) -> Bool {
        if a.origin !== b.origin, a.file != b.file { return a.file < b.file }
        return (a.page ?? 0, a.line ?? 0, a.table ?? 0, a.row ?? 0, a.cell ?? 0)
            < (b.page ?? 0, b.line ?? 0, b.table ?? 0, b.row ?? 0, b.cell ?? 0)
    }

    /// Whether both are of one file, sheet and heading.
    public func sharesOrigin(with other: Location) -> Bool { origin == other.origin }

    /// The cell of a sheet as spreadsheets name it, such as `B12`; `nil` outside of sheets.
    public var address: String? {
        guard sheet != nil, let row, let cell else { return nil }
        return Location.letters(ofColumn: cell) + String(row)
    }

    /// Takes over the heading of another place, without a copy.
    public mutating func takeHeading(of other: Location) {
        let isShared = sheet == nil && (origin === other.origin || file == other.file)
        origin = isShared ? other.origin : Origin(file: file, sheet: sheet ?? other.sheet, heading: other.heading)
    }

    /// The place for a message that names the project beside it.
    public var withoutHeading: Location {
        var place = self
        place.heading = nil
        return place
    }

    /// On a sheet the cell of the same row in another column; elsewhere, and for no column, the same place.
    public func inSheet(column: Int?) -> Location {
        var place = self
        if sheet != nil, let column { place.cell = column }
        return place
    }

    /// `A` for 1, `Z` for 26, `AA` for 27.
    public static func letters(ofColumn column: Int) -> String {
        var rest = column
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }
}

extension Location: CustomStringConvertible {
    /// For example `巨鹿镇.txt 第115行（表1 第9行 第5格）`, `巨鹿镇.xlsx “项目”表 B12`, `巨鹿镇.pdf 第3页 表1 第9行`.
    public var description: String {
        inFile.isEmpty ? file : "\(file) \(inFile)"
    }

    /// The place without the file, for example `第115行（表1 第9行 第5格）`.
    public var inFile: String {
        if let sheet {
            let spot = address ?? row.map { "第\($0)行" } ?? ""
            return [sheet.isEmpty ? "" : "\(sheet.quoted)表", spot].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let onPage = page.map { "第\($0)页 " } ?? ""
        if let paragraph { return onPage + "第\(paragraph)段" + (heading.map { $0.isEmpty ? "" : "（\($0)）" } ?? "") }
        var inTable = onPage
        // Every finding and every cell of a list of them is given its place in words.
        func add(_ word: String, _ number: Int?, _ end: String) {
            guard let number else { return }
            if inTable.utf8.count > onPage.utf8.count { inTable += " " }
            inTable += word
            inTable += String(number)
            inTable += end
        }
        add("表", table, "")
        add("第", row, "行")
        add("第", cell, "格")
        if let line { return "第\(line)行" + (inTable.isEmpty ? "" : "（\(inTable)）") }
        guard let heading, !heading.isEmpty else { return inTable }
        return inTable.isEmpty ? heading.quoted : inTable + "（\(heading)）"
    }
}
