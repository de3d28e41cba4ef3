internal import GoalModel
internal import SourceFiles
internal import Text

/// What stands below the heading of a column, counted: what a column holds is told by its heading and by this.
struct ColumnEvidence {
    /// Cells with text.
    private(set) var written = 0
    private(set) var categories = 0
    private(set) var types = 0
    /// 成本指标, 满意度指标: words of both levels.
    private(set) var either = 0
    private(set) var values = 0
    private(set) var signs = 0
    /// Signs that compare; 定性 and 定量 only say of which kind a value is.
    private(set) var comparisons = 0
    private(set) var units = 0
    private(set) var numbers = 0
    private var sum = 0.0

    init() {}

    /// What one text tells.
    init(of text: String) {
        let word = OfficialWord.bare(text)
        guard !word.isEmpty else { return }
        written += 1
        switch (word.isCategoryWord, OfficialWord.isType(word)) {
        case (true, true): either += 1
        case (true, false): categories += 1
        case (false, true): types += 1
        case (false, false): break
        }
        if ColumnEvidence.isSign(word) {
            signs += 1
            if !["定性", "定量", "文字描述"].contains(word) { comparisons += 1 }
        }
        if let number = ColumnEvidence.number(word) {
            numbers += 1
            sum += number
        }
        if text.utf8.count <= 300, ColumnEvidence.isValue(text) { values += 1 }
        if word.count <= 8, !word.contains(where: \.isDecimal), StatedUnit.isBareUnit(word) || ["%", "百分比", "％"].contains(word) {
            units += 1
        }
    }

    /// - Parameter look: what one more text tells.
    mutating func take(_ look: ColumnEvidence) {
        written += look.written
        categories += look.categories
        types += look.types
        either += look.either
        values += look.values
        signs += look.signs
        comparisons += look.comparisons
        units += look.units
        numbers += look.numbers
        sum += look.sum
    }

    /// A number, a date or a grade; a sign or a unit alone is none.
    private static func isValue(_ text: String) -> Bool {
        // A long text without a digit is a description.
        guard text.utf8.count <= 90 || text.contains(where: \.isDecimal) else { return false }
        let target = Target(reading: text)
        return target.kind == "grade" || target.kind == "deadline"
            || (target.kind == "quantity" && text.contains(where: \.isDecimal))
    }

    func share(_ count: Int) -> Double {
        written == 0 ? 0 : Double(count) / Double(written)
    }

    /// Small numbers that add up to a round total.
    var looksLikeWeights: Bool {
        written > 0 && numbers == written && sum <= 101 && [10, 50, 60, 80, 90, 100].contains(sum.rounded())
    }

    private static func number(_ word: String) -> Double? {
        guard word.utf8.count <= 8, word.utf8.allSatisfy({ $0.isDigit || $0 == 0x2E }) else { return nil }
        return Double(word)
    }

    /// ≥, 不低于, 定性: what stands in a column of signs.
    static func isSign(_ text: String) -> Bool {
        text.utf8.count <= 24 && signWords.contains(text.withoutSpaces.folded)
    }

    private static let signWords: Set<String> = [
        "≥", "≤", ">", "<", "=", ">=", "<=", "≧", "≦", "＝", "定性", "定量", "文字描述", "大于等于", "小于等于", "大于", "小于", "等于", "不小于",
        "不大于", "不低于", "不高于", "不超过",
    ]
}

