/// One section of a number format's code: what kind of thing it shows, and the words around it.
struct FormatSection: Hashable {
    enum Kind: Hashable {
        case general
        case text
        case number(Places)
        /// Nothing but words, such as 无 for zero.
        case words
        case date(Set<DatePart>)
    }

    /// How many decimals are always shown, and how many at most.
    struct Places: Hashable {
        var least: Int
        var most: Int
        /// How many digits stand before the point at least.
        var whole = 1
    }

    /// What a date format shows.
    enum DatePart: Hashable {
        case year, month, day, time
    }

    private(set) var kind = Kind.general
    private(set) var percent = false
    private(set) var groups = false
    private var before = ""
    private var after = ""

    func around(_ digits: String) -> String {
        before + digits + after
    }

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
            isEscaped = !isEscaped && (character == "\\" || character == "_" || character == "*") && !isQuoted
            pieces[pieces.count - 1].append(character)
        }
        return pieces.prefix(3).map(FormatSection.init)
    }

    private init(_ code: [Character]) {
        var reader = FormatReader(code)
        reader.read()
        (percent, groups, before, after) = (reader.percent, reader.groups, reader.before, reader.after)
        if !reader.dates.isEmpty {
            kind = .date(reader.dates)
        } else if reader.hasDigits, !reader.isFraction {
            kind = .number(
                Places(least: min(reader.least, 15), most: min(reader.most, 15), whole: min(reader.whole, 30)))
        } else if reader.isText {
            kind = .text
        } else if !reader.isGeneral, !reader.isFraction, !before.isEmpty {
            kind = .words
        }
    }
}

/// Goes through a section's code once, sign by sign.
private struct FormatReader {
    private let code: [Character]
    private var index = 0
    private(set) var before = ""
    private(set) var after = ""
    private(set) var dates: Set<FormatSection.DatePart> = []
    private(set) var percent = false
    private(set) var groups = false
    private(set) var hasDigits = false
    private(set) var isFraction = false
    private(set) var isText = false
    private(set) var isGeneral = false
    private(set) var whole = 0
    private(set) var least = 0
    private(set) var most = 0
    private var pointSeen = false

    init(_ code: [Character]) {
        self.code = code
    }

    mutating func read() {
        if ["general", "g/通用格式"].contains(String(code).lowercased()) {
            isGeneral = true
            return
        }
        while index < code.count {
            let character = code[index]
            index += 1
            switch character {
            case "\"": takeQuoted()
            case "\\": if index < code.count { add(next()) }
            case "_", "*": index += 1
            case "[": takeBracket()
            case "0", "#", "?":
                hasDigits = true
                if pointSeen {
                    most += 1
                    if character == "0" { least = most }
                } else if character == "0" || whole > 0 {
                    whole += 1
                }
            case ".": if hasDigits { pointSeen = true } else { add(".") }
            case ",": groups = groups || hasDigits
            case "%":
                percent = true
                add("%")
            case "/": if hasDigits { isFraction = true } else { add("/") }
            case "@": isText = true
            case "y", "Y": dates.insert(.year)
            case "d", "D": dates.insert(.day)
            case "h", "H", "s", "S": dates.insert(.time)
            case "m", "M": takeMonth()
            case "G", "g": skipGeneral()
            case "E": isFraction = true
            default: add(character)
            }
        }
        if isFraction { (before, after) = ("", "") }
    }

    private mutating func next() -> Character {
        defer { index += 1 }
        return code[index]
    }

    private mutating func add(_ character: Character) {
        if hasDigits || isText { after.append(character) } else { before.append(character) }
    }

    private mutating func takeQuoted() {
        while index < code.count, code[index] != "\"" { add(next()) }
        index += 1
    }

    /// `[Red]`, `[>100]`, `[h]`, `[$¥-804]`: of these only a sign of currency and hours are shown.
    private mutating func takeBracket() {
        var inside: [Character] = []
        while index < code.count, code[index] != "]" { inside.append(next()) }
        index += 1
        if inside.first == "$" {
            for character in inside.dropFirst().prefix(while: { $0 != "-" }) { add(character) }
        } else if ["h", "hh", "m", "mm", "s", "ss"].contains(String(inside).lowercased()) {
            dates.insert(.time)
        }
    }

    /// Minutes stand behind hours or before seconds, months anywhere else.
    private mutating func takeMonth() {
        while index < code.count, "mM".contains(code[index]) { index += 1 }
        let behind = code[index...].first { $0.isLetter && !"\"".contains($0) }
        if dates.contains(.time) || behind == "s" || behind == "秒" { dates.insert(.time) } else { dates.insert(.month) }
    }

    private mutating func skipGeneral() {
        let word = "eneral"
        if String(code[index...].prefix(word.count)).lowercased() == word { index += word.count }
        isText = true
    }
}
