internal import GoalModel
internal import Text

extension String {
    /// The text with what a workbook writes for signs that XML cannot hold: `_x000D_` is a line end, `_x005F_` the
    /// low line of a text that only looks like such a code.
    var withCodedCharacters: String {
        guard utf8.contains(UInt8(ascii: "_")), holds("_x") else { return self }
        // In one pass: what a code stands for may look like the beginning of another.
        return replacing(/_x([0-9A-Fa-f]{4})_(\n?)/) { code in
            guard let scalar = UInt32(code.1, radix: 16).flatMap(Unicode.Scalar.init) else { return String(code.0) }
            return scalar == "\r" ? "\n" : "\(scalar)\(code.2)"
        }
    }
}