/// The words of the two official trees of indicators, as forms write them.
enum OfficialWord {
    /// 产出指标 of 产出指标（50分）, 数量指标 of 数量指标\n（必填）: without what tells how to fill it in.
    static func bare(_ text: String) -> String {
        let written = text.withoutSpaces
        guard written.unicodeScalars.contains(where: isBesideWords) else { return written }
        var word = String(Numbering(written).rest.trimmingSuffix(while: { "：:".contains($0) }))
        // Whatever stands in brackets behind one of the official words tells how to fill it in.
        if let open = word.firstIndex(where: { "（(".contains($0) }), open > word.startIndex {
            let head = String(word[..<open])
            if head.isCategoryWord || isType(head) { return head }
        }
        // 成本指标（0-20）分
        if word.ends(with: "）分") || word.ends(with: ")分"), let open = word.lastIndex(where: { "（(".contains($0) }) {
            word = String(word[..<open])
        }
        while let last = word.last, "）)".contains(last), let open = word.lastIndex(where: { "（(".contains($0) }),
            open > word.startIndex
        {
            let note = word[word.index(after: open)...].dropLast().drop { "权重满分共占:：".contains($0) }
            let isShare =
                note.last.map { "分%％".contains($0) } == true
                && note.dropLast().allSatisfy { $0.isDecimal || ".．-—~～至".contains($0) }
            let isNumber = !note.isEmpty && note.allSatisfy(\.isDecimal)
            guard isShare || isNumber || fillingNotes.contains(String(note)) else { break }
            word = String(word[..<open])
        }
        return word.trimmingSuffix(while: { "*★＊".contains($0) }).drop { "*★＊".contains($0) }.description
    }

    /// A sign of numbers, brackets and marks: most cells are without any.
    private static func isBesideWords(_ sign: Unicode.Scalar) -> Bool {
        switch sign {
        case "(", "（", ")", "）", "*", "★", "＊", ":", "：", "、", ".", "．", "①"..."⑳": true
        default: false
        }
    }

    /// One of the official words of level two, whole.
    static func isType(_ word: String) -> Bool {
        guard word.utf8.count <= 60, word.ends(with: "指标") || types.contains(word + "指标") else { return false }
        return types.contains(word.ends(with: "指标") ? word : word + "指标")
    }

    /// As a whole word that cannot be the name of an indicator.
    static func isTypeWithSuffix(_ text: String) -> Bool {
        let word = bare(text)
        return word.ends(with: "指标") && (types.contains(word) || word.isCategoryWord)
    }

    /// The category that a type belongs to in the tree of 财预〔2015〕88号; `nil` for a word that is no type.
    static func category(of type: String) -> String? {
        switch IndicatorKind(type: type, category: "") {
        case .quantity, .quality, .timeliness, .cost: "产出指标"
        case .economicBenefit, .socialBenefit, .ecologicalBenefit, .sustainability: "效益指标"
        case .satisfaction: "满意度指标"
        case nil: nil
        }
    }

    private static let fillingNotes: Set<String> = ["必填", "选填", "必填项", "选填项", "必选", "可选", "至少一项", "如有", "若有"]
    private static let types: Set<String> = [
        "数量指标", "质量指标", "时效指标", "成本指标", "经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标", "可持续发展指标", "服务对象满意度指标",
        "社会公众满意度指标", "经济成本指标", "社会成本指标", "生态环境成本指标", "环境效益指标", "受益对象满意度指标", "服务对象满意指标", "群众满意度指标",
        "经济效益", "可持续影响效益指标", "可持续性影响指标", "社会公众或服务对象满意度指标", "服务对象或社会公众满意度指标", "社会公众满意指标", "生态成本指标", "满意度指标",
        "公众满意度指标", "部门协助满意度指标", "产出数量指标", "产出质量指标", "产出时效指标", "产出进度指标", "产出成本指标", "计划管理指标", "资金管理指标",
        "项目管理指标", "监督检查指标", "可持续影响力指标", "政策效益指标", "环境成本指标", "自然环境成本指标", "社会、经济、生态效益指标", "社会满意度指标", "职工满意度指标",
        "经济和社会效益指标", "成本控制指标", "受益对象满意指标", "可持续性指标", "进度指标", "效率指标", "数量类指标", "质量类指标", "服务满意度指标", "生态环境效益指标", "管理对象满意度指标",
        "社会评价指标", "受益群众满意度指标",
    ]
}
