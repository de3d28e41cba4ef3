internal import Diagnostics

/// A cell of a sheet; both are counted from 1.
struct CellPlace: Hashable, Comparable {
    let row: Int
    let column: Int

    init(row: Int, column: Int) {
        (self.row, self.column) = (row, column)
    }

    /// Of `B12`.
    init?(_ name: String) {
        var (row, column) = (0, 0)
        for byte in name.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 65...90 where row == 0: column = column * 26 + Int(byte) - 64
            case 97...122 where row == 0: column = column * 26 + Int(byte) - 96
            case 48...57 where column > 0: row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column <= 16_384, row <= 1_048_576 else { return nil }
        }
        guard row > 0, column > 0 else { return nil }
        (self.row, self.column) = (row, column)
    }

    var name: String { Location.letters(ofColumn: column) + String(row) }

    static func < (a: CellPlace, b: CellPlace) -> Bool { (a.row, a.column) < (b.row, b.column) }
}
