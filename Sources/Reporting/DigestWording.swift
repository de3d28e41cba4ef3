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

    /// Stands above the towns where notices stand below them; `nil` when there are none.
    public var noticeLine: String? {
        if notices.isEmpty { return nil }
        let isHeld = notices.contains { if case .held = $0 { true } else { false } }
        return "\(notices.count)个乡镇\(isHeld ? "没有更新、不再列入或不能公开" : "没有更新或不再列入")，见文末。"
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

    /// What happened, and why.
    public var sentence: String {
        switch self {
        case .kept(_, let day, let reason):
            "没有更新，显示的是\(day.map(\.words) ?? "上一次")的结果。原因：\(reason.oneLine.shortened(to: 120).asSentence)"
        case .failed(_, let reason): "没有完成，也没有以前的结果。原因：\(reason.oneLine.shortened(to: 120).asSentence)"
        case .held(_, let reason): "原件不能公开，算作失败。原因：\(reason.oneLine.shortened(to: 120).asSentence)"
        case .dropped(_, let reason): "不再列入。原因：\(reason.oneLine.shortened(to: 120).asSentence)"
        }
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
