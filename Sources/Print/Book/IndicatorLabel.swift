/// A label of the first two columns: 服务对象满意度指标.
///
/// Up to six characters stay together; more may stand on two lines of like length.
struct IndicatorLabel {
    let text: String
    /// The two lines, where it may be broken.
    let halves: [String]?

    /// Characters that stay together.
    private static let longestWhole = 6
    /// Characters that two lines may hold; what is longer is running text.
    private static let longestLabel = 16
    /// Words that had better begin the second line.
    private static let secondWords = ["满意度", "满意", "可持续", "影响", "效益", "成本", "环境", "对象", "完成", "指标"]

    init(_ text: String) {
        self.text = text
        let characters = Array(text)
        guard (Self.longestWhole + 1...Self.longestLabel).contains(characters.count), !text.contains(where: \.isWhitespace) else {
            halves = nil
            return
        }
        func unevenness(_ cut: Int) -> Int { abs(characters.count - 2 * cut) }
        let cuts = (2...characters.count - 2).filter { cut in
            Self.secondWords.contains { characters[cut...].starts(with: $0) }
        }
        // A word that leaves a very short line is no better than the middle.
        let words = cuts.filter { unevenness($0) <= characters.count / 3 }
        let cut = words.min { unevenness($0) < unevenness($1) } ?? (characters.count + 1) / 2
        halves = [String(characters[..<cut]), String(characters[cut...])]
    }

    /// Whether it is too long for two lines.
    var isRunningText: Bool { halves == nil && text.count > Self.longestWhole }
}
