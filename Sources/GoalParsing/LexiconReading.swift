public import Foundation
public import GoalModel
internal import Text

extension Lexicon: TableReadable {
    /// - Throws: `DecodingError` for a meaning that the program does not know, named in Chinese.
    public init(_ table: SettingTable) throws {
        let labels = try table["labels"]
        let named = try labels.parts.mapValues { try $0.texts }
        let count = named.values.reduce(FundPart.kinds.count) { $0 + $1.count }
        var words: [TextKey: Word] = Dictionary(minimumCapacity: count)
        for (name, titles) in named {
            guard let meaning = Meaning(rawValue: name) else { throw labels.trouble("没有\(name.quoted)这个意思") }
            for title in titles {
                let word = TextKey(text: FormLabel.bare(written: title))
                if meaning.isColumn {
                    words[word, default: Word()].column = meaning
                } else {
                    words[word, default: Word()].label = meaning
                }
            }
        }
        for (word, kind) in FundPart.kinds where words[word]?.label == nil {
            words[word, default: Word()].label =
                switch kind {
                case .fiscal: .fiscalPart
                case .carriedOver: .carriedOver
                case .other: .otherPart
                }
        }
        self.init(words: words, lists: try ListHeadings(table, words: words))
    }
}

/// Why words that a county adds cannot be used, in words.
public struct LexiconError: Error, Hashable, Sendable {
    public let reason: String
}

extension Lexicon {
    /// The name of the file beside the inputs with words that a county adds.
    public static let fileName = "栏目名称.json5"

    /// Takes words that a county adds: `{ projectName: ["专款名称"] }`, by the meanings of `Resources/headings.json5`.
    public mutating func add(json5 data: Data) throws(LexiconError) {
        let text = String(decoding: data, as: UTF8.self)
        if let fault = JSON5Fault(in: text) {
            throw LexiconError(reason: "第\(fault.line)行第\(fault.column)列附近读不懂。请检查那里和前面一行的引号、逗号和括号")
        }
        guard let more = try? JSONDecoder.json5.decode([String: [String]].self, from: data) else {
            throw LexiconError(reason: "每个意思后面应是一列写法，如 { projectName: [\"专款名称\"] }")
        }
        for (name, titles) in more.sorted(by: { $0.key < $1.key }) {
            for title in titles where !add(title, named: name) {
                throw LexiconError(reason: "没有\(name.quoted)这个意思；有哪些意思见资源文件夹（goalbook doctor 会说在哪里）里的 headings.json5")
            }
        }
    }
}
