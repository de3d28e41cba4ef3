/// Numbers in the writings of Word's lists (ECMA-376 part 1, 17.18.59).
enum WordNumberFormat {
    static func text(_ number: Int, _ format: String) -> String {
        switch format {
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
            "koreanDigital", "japaneseDigitalTenThousand", "ideographDigital", "taiwaneseDigital":
            chinese(number, "零一二三四五六七八九", ["", "十", "百", "千"])
        case "chineseLegalSimplified", "japaneseLegal", "ideographLegalTraditional":
            chinese(number, "零壹贰叁肆伍陆柒捌玖", ["", "拾", "佰", "仟"])
        case "decimalZero": number < 10 && number >= 0 ? "0\(number)" : String(number)
        case "decimalFullWidth", "decimalFullWidth2": String(String(number).map { fullWidth($0) })
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number) ?? String(number)
        case "decimalEnclosedParen": "(\(number))"
        case "decimalEnclosedFullstop": "\(number)."
        case "upperLetter": letters(number, first: 65)
        case "lowerLetter": letters(number, first: 97)
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "ideographTraditional": cycle(number, "甲乙丙丁戊己庚辛壬癸")
        case "ideographZodiac": cycle(number, "子丑寅卯辰巳午未申酉戌亥")
        default: String(number)
        }
    }

    /// 十一, 一百零二; beyond four places in digits.
    private static func chinese(_ number: Int, _ digits: String, _ places: [String]) -> String {
        guard (0..<10_000).contains(number) else { return String(number) }
        let words = Array(digits)
        guard number > 0 else { return String(words[0]) }
        var result = ""
        var isGap = false
        for place in stride(from: 3, through: 0, by: -1) {
            var scale = 1
            for _ in 0..<place { scale *= 10 }
            let digit = number / scale % 10
            guard digit > 0 else {
                isGap = isGap || !result.isEmpty
                continue
            }
            if isGap { result.append(words[0]) }
            isGap = false
            // 十 and not 一十 at the beginning, as numbers of chapters are written.
            if !(digit == 1 && place == 1 && result.isEmpty && words[1] == "一") { result.append(words[digit]) }
            result += places[place]
        }
        return result
    }

    private static func fullWidth(_ digit: Character) -> Character {
        guard let value = digit.wholeNumberValue, let scalar = Unicode.Scalar(0xFF10 + UInt32(value)) else { return digit }
        return Character(scalar)
    }

    /// ① to ㊿.
    static func circled(_ number: Int) -> String? {
        let first = [(1...20, 0x2460), (21...35, 0x3251), (36...50, 0x32B1)].first { $0.0.contains(number) }
        return first.flatMap { Unicode.Scalar($0.1 + number - $0.0.lowerBound) }.map { String($0) }
    }

    /// a … z, aa, bb, as Word goes on.
    private static func letters(_ number: Int, first: UInt8) -> String {
        guard (1...780).contains(number) else { return String(number) }
        let letter = Character(Unicode.Scalar(first + UInt8((number - 1) % 26)))
        return String(repeating: letter, count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4_000).contains(number) else { return String(number) }
        let signs: [(Int, String)] = [
            (1_000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
            (9, "IX"),
            (5, "V"), (4, "IV"), (1, "I"),
        ]
        var rest = number
        var result = ""
        for (value, sign) in signs {
            while rest >= value {
                result += sign
                rest -= value
            }
        }
        return result
    }

    private static func cycle(_ number: Int, _ signs: String) -> String {
        let words = Array(signs)
        guard number > 0 else { return String(number) }
        return String(words[(number - 1) % words.count])
    }
}
