internal import Diagnostics
internal import GoalModel
internal import Text

/// An ecological benefit among the social ones is evaluated by the wrong measure.
struct WrongType: IndicatorRule {
    static let description = RuleDescription(
        code: "I14", id: "wrong-type", title: "指标归类有误", level: .indicator, severity: .warning, criterion: .relevance,
        why: "名称里写明的类别与所在的二级指标不同，说明指标放错了位置，自评时会按错误的类别计分。", remedy: "请把这条指标移到名称所说的类别，或换成属于本类别的指标。",
        action: "把指标归入正确的类别",
        sources: [.indicatorTypes, .guideTypes],
        passing: [
            .row(.ecologicalBenefit, "生态效益增长率", "≥5%"), .row(.socialBenefit, "经济社会效益", "优"),
            .row(.economicBenefit, "经济效益和社会效益提升", "优"), .row(.socialBenefit, "空气质量改善", "≥5%"),
            .row(.satisfaction, "对社会效益的满意度", "≥90%"), .row(.cost, "经济成本指标", "≤5万元"),
            .rows(["社会成本指标 社会成本 较低"]),
        ],
        failing: [
            .row(.socialBenefit, "生态效益增长率", "≥95%", finds: .indicatorName),
            .row(.sustainability, "生态性效益", "≥95%", finds: .indicatorName),
            .row(.economicBenefit, "社会 效益显著", "优", finds: .indicatorName),
            .row(.quality, "数量指标", "≥5个", finds: .indicatorName),
            .rows(["经济成本指标 生态环境成本 ≤5万元"], finds: .indicatorName),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard let kind = row.kind, WrongType.ends.stand(in: row.name) else { return }
        for type in WrongType.types where type.words.stand(in: row.name) {
            let isOwn = type.kind == kind && (type.cost == nil || type.cost.map(row.indicator.type.compact.holds) == true)
            if isOwn || kind == .cost && type.cost != nil && !WrongType.isDivided(row) { return }
            // 经济社会效益 under 经济效益 names both.
            if row.name.holds(WrongType.stem(of: kind, row)) { return }
            report(
                Violation(
                    .other(row, type.title), at: .indicatorName,
                    remedy: "请把这条指标移到\(type.title.quoted)，或换成属于\(row.type.quoted)的指标。"))
            return
        }
    }

    private struct TypeWords {
        let title: String
        let kind: IndicatorKind
        let words: [String]
        /// The kind of cost, in the tree that parts them.
        var cost: String?
    }

    private static let types = [
        TypeWords(title: "经济效益指标", kind: .economicBenefit, words: ["经济效益", "经济性效益"]),
        TypeWords(title: "社会效益指标", kind: .socialBenefit, words: ["社会效益", "社会性效益"]),
        TypeWords(title: "生态效益指标", kind: .ecologicalBenefit, words: ["生态效益", "生态性效益", "环境效益"]),
        TypeWords(title: "可持续影响指标", kind: .sustainability, words: ["可持续影响", "可持续性影响"]),
        TypeWords(title: "经济成本指标", kind: .cost, words: ["经济成本"], cost: "经济"),
        TypeWords(title: "社会成本指标", kind: .cost, words: ["社会成本"], cost: "社会"),
        TypeWords(title: "生态环境成本指标", kind: .cost, words: ["生态环境成本", "生态成本", "环境成本"], cost: "生态"),
        TypeWords(title: "数量指标", kind: .quantity, words: ["数量指标"]),
        TypeWords(title: "质量指标", kind: .quality, words: ["质量指标"]),
        TypeWords(title: "时效指标", kind: .timeliness, words: ["时效指标"]),
        TypeWords(title: "成本指标", kind: .cost, words: ["成本指标"]),
    ]

    /// What the words end in: a name with none of these holds no word.
    private static let ends = Array(Set(types.flatMap(\.words).map { String($0.suffix(2)) }))

    /// Whether the book's tree parts costs into 经济成本, 社会成本 and 生态环境成本.
    private static func isDivided(_ row: Row) -> Bool {
        ["经济", "社会", "生态"].stand(in: row.indicator.type.compact)
    }

    /// What a name has in it that also speaks of its own type.
    private static func stem(of kind: IndicatorKind, _ row: Row) -> String {
        switch kind {
        case .economicBenefit: "经济"
        case .socialBenefit: "社会"
        case .ecologicalBenefit: "生态"
        case .sustainability: "可持续"
        case .satisfaction: "满意"
        case .quantity, .quality, .timeliness: kind.rawValue + "指标"
        case .cost: isDivided(row) ? String(row.indicator.type.compact.prefix(2)) + "成本" : "成本"
        }
    }
}

extension Finding.Message {
    fileprivate static func other(_ row: Row, _ title: String) -> Self {
        "\(row.indicator.name.quoted)写的是\(title)的内容，却列在\(row.type)下"
    }
}
