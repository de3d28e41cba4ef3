internal import Aggregation
public import GoalModel
internal import Text

extension Digest {
    /// Something that the reader must know of one town before reading its figures.
    public enum Notice: Hashable, Sendable {
        /// It failed; its results are those of before.
        case kept(town: String, since: CalendarDay?, reason: String)
        /// It failed and has no results.
        case failed(town: String, reason: String)
        /// Its input is gone, and so are its results.
        case dropped(town: String, reason: String)
        /// Its results are new, but it counts as failed: its book must not be published as it is.
        case held(town: String, reason: String)
    }

    /// What to say where the things to do would stand, when there are none.
    public var allClear: String {
        rows.isEmpty ? "没有读到乡镇的绩效目标书，请核对报送的文件。" : "各乡镇没有需要改正的地方。"
    }

    /// The title of the notices, in the words that they use.
    public var noticeTitle: String {
        let words = notices.map(\.word).reduce(into: [String]()) { words, word in
            if !words.contains(word) { words.append(word) }
        }
        return words.joined(separator: "、") + "的乡镇"
    }

    /// How many towns are in what trouble, and how many errors must be put right, short enough for a subject: a list of ever fewer
    /// words.
    public var news: [String] {
        let errors = rows.reduce(0) { $0 + $1.errors }
        let faults = errors > 0 ? "\(errors)处须改正" : "没有错误"
        let troubles = TownState.allCases.filter(\.isTrouble).compactMap { state in
            let count = notices.count { $0.word == state.title }
            return count > 0 ? "\(count)个\(state.title)" : nil
        }
        return troubles.isEmpty
            ? [faults] : [(troubles + [faults]).joined(separator: "，"), troubles.joined(separator: "，"), troubles[0]]
    }

    /// Each year's total in words, where there are several.
    public var yearLines: [String] {
        years.map { "\($0.year)：\($0.towns)本、\($0.projects)个项目，\($0.budget)万元" }
    }

    /// What to say of towns that the mail has no room for.
    public static func unlisted(_ count: Int) -> String {
        "另有\(count)个乡镇没有列出，请向审核人员索取。"
    }
}

extension Digest.Notice {
    public var town: String {
        switch self {
        case .kept(let town, _, _), .failed(let town, _), .dropped(let town, _), .held(let town, _):
            town.oneLine.shortened(to: 24)
        }
    }

    /// How the town stands; one that is no longer listed as one that is not new.
    public var state: TownState {
        switch self {
        case .failed, .held: .failed
        case .kept, .dropped: .stale
        }
    }

    /// The state in a word, also of a town that is no longer listed.
    var word: String {
        if case .dropped = self { "不再列入" } else { state.title }
    }

    /// What happened, and why.
    public var sentence: String {
        let (opening, reason) =
            switch self {
            case .kept(_, let day, let reason): ("\(word)，显示的是\(day.map(\.words) ?? "上一次")的结果", reason)
            case .failed(_, let reason): ("\(word)，没有结果", reason)
            case .held(_, let reason): ("\(word)，原件要改", reason)
            case .dropped(_, let reason): (word, reason)
            }
        return "\(opening)。原因：\(reason.oneLine.shortened(to: 120).asSentence)"
    }
}

extension BookChange {
    /// What changed, short enough for a row: the amount, the score, the errors; `nil` where all three are as before.
    var shortLine: String? {
        var words: [String] = []
        if difference.exact.fen != 0 {
            let sign = difference.exact.fen > 0 ? "+" : ""
            words.append("预算\(sign)\(difference)万元")
        }
        if let rise = scoreDifference, rise != .zero { words.append("得分\(rise > .zero ? "+" : "")\(rise)") }
        let errors = newer.errors - older.errors
        if errors != 0 { words.append("错误\(errors > 0 ? "+" : "")\(errors)") }
        let moved = added.count + dropped.count
        if moved > 0 { words.append("项目增\(added.count)减\(dropped.count)") }
        return words.isEmpty ? nil : "比\(basisTitle)：" + words.joined(separator: "，")
    }
}
