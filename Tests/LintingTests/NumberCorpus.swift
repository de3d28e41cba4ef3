import TestSupport

/// Texts with a planted personal number, and innocent texts full of digits, made up by chance from a seed.
struct NumberCorpus {
    struct Sample: CustomStringConvertible {
        let group: String
        let text: String
        var description: String { "\(group)：\(text.debugDescription)" }
    }

    var chance: SplitMix64
    private(set) var planted: [Sample] = []
    private(set) var innocent: [Sample] = []

    init(seed: UInt64, count: Int) {
        chance = SplitMix64(seed: seed)
        for index in 0..<count {
            planted.append(plant(index))
            innocent.append(innocent(index))
        }
    }

    mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &chance)] }

    mutating func digits(_ count: Int) -> String { (0..<count).map { _ in "\(Int.random(in: 0...9, using: &chance))" }.joined() }

    mutating func number(_ range: ClosedRange<Int>, width: Int = 1) -> String {
        let text = "\(Int.random(in: range, using: &chance))"
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}

// MARK: - Planted

extension NumberCorpus {
    private mutating func plant(_ index: Int) -> Sample {
        switch index % 6 {
        case 0, 1: mobile()
        case 2: written("身份证", identity(), groups: [[6, 8, 4], [6, 4, 4, 4], [14, 4], [6, 12]])
        case 3: written("身份证错一位", wrong(identity()), groups: [[6, 8, 4], [14, 4]])
        case 4: written("银行卡", card(), groups: [[4, 4, 4, 4], [4, 4, 4, 4, 3], [6, 13], [4, 4, 11]])
        default: old()
        }
    }

    private mutating func mobile() -> Sample {
        let number = "1" + number(3...9) + digits(9)
        let dialled = pick(["", "", "", "+86", "+86-", "86-", "0086", "0", "（+86）", "86 "])
        var text = written("手机", number, groups: [[3, 4, 4], [3, 8], [7, 4], [4, 3, 4], Array(repeating: 1, count: 11)]).text
        if !dialled.isEmpty { text = context(of: dialled + number) }
        if Int.random(in: 0..<12, using: &chance) == 0 {
            let chunks = chunks(of: number, [3, 4, 4])
            text = context(of: "（\(chunks[0])）\(chunks[1])-\(chunks[2])")
        }
        return Sample(group: "手机", text: text)
    }

    private mutating func identity(region: String? = nil) -> String {
        let region = region ?? pick(["130529", "110101", "132229", "410105", "620102", "370202", "512301", "230103"])
        let day = number(1935...2012) + number(1...12, width: 2) + number(1...28, width: 2)
        let body = region + day + digits(3)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    private mutating func wrong(_ identity: String) -> String {
        let signs = Array("0123456789").filter { $0 != identity.last }
        return identity.dropLast() + String(pick(signs))
    }

    private mutating func card() -> String {
        let body =
            pick(["622202", "621700", "622848", "621226", "622588", "603367", "955880", "436742"]) + digits(pick([9, 12]))
        let sum = body.reversed().enumerated().reduce(0) { sum, sign in
            let value = (sign.element.wholeNumberValue ?? 0) * (sign.offset % 2 == 0 ? 2 : 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        return body + "\((10 - sum % 10) % 10)"
    }

    private mutating func old() -> Sample {
        let number =
            pick(["130529", "132229", "110101"]) + number(35...99) + number(1...12, width: 2) + number(1...28, width: 2) + "0"
            + number(1...99, width: 2)
        return written("十五位身份证", number, groups: [[6, 6, 3]])
    }

    private func chunks(of number: String, _ groups: [Int]) -> [String] {
        var rest = Substring(number)
        return (groups + [number.count]).compactMap { count in
            defer { rest = rest.dropFirst(count) }
            return rest.isEmpty ? nil : String(rest.prefix(count))
        }
    }

    /// The number in one of the ways in which people, programs and smugglers write it.
    private mutating func written(_ group: String, _ number: String, groups: [[Int]]) -> Sample {
        var number = number
        if number.last == "X" { number = number.dropLast() + pick(["X", "x", "Ｘ", "×"]) }
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: number = String(number.map { Self.wide[$0] ?? $0 })
        case 1 where number.last != "x":
            let isSpoken = Bool.random(using: &chance)
            number = String(number.map { $0 == "1" && isSpoken ? "幺" : Self.chinese[$0] ?? $0 })
        default: break
        }
        var text = number
        switch Int.random(in: 0..<8, using: &chance) {
        case 0, 1: text = chunks(of: number, pick(groups)).joined(separator: pick([" ", "-", "　", " - ", "—", "－", "_"]))
        case 2: text = chunks(of: number, groups[0]).joined(separator: pick([".", "·", "/"]))
        case 3: text = number.map(String.init).joined(separator: pick(["\u{200B}", "\u{2060}", "\u{AD}", "\u{200D}"]))
        case 4:
            let cut = Int.random(in: 3..<(number.count - 2), using: &chance)
            text = number.prefix(cut) + pick(["\n", "\r\n", "\n  "]) + number.dropFirst(cut)
        default: break
        }
        return Sample(group: group, text: context(of: text))
    }

    private static let wide = Dictionary(uniqueKeysWithValues: zip("0123456789", "０１２３４５６７８９"))
    private static let chinese = Dictionary(uniqueKeysWithValues: zip("0123456789", "〇一二三四五六七八九"))

    private mutating func context(of number: String) -> String {
        let before = pick([
            "", "", "联系人", "张三", "电话：", "手机.", "SFZ", "KH", "TEL", "tel:", "1.", "2、", "（3）", "卡号", "账号：", "身份证号码 ", "救助困难群众（",
            "收款人李四，", "户主",
            "微信", "A", "2024年", "项目负责人:", "①", "村民委员会主任王五 ", "ID:", "证件编号",
        ])
        let isChinese = number.first.map { "幺〇一二三四五六七八九".contains($0) } == true
        // Behind letters and figures of its own kind a number of another kind would be another number.
        let head = isChinese && before == "①" ? "" : before
        return head + number + pick(["", "", "。", "张三", "万小明", "方某", "（本人）", "、备注", "，请联系", "本人", "户主张三", ") ", "；", "\n"])
    }
}
