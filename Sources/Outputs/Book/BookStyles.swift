internal import BookLayout

/// The type sizes of GB/T 9704-2012 and of the tables, in pt.
enum BookStyles {
    /// 22 lines fill the type area's 225 mm; rounded down, so that they still fit.
    static let linePitch = 28.99
    /// 28 characters of 3号 are wider than 156 mm: each is set a little closer.
    static let bodySpacing = -0.207
    static let bodyCell = 16 + bodySpacing

    static let partTitle = TextStyle(.title, size: 22, leading: 34)
    static let body = TextStyle(.body, size: 16, leading: linePitch, letterSpacing: bodySpacing)
    static let heading = TextStyle(.hei, size: 16, leading: linePitch, letterSpacing: bodySpacing)
    static let subheading = TextStyle(.kai, size: 16, leading: linePitch, letterSpacing: bodySpacing)
    static let tableTitle = TextStyle(.title, size: 16, leading: 24)
    static let contentsPart = TextStyle(.hei, size: 14, leading: 24)
    static let contentsItem = TextStyle(.body, size: 14, leading: 23)
    static let runningHead = TextStyle(.body, size: 9, leading: 12)
    static let pageNumber = TextStyle(.digits, size: 14, leading: 18)
    static let note = TextStyle(.body, size: 10.5, leading: 15)
}

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
