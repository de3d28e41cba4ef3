internal import Diagnostics
internal import GoalModel
internal import Text

/// A rise by so many per cent of nobody knows what.
struct GrowthWithoutBase: IndicatorRule {
    static let description = RuleDescription(
        code: "I17", id: "growth-without-base", title: "提升无基期", level: .indicator, severity: .hint, criterion: .relevance,
        why: "“提升百分之几”要有比较的基数；没有写比哪一年、比什么，年底任何数字都可以说是完成。", remedy: "请写明基期和基数，如“比上年提高5个百分点（上年为85%）”；说不清基数的，请换成可以数出来的指标。",
        action: "写明比什么时候提升",
        sources: [.historicalStandard, .guidePrinciples],
        passing: [
            .row(.socialBenefit, "群众出行便捷度提升", description: "比上年提升的比例", "≥10%"),
            .row(.economicBenefit, "户均收入增长率", description: "与2023年相比", "≥5%"),
            .row(.economicBenefit, "入库税收增长", "同比增长5%"),
            .table(["经济效益指标|收入增长率|收入增长的比例|≥5%|2023年收入统计"]),
            .row(.quality, "项目完成质量", description: "改善生活条件，完成工作占全年工作的比率", "≥95%"),
            .row(.socialBenefit, "环境改善户数占比", "≥90%"), .row(.quality, "验收合格率", description: "提高工程质量", "≥95%"),
            .row(.socialBenefit, "覆盖率提高到", "≥95%"),
            .row(.satisfaction, "群众满意度", description: "服务水平提升，群众满意的比例", "≥95%"), .row(.economicBenefit, "收入增长", "≥5万元"),
            .row(.socialBenefit, "村民对排水改善的满意程度", "≥90%"), .row(.quality, "道路提升工程验收合格率", "≥95%"),
        ],
        failing: [
            .row(.economicBenefit, "提高工作效率", "≥50%", finds: .target),
            .row(.socialBenefit, "社会稳定水平", description: "社会稳定水平提升比例", "≥20%", finds: .target),
            .row(.socialBenefit, "出行便捷度提升", description: "2024年提升比例", "≥20%", finds: .target),
            .row(.economicBenefit, "家庭条件改善", description: "通过占地补助金发放，提高生活条件的比例", "≥10百分比", finds: .target),
            .row(.ecologicalBenefit, "生态效益增长率", "≥95百分比", finds: .target),
        ])

    func check(_ row: Row, in scope: RuleInput, report: (Violation) -> Void) {
        guard row.isPercent(in: scope), row.kind != .satisfaction else { return }
        let words = scope.tables.indicators
        let inName = words.rises.first { row.name.holds($0) }
        guard let rise = inName ?? words.rises.first(where: { row.description.holds($0) }) else { return }
        // 对排水改善的满意程度, 道路提升工程验收合格率: the rise is what is judged, not what is promised.
        let isShare = row.name.endsInRate && !row.name.endsIn(words.notAskedRates + words.rises.map { $0 + "率" })
        if isShare || ["满意", "认可", "知晓"].stand(in: row.name) { return }
        if row.description.isShareOfWhole || row.name.holds("占比") { return }
        let texts = [row.name, row.description, row.indicator.target.text.compact, row.indicator.basis.compact]
        if texts.contains(where: {
            words.bases.stand(in: $0) || words.levels.stand(in: $0) || $0.namesYear(before: scope.book.fiscalYear)
        }) {
            return
        }
        report(Violation(.baseless(row, rise), at: .target))
    }
}

extension String {
    /// Whether a name ends in one of the words, whatever signs behind it.
    fileprivate func endsIn(_ words: [String]) -> Bool {
        let name = trimmingPunctuation
        return words.contains(where: name.hasSuffix)
    }

    /// Whether the text defines a share of a whole (占全年工作的比率); 占地 is none.
    fileprivate var isShareOfWhole: Bool {
        guard holds("占"), ["比例", "比率", "比重"].contains(where: holds) else { return false }
        return holds("占", outside: ["占地", "占用", "占有"])
    }

    /// Whether a year before `year` stands in the text, such as `2023年`.
    fileprivate func namesYear(before year: Int?) -> Bool {
        var digits = 0
        var value = 0
        for scalar in unicodeScalars {
            if scalar.isDigit {
                digits += 1
                value = digits > 4 ? 0 : value * 10 + Int(scalar.value) - 48
            } else {
                if digits == 4, scalar == "年", (1990...2199).contains(value), year.map({ value < $0 }) ?? true { return true }
                digits = 0
                value = 0
            }
        }
        return false
    }
}

extension Finding.Message {
    fileprivate static func baseless(_ row: Row, _ rise: String) -> Self {
        "\(row.type)\(row.indicator.name.quoted)要\(rise)\(row.indicator.target.text.quoted)，没有写明比哪一年、以什么为基数"
    }
}
