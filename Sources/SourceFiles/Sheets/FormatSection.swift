internal import Foundation

/// One section of a number format's code: which numbers it is for, what kind of thing it shows, and the words around it.
struct FormatSection: Hashable {
    enum Kind: Hashable {
        /// A number as it is.
        case general
        case text
        case number
        /// Nothing but words, such as 无 for zero.
        case words
        case date(Set<DatePart>)
        /// Nothing at all: the number is hidden.
        case blank
    }

    enum Piece: Hashable {
        case words(String)
        /// `0`, `#` or `?`: a place for a digit.
        case digit(Character)
        case point
        /// Where the number stands as it is, or a text.
        case whole
    }

    /// What a date format shows.
    enum DatePart: Hashable {
        case year, month, day, time
    }

    /// `[>=10000]`: the numbers that a section is for.
    struct Condition: Hashable {
        var comparison: String
        var limit: Decimal

        func holds(_ number: Decimal) -> Bool {
            switch comparison {
            case "<": number < limit
            case "<=": number <= limit
            case ">": number > limit
            case ">=": number >= limit
            case "<>": number != limit
            default: number == limit
            }
        }

        /// The section writes the sign itself, if it wants one.
        var isForNegatives: Bool {
            comparison == "<" && limit <= 0 || ["<=", "="].contains(comparison) && limit < 0
        }
    }

    let kind: Kind
    let pieces: [Piece]
    let condition: Condition?
    let groups: Bool
    /// The power of ten by which the number is shown smaller: a comma behind the digits is three, a percent sign minus two.
    let shift: Int
    let percent: Bool
    /// Of a date: what stands before its first part and behind its last.
    let before: String
    let after: String

    static func sections(of code: String) -> [FormatSection] {
        var pieces: [[Character]] = [[]]
        var isQuoted = false
        var isEscaped = false
        for character in code.prefix(1_000) {
            if character == ";", !isQuoted, !isEscaped {
                pieces.append([])
                continue
            }
            if character == "\"", !isEscaped { isQuoted.toggle() }
            isEscaped = !isEscaped && "\\!_*".contains(character) && !isQuoted
            pieces[pieces.count - 1].append(character)
        }
        return pieces.prefix(4).map(FormatSection.init)
    }

    private init(_ code: [Character]) {
        var reader = FormatReader(code)
        reader.read()
        let hasDigits = reader.pieces.contains { if case .digit = $0 { true } else { false } }
        let words = reader.pieces.contains { if case .words = $0 { true } else { false } }
        if !reader.dates.isEmpty {
            kind = .date(reader.dates)
        } else if reader.isFraction {
            kind = .general
        } else if hasDigits {
            kind = .number
        } else if reader.pieces.contains(.whole) {
            kind = reader.isText ? .text : .general
        } else {
            kind = words ? .words : code.isEmpty ? .blank : .general
        }
        pieces = reader.isFraction ? [] : reader.pieces
        condition = reader.condition
        groups = reader.groups
        shift = reader.commas * 3 - reader.percents * 2
        percent = reader.percents > 0
        (before, after) = (reader.before, reader.after)
    }

    /// The section's words with a number or a text where it has its place.
    func around(_ whole: String) -> String {
        guard pieces.contains(.whole) || kind == .words else { return whole }
        return pieces.map { piece in
            switch piece {
            case .words(let words): words
            case .whole: whole
            case .digit, .point: ""
            }
        }.joined()
    }

    /// Places for digits behind the point.
    var decimals: Int {
        guard let point = pieces.firstIndex(of: .point) else { return 0 }
        return min(pieces[point...].count { if case .digit = $0 { true } else { false } }, 15)
    }

    /// How many digits stand behind a point that is only a word, as in `0!.0,"万元"`.
    var digitsBehindWrittenPoint: Int {
        guard let point = pieces.firstIndex(of: .words(".")), !pieces.contains(.point),
            pieces[..<point].contains(where: { if case .digit = $0 { true } else { false } })
        else { return 0 }
        return pieces[point...].count { if case .digit = $0 { true } else { false } }
    }
}
