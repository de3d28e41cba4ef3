internal import Text

extension Target {
    /// Whether the rest of a cell is nothing but a grade word: 优, 良以上, 优良, 达成, 较高.
    static func isGrade(_ start: ScalarReader) -> Bool {
        var reader = start
        guard reader.takeFirst(of: grades) != nil else { return false }
        _ = reader.takeFirst(of: ["等级", "等次", "档次"])
        _ = reader.takeFirst(of: ["及以上", "以上", "及其以上"])
        _ = reader.takeFirst(of: ["等级", "等次", "档次"])
        _ = reader.takeFirst(of: ["。", ".", ";"])
        return reader.isAtEnd
    }

    /// Longer words stand before those that they begin with.
    private static let grades = [
        "优秀", "优良", "优等", "优", "良好", "良等", "良", "中等", "中", "及格", "不及格", "合格", "不合格", "达标", "不达标", "差",
        "基本达成预期指标", "部分达成预期指标", "达成预期指标", "未达成预期指标", "基本达成", "部分达成", "未达成", "达成", "很高", "较高",
        "高", "较低", "低", "很好", "较好", "好", "一般", "较大", "大", "非常显著", "比较显著", "较显著", "显著", "非常明显", "比较明显",
        "较明显", "明显", "较强", "强", "非常满意", "比较满意", "较满意", "基本满意", "满意", "有效",
    ]

    /// The units that a value cell can consist of when its number was forgotten.
    static let bareUnits = BareUnits()

    struct BareUnits: Sendable {
        private let words: Set<String> = [
            "元", "万元", "亿元", "千元", "百元", "%", "‰", "百分比", "百分点", "个", "人", "人次", "次", "户", "亩", "村", "家", "项", "件",
            "处", "座", "台", "套", "辆", "盏", "棵", "株", "头", "场", "场次", "批", "批次", "期", "份", "名", "位", "条", "块", "吨", "千克",
            "公斤", "米", "平方米", "㎡", "m²", "立方米", "公里", "千米", "平方公里", "公顷", "度", "千瓦时", "年", "月", "个月", "季度", "周",
            "日", "天", "小时", "分钟", "工作日", "个工作日", "分",
        ]

        /// Whether every part between slashes is a unit, perhaps of so many at once: 万亩, 千人.
        func hold(_ text: String) -> Bool {
            let parts = text.withoutSpaces.split(separator: "/", omittingEmptySubsequences: false)
            return parts.allSatisfy { part in
                // The longest unit takes twelve bytes.
                if part.utf8.count <= 12, words.contains(String(part)) { return true }
                guard let first = part.first, "十百千万亿".contains(first) else { return false }
                let unit = part.drop { "十百千万亿".contains($0) }
                return unit.count < part.count && unit != "分" && words.contains(String(unit))
            }
        }
    }
}
