internal import BookLayout

/// How roomy a table is set.
struct TableSetting: Hashable {
    var size: Double
    var leading: Double
    var padding: Double

    /// For tables that take several pages anyway.
    static let long = TableSetting(size: 10.5, leading: 15, padding: 4)

    /// Of a row with one line, in pt.
    var rowHeight: Double { leading + 2 * padding }

    var text: TextStyle { TextStyle(.table, size: size, leading: leading) }
    var head: TextStyle { TextStyle(.hei, size: size, leading: leading) }
    var digits: TextStyle { TextStyle(.digits, size: size, leading: leading) }
}
