internal import GoalModel

extension String {
    /// The text with what a workbook writes for signs that XML cannot hold: `_x000D_` is a line end, `_x005F_` the
    /// low line of a text that only looks like such a code.
    var withCodedCharacters: String {
        guard utf8.contains(UInt8(ascii: "_")), holds("_x") else { return self }
        return replacing(/_x000[dD]_\n?/, with: "\n").replacing(/_x([0-9A-Fa-f]{4})_/) { code in
            UInt32(code.1, radix: 16).flatMap(Unicode.Scalar.init).map(String.init) ?? String(code.0)
        }
    }
}
