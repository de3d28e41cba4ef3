internal import Foundation

/// Goes through a section's code once, sign by sign.
struct FormatReader {
    private let code: [Character]
    private var index = 0
    private(set) var pieces: [FormatSection.Piece] = []
    private(set) var dates: Set<FormatSection.DatePart> = []
    private(set) var condition: FormatSection.Condition?
    private(set) var before = ""
    private(set) var after = ""
    private(set) var percents = 0
    private(set) var commas = 0
    private(set) var groups = false
    private(set) var isFraction = false
    private(set) var isText = false

    init(_ code: [Character]) {
        self.code = code
    }

    mutating func read() {
        while index < code.count {
            let character = code[index]
            index += 1
            switch character {
            case "\"":
                while index < code.count, code[index] != "\"" { add(next()) }
                index += 1
            case "\\", "!": if index < code.count { add(next()) }
            case "_", "*": index += 1
            case "[": takeBracket()
            case "0", "#", "?": pieces.append(.digit(character))
            case ".": if isPoint { pieces.append(.point) } else { add(".") }
            case ",": takeComma()
            case "%":
                percents += 1
                add("%")
            case "/": if hasDigits, "0123456789#? ".contains(following) { isFraction = true } else { add("/") }
            case "@":
                isText = true
                pieces.append(.whole)
            case "y", "Y": take(.year)
            case "d", "D": takeDay(character)
            case "h", "H", "s", "S": take(.time)
            case "m", "M": takeMonth()
            case "e", "E":
                // The year of Chinese dates; behind digits an exponent.
                if hasDigits, "+-".contains(following) { isFraction = true } else { take(.year) }
            case "G", "g": takeGeneral()
            case "A", "a", "上": takeDayName(character)
            default: add(character)
            }
        }
    }

    private var hasDigits: Bool {
        pieces.contains { if case .digit = $0 { true } else { false } }
    }

    private var following: Character {
        index < code.count ? code[index] : " "
    }

    private var isPoint: Bool {
        !pieces.contains(.point) && dates.isEmpty && (hasDigits || "0#?".contains(following))
    }

    private mutating func next() -> Character {
        defer { index += 1 }
        return code[index]
    }

    private mutating func add(_ character: Character) {
        if case .words(let words) = pieces.last {
            pieces[pieces.count - 1] = .words(words + String(character))
        } else {
            pieces.append(.words(String(character)))
        }
        if dates.isEmpty { before.append(character) } else { after.append(character) }
    }

    private mutating func take(_ part: FormatSection.DatePart) {
        dates.insert(part)
        after = ""
    }

    /// Between places for digits a comma groups them; behind them it shows the number a thousand times smaller.
    private mutating func takeComma() {
        guard hasDigits else { return add(",") }
        let rest = code[index...].drop { $0 == "," }
        if let place = rest.first, "0#?".contains(place), !pieces.contains(.point) { groups = true } else { commas += 1 }
    }

    /// `[Red]`, `[>100]`, `[h]`, `[$¥-804]`: of these only a sign of currency and hours are shown.
    private mutating func takeBracket() {
        var inside: [Character] = []
        while index < code.count, code[index] != "]" { inside.append(next()) }
        index += 1
        let comparison = String(inside.prefix { "<>=".contains($0) })
        if inside.first == "$" {
            for character in inside.dropFirst().prefix(while: { $0 != "-" }) { add(character) }
        } else if ["h", "hh", "m", "mm", "s", "ss"].contains(String(inside).lowercased()) {
            take(.time)
        } else if !comparison.isEmpty, let limit = NumberFormat.exact(String(inside.dropFirst(comparison.count))) {
            condition = FormatSection.Condition(comparison: comparison, limit: limit)
        }
    }

    /// Minutes stand behind hours or before seconds, months anywhere else.
    private mutating func takeMonth() {
        while index < code.count, "mM".contains(code[index]) { index += 1 }
        let behind = code[index...].first { $0.isLetter && !"\"".contains($0) }
        take(dates.contains(.time) || behind == "s" || behind == "秒" ? .time : .month)
    }

    /// Three or four `d` are the name of the day, which no goal book needs.
    private mutating func takeDay(_ first: Character) {
        let run = code[index...].prefix { "dD".contains($0) }.count
        index += run
        if run < 2 { take(.day) }
    }

    private mutating func takeGeneral() {
        let rest = String(code[(index - 1)...].prefix(7)).lowercased()
        if let word = ["general", "g/通用格式"].first(where: rest.hasPrefix) {
            index += word.count - 1
            pieces.append(.whole)
        }
    }

    /// `AM/PM`, `上午/下午`, `aaaa` for 星期三.
    private mutating func takeDayName(_ first: Character) {
        let rest = String(code[(index - 1)...].prefix(5)).lowercased()
        guard let word = ["am/pm", "a/p", "上午/下午", "aaaa", "aaa"].first(where: rest.hasPrefix) else { return add(first) }
        index += word.count - 1
    }
}
