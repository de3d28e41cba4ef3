internal import Text

/// How values are written in a PDF (ISO 32000-1, 7.3).
enum PDFSyntax {
    /// A text string in UTF-16 as hexadecimal digits, so that nothing needs an escape.
    static func string(_ text: String) -> String {
        "<FEFF" + text.utf16.map { $0.padded(to: 4, radix: 16, uppercase: true) }.joined() + ">"
    }

    /// A length in pt with at most two decimals.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1_000_000 else { return "0" }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths.magnitude % 100
        let whole = (hundredths < 0 ? "-" : "") + String(hundredths.magnitude / 100)
        return rest == 0 ? whole : rest % 10 == 0 ? whole + ".\(rest / 10)" : whole + (rest < 10 ? ".0\(rest)" : ".\(rest)")
    }

    static func references(_ numbers: [Int]) -> String {
        "[" + numbers.map { "\($0) 0 R" }.joined(separator: " ") + "]"
    }
}
