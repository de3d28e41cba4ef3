/// A list as one writer takes it.
struct DataTable {
    var heads: [Head]
    var rows: [[Cell]]
    /// Below the rows.
    var sums: [[Cell]] = []

    struct Head {
        var title: String
        /// For programs.
        var key: String
        /// The most and the least characters of a line in a workbook.
        var limit = 16
        var least = 0
    }
}
