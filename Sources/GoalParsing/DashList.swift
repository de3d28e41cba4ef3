internal import GoalModel
internal import Text

/// Indicators in prose: items such as `数量指标-发放人数-≥-99.00-百分比`, joined by commas that also occur inside an item.
enum DashList {
    /// The items as written; a comma ends an item only where the next one begins with an indicator type.
    static func items(in paragraph: String) -> [String] {
        guard paragraph.holds("-") else { return [] }
        var items: [String] = []
        for line in paragraph.split(separator: "\n") {
            let pieces = line.split(separator: "，")
            var current: String?
            for piece in pieces {
                if beginsItem(piece) {
                    if let current { items.append(current) }
                    current = String(behindIntroduction(piece))
                } else if current != nil {
                    current?.append("，")
                    current?.append(contentsOf: piece)
                }
            }
            if let current { items.append(current) }
        }
        return items.map { $0.trimmed.trimmingSuffix("。").trimmed }.filter { !$0.isEmpty }
    }

    private static func beginsItem(_ piece: Substring) -> Bool {
        let head = behindIntroduction(piece)
        guard let dash = head.prefix(13).firstIndex(of: "-") else { return false }
        let word = head[..<dash]
        guard let kind = IndicatorKind(type: String(word), category: "") else { return false }
        // 增加企业经济效益 holds the word of a type and is none.
        return word.ends(with: "指标") || word == kind.rawValue || word == "服务对象满意度"
    }

    /// `以下具体说明：数量指标-…` begins behind the colon.
    private static func behindIntroduction(_ piece: Substring) -> Substring {
        guard let colon = piece.firstIndex(of: "："), let dash = piece.firstIndex(of: "-"), colon < dash else {
            return piece.trimmedHead
        }
        return piece[piece.index(after: colon)...].trimmedHead
    }
}

extension Substring {
    fileprivate var trimmedHead: Substring {
        drop { $0.isWhitespace }
    }
}
