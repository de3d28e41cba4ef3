internal import BookLayout

/// How roomy a table is set.
struct TableSetting: Hashable {
    var size: Double
    var leading: Double
    var padding: Double

    /// 五号 with less and less space, at the end 小五.
    ///
    /// Lines are less than 1.5 of their size apart: from there on, readers that order text by its place tear a cell's lines apart.
    static let choices = [
        TableSetting(size: 10.5, leading: 15, padding: 7), TableSetting(size: 10.5, leading: 15, padding: 5),
        TableSetting(size: 10.5, leading: 15, padding: 3),
        TableSetting(size: 9, leading: 13, padding: 5), TableSetting(size: 9, leading: 12.5, padding: 3),
        TableSetting(size: 9, leading: 12, padding: 2),
    ]
    /// For tables that take several pages anyway.
    static let long = TableSetting(size: 10.5, leading: 15, padding: 4)

    /// Of a row with one line, in pt.
    var rowHeight: Double { leading + 2 * padding }

    var text: TextStyle { TextStyle(.table, size: size, leading: leading) }
    var head: TextStyle { TextStyle(.hei, size: size, leading: leading) }
    var digits: TextStyle { TextStyle(.digits, size: size, leading: leading) }
}
