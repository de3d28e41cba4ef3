/// The role of an element in the logical structure (standard structure types, ISO 32000-1, 14.8.4).
public enum StructureRole: Hashable, Sendable {
    case document
    case section
    /// The table of contents, its lines, and in each the words that refer to a page.
    case contents
    case contentsItem
    case reference
    /// - Parameters:
    ///   - mark: the ``Mark`` that a click leads to.
    ///   - description: what a screen reader says of it.
    case link(mark: String, description: String)
    /// 1 is the highest level.
    case heading(Int)
    case paragraph
    case table
    case row
    case headCell(HeadScope, CellSpan)
    case cell(CellSpan)
    /// - Parameter alternate: the words that stand for the picture.
    case figure(alternate: String)
}

/// Which cells a head cell speaks of (ISO 32000-1, table 349).
public enum HeadScope: String, Hashable, Sendable {
    case row = "Row"
    case column = "Column"
}

/// How many rows and columns of the table's grid a cell takes in.
public struct CellSpan: Hashable, Sendable {
    public var rows: Int
    public var columns: Int

    public init(rows: Int = 1, columns: Int = 1) {
        self.rows = rows
        self.columns = columns
    }
}

extension StructureRole {
    /// The name of the type in a PDF.
    public var tag: String {
        switch self {
        case .document: "Document"
        case .section: "Sect"
        case .contents: "TOC"
        case .contentsItem: "TOCI"
        case .reference: "Reference"
        case .link: "Link"
        case .heading(let level): "H\(level)"
        case .paragraph: "P"
        case .table: "Table"
        case .row: "TR"
        case .headCell: "TH"
        case .cell: "TD"
        case .figure: "Figure"
        }
    }

    /// Whether the element counts even without a word in it, as an empty cell of a table does.
    public var standsEmpty: Bool {
        switch self {
        case .table, .row, .headCell, .cell, .document, .figure: true
        default: false
        }
    }
}
