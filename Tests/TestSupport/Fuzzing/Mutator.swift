/// Damages the bytes of a document in ways that files are damaged in: cut, doubled, swapped, overwritten, typed into.
public struct Mutator {
    private var random: SplitMix64
    /// What is typed into a document.
    private let words: [[UInt8]]

    public init(seed: UInt64, words: [[UInt8]] = Mutator.words) {
        self.words = words
        random = SplitMix64(seed: seed)
    }

    public mutating func mutated(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else {
            bytes = words.randomElement(using: &random) ?? []
            return
        }
        let (from, to) = range(in: bytes)
        switch Int.random(in: 0..<9, using: &random) {
        case 0: bytes[from] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(from..<to)
        case 2: bytes.insert(contentsOf: bytes[from..<to], at: Int.random(in: 0...bytes.count, using: &random))
        case 3: bytes.removeSubrange(from...)
        case 4: bytes.insert(contentsOf: words.randomElement(using: &random) ?? [], at: from)
        case 5: bytes.replaceSubrange(from..<to, with: words.randomElement(using: &random) ?? [])
        case 6: swapLines(&bytes)
        case 7: removeLine(&bytes)
        default:
            let word = words.randomElement(using: &random) ?? []
            bytes.insert(contentsOf: Array(repeating: word, count: 200).joined(), at: from)
        }
    }

    private mutating func range(in bytes: [UInt8]) -> (Int, Int) {
        let from = Int.random(in: 0..<bytes.count, using: &random)
        return (from, min(bytes.count, from + Int.random(in: 1...200, using: &random)))
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let (a, b) = (Int.random(in: 0..<lines.count, using: &random), Int.random(in: 0..<lines.count, using: &random))
        lines.swapAt(a, b)
        bytes = Array(lines.joined(separator: [10]))
    }

    private mutating func removeLine(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
        bytes = Array(lines.joined(separator: [10]))
    }

    /// Words of the form, and what does harm in numbers, names and texts.
    public static let words: [[UInt8]] = [
        "\t", "\n", "\n\n", "\r", "\u{0}", "\u{FEFF}", "\u{202E}", "\u{A0}", "🙂", "𠮷", "\u{0301}", "\u{FFFD}", "\u{FFFE}",
        "\t项目编码\n", "\t项目名称\n",
        "\t预算数\n", "\t一级指标\n\t二级指标\n\t三级指标\n", "\t绩效目标\n", "\t资金支出计划（%）\n\t3月底\n", "\t13月底\n", "\t0月底\n", "\t单位：元\n",
        "第二部分\n", "一、总体绩效目标\n", "9.另一个绩效目标表\n", "12..5", "-1", "1e99", "99999999999999999999", "9999999999999999",
        "250%", "-5%", "≥", "≥≥95%", "≤99999999999999999999元", "２０２６年", "2026年13月45日前", "每月99日前", "万元", "100%",
        "../../../etc/passwd", "/", "<script>alert(1)</script>", "\"'&<>", "]]>", "13800138000", "130100197803150421",
        "[bookmark: ", "]", " TC 甲 \\f A \\l 1 ", "\\", "\\f", "（", "年初安排", "元", "支出进度为", "数量指标-",
    ].map { Array($0.utf8) }
}
