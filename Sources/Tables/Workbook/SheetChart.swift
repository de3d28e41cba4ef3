/// A native chart of bars over two columns of a sheet; rows and columns are counted from 0.
struct SheetChart {
    var title: String
    /// What a reader without sight is told.
    var description: String
    /// The name of the sheet with the figures.
    var sheet: String
    var rows: ClosedRange<Int>
    var labels: Int
    var values: Int
    var unit: String
    /// The cell at the upper left corner.
    var place: (row: Int, column: Int)
    /// In pixels.
    var width = 720
    var height = 420
}
