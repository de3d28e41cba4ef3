internal import Foundation

/// A number in the places that a section has for its digits, with the words before, between and behind them.
struct ShownDigits {
    private(set) var text = ""
    /// The words before the first place and behind the last.
    private(set) var before = ""
    private(set) var after = ""

    /// - Parameter number: scaled and rounded as the section shows it.
    init(_ number: Decimal, _ section: FormatSection) {
        let (written, fraction) = NumberFormat.parts(of: number)
        let whole = Array(written)[...]
        let point = section.pieces.firstIndex(of: .point) ?? section.pieces.endIndex
        let isDigit = { (piece: FormatSection.Piece) in if case .digit = piece { true } else { false } }
        let head = section.pieces[..<point]
        let first = section.pieces.firstIndex(where: isDigit) ?? point
        let last = section.pieces.lastIndex(where: isDigit) ?? point
        // The first place takes all digits that have none; a number that would have no digit before the point has a zero.
        var left = head.count(where: isDigit)
        let forced = !head.contains(.digit("0")) && whole.isEmpty
        if left == 0 { text = whole.isEmpty ? "0" : written }
        var decimals = Array(fraction)[...]
        for (index, piece) in section.pieces.enumerated() {
            switch piece {
            case .words(let words):
                if index < first { before += words } else if index > last { after += words } else { text += words }
            case .digit(let place) where index < point:
                left -= 1
                let digits: ArraySlice<Character> =
                    whole.count <= left ? [] : index == first ? whole.dropLast(left) : whole.dropLast(left).suffix(1)
                let isZero = digits.isEmpty && (place == "0" || (forced && left == 0))
                append(isZero ? ["0"] : digits, behind: left, grouping: section.groups)
            case .digit(let place):
                if let next = decimals.popFirst() { text.append(next) } else if place == "0" { text.append("0") }
            case .point: text += decimals.isEmpty && !section.pieces[index...].contains(.digit("0")) ? "" : "."
            case .whole: continue
            }
        }
        if number < 0, text.contains(where: { ("1"..."9").contains($0) }) { text = "-" + text }
        text = before + text + after
    }

    /// - Parameter left: how many places follow before the point.
    private mutating func append(_ digits: ArraySlice<Character>, behind left: Int, grouping: Bool) {
        for (index, digit) in digits.enumerated() {
            let following = digits.count - index + left
            if grouping, following.isMultiple(of: 3), text.last?.isNumber == true { text.append(",") }
            text.append(digit)
        }
    }
}
