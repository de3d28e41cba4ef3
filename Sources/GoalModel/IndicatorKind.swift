internal import Text

/// What an indicator measures, in both official trees (财预〔2015〕88号 and 财预〔2021〕101号).
public enum IndicatorKind: String, Hashable, Sendable, CaseIterable {
    case quantity = "数量"
    case quality = "质量"
    case timeliness = "时效"
    case cost = "成本"
    case economicBenefit = "经济效益"
    case socialBenefit = "社会效益"
    case ecologicalBenefit = "生态效益"
    case sustainability = "可持续影响"
    case satisfaction = "满意度"

    /// Reads the level-two cell, and where that says nothing the level-one cell.
    ///
    /// 经济成本, 社会成本 and 生态环境成本 of the 101号 tree are costs.
    public init?(type: String, category: String) {
        for text in [type, category] {
            if let kind = IndicatorKind.official[text] {
                self = kind
                return
            }
            if let kind = IndicatorKind(word: text.withoutSpaces) {
                self = kind
                return
            }
        }
        return nil
    }

    /// The headings of both official forms, which spare nearly every cell the search for words.
    private static let official: [String: IndicatorKind] = [
        "数量指标": .quantity, "质量指标": .quality, "时效指标": .timeliness, "成本指标": .cost, "经济成本指标": .cost, "社会成本指标": .cost,
        "生态环境成本指标": .cost, "经济效益指标": .economicBenefit, "社会效益指标": .socialBenefit, "生态效益指标": .ecologicalBenefit,
        "可持续影响指标": .sustainability, "服务对象满意度指标": .satisfaction, "满意度指标": .satisfaction,
    ]

    private init?(word: String) {
        if word.contains("满意") {
            self = .satisfaction
        } else if word.contains("成本") {
            self = .cost
        } else if word.contains("可持续") {
            self = .sustainability
        } else {
            let plain: [IndicatorKind] = [.quantity, .quality, .timeliness, .economicBenefit, .socialBenefit, .ecologicalBenefit]
            guard let kind = plain.first(where: { word.contains($0.rawValue) }) else { return nil }
            self = kind
        }
    }

    /// 经济, 社会, 生态 or 可持续影响.
    public var isBenefit: Bool {
        switch self {
        case .economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainability: true
        case .quantity, .quality, .timeliness, .cost, .satisfaction: false
        }
    }
}
