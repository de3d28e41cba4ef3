internal import GoalModel
internal import Text

/// The line above a project form: `1.村道养护绩效目标表`, `项目绩效目标申报表（2024年度）`.
struct FormTitle {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    /// Says of itself that it is the title of a table of goals.
    var isExplicit: Bool {
        guard let last = text.unicodeScalars.last, FormTitle.lasts.contains(last), text.utf8.count <= 1_500, !isContinuation
        else {
            return false
        }
        let core = FormTitle.withoutNote(text.withoutSpaces)
        return !core.dropFirst(5).isEmpty && FormTitle.endings.contains { $0.utf8.last == 0xA8 && core.ends(with: $0) }
    }

    /// `续表：…`, `（接上页）`.
    var isContinuation: Bool {
        text.utf8.count <= 300
            && ["续表", "接上页", "转下页", "续上表", "接上表", "转下表", "（续）", "(续)"].contains { text.holds($0) }
    }

    /// `续表`, `（接上页）` and nothing else: of the printed page alone.
    static func isOnlyContinuation(_ text: String) -> Bool {
        guard text.utf8.count <= 40 else { return false }
        let word = text.withoutSpaces.folded.filter { !"():".contains($0) && !$0.isDecimal }
        return ["续表", "接上页", "转下页", "续上表", "接上表", "转下表", "续"].contains(word)
    }

    /// The remark in brackets at the end, such as 2024年度.
    var note: String? {
        let head = FormTitle.withoutNote(text)
        return head == text ? nil : String(text.dropFirst(head.count)).folded.filter { !"() ".contains($0) }
    }

    /// The project's name in the title.
    var name: String {
        var rest = FormTitle.withoutNote(FormTitle.withoutAnnex(String(Numbering(text).rest).trimmed))
        if let ending = FormTitle.endings.first(where: { rest.ends(with: $0) }) {
            rest = String(Substring(rest.utf8.dropLast(ending.utf8.count)))
        }
        return rest
    }

    /// Whether it tells which project the table is of; 部门预算项目绩效目标表 and the title of a whole book do not.
    var namesProject: Bool {
        let letters = FormTitle.letters(name)
        return !letters.isEmpty && !FormTitle.isGeneric(letters)
    }

    /// The name in the title when it is another than `name`; `nil` where they agree or the title names no project.
    func contradiction(of name: String) -> String? {
        let title = self.name
        let (a, b) = (FormTitle.letters(title), FormTitle.letters(name))
        return a.isEmpty || a.holds(b) || b.holds(a) || FormTitle.isGeneric(a) ? nil : title
    }

    /// 项目, 某县某镇2024年项目: it names the kind of table, and no project.
    private static func isGeneric(_ letters: String) -> Bool {
        if generic.contains(letters) { return true }
        guard letters.holds("年") else { return false }
        if letters.prefix(4).allSatisfy(\.isDecimal), letters.dropFirst(4).first == "年" {
            let rest = letters.dropFirst(5).drop { $0 == "度" }.withoutTownAhead
            if rest.isEmpty || generic.contains(String(rest)) { return true }
        }
        guard let year = letters.lastIndex(of: "年"), letters[..<year].suffix(4).allSatisfy(\.isDecimal) else { return false }
        var rest = letters[year...].dropFirst()
        if rest.first == "度" { rest = rest.dropFirst() }
        return rest.isEmpty || generic.contains(String(rest))
    }

    /// Whether the title, or one of its lines, can be that of a project with this name.
    func fits(_ name: String) -> Bool {
        let (a, b) = (FormTitle.letters(self.name), FormTitle.letters(name))
        return !b.isEmpty && a.count <= b.count + 20 && a.holds(b)
    }

    /// The line before it joined with this, where the two together name the project and this alone does not.
    func joined(to before: String, naming name: String) -> FormTitle? {
        guard !name.isEmpty, before.utf8.count <= 300, !before.holds("。"), !text.holds("。"), !FormTitle(before).isExplicit,
            !fits(name)
        else { return nil }
        let title = FormTitle(before + text)
        return title.fits(name) ? title : nil
    }

    /// 项目支出绩效目标表 of 附件2 项目支出绩效目标表 and of 表10：项目支出绩效目标表.
    private static func withoutAnnex(_ text: String) -> String {
        guard let word = ["附件", "附表", "表"].first(where: text.begins) else { return text }
        let number = text.dropFirst(word.count).prefix { $0.isDecimal || "-—一二三四五六七八九十".contains($0) }
        guard !number.isEmpty || word != "表" else { return text }
        let rest = text[number.endIndex...].drop { $0.isWhitespace || "：:、.．".contains($0) }
        return rest.isEmpty ? text : String(rest)
    }

    /// `附件3`, alone above a title.
    static func isAttachment(_ text: String) -> Bool {
        guard text.utf8.count <= 24, text.begins(with: "附件") || text.begins(with: "附表") else { return false }
        return text.dropFirst(2).allSatisfy { $0.isDecimal || $0.isWhitespace || "：:-—一二三四五六七八九十".contains($0) }
    }

    static func letters(_ text: String) -> String {
        text.mappingScalars { $0.folded.isLetterOrNumber ? $0.folded : nil }
    }

    /// Without a year or another remark in brackets at the end, where 表 stands before it.
    private static func withoutNote(_ text: String) -> String {
        guard text.ends(with: "）") || text.ends(with: ")"), let open = text.lastIndex(where: { "（(".contains($0) }) else {
            return text
        }
        let head = String(text[..<open]).trimmed
        return head.ends(with: "表") ? head : text
    }

    /// What a title ends with; blanks may stand behind it.
    private static let lasts = ScalarSet("表）) \u{A0}".unicodeScalars)

    /// The longer before those that they end with.
    private static let endings = [
        "项目支出绩效目标申报表", "支出绩效目标申报表", "绩效目标申报表", "支出绩效目标表", "绩效目标批复表", "绩效目标汇总表", "支出绩效目标自评表", "绩效目标自评表",
        "支出绩效自评表", "绩效自评表", "支出绩效目标执行监控表", "绩效目标执行监控表", "绩效运行监控表", "绩效监控表", "支出绩效目标审批表", "绩效目标审批表",
        "绩效目标公开表", "绩效目标公示表", "绩效目标申报审核表", "绩效目标审核表", "绩效目标调整表", "支出绩效目标批复表", "绩效信息表", "绩效目标信息表", "支出绩效表",
        "绩效目标表", "绩效目标", "目标表",
    ]
    private static let generic: Set<String> = [
        "项目", "项目支出", "预算项目", "部门预算项目", "部门项目", "财政项目", "项目支出预算", "部门预算项目支出", "部门预算", "单位预算", "预算", "部门",
        "部门整体", "部门整体支出", "财政", "财政支出", "财政支出项目", "财政项目支出", "一般性项目", "一般性", "区域", "专项", "专项资金", "项目资金", "转移支付", "对下转移支付",
        "政策", "整体", "整体支出", "重点项目", "重点", "单位", "单位项目", "年度", "本级", "本级项目", "预算项目支出", "部门预算项目支出",
    ]
}

extension Unicode.Scalar {
    /// A letter or number of any script; nearly all are Chinese characters and need no look into Unicode's tables.
    fileprivate var isLetterOrNumber: Bool {
        (0x4E00...0x9FA5).contains(value) || properties.isAlphabetic || properties.numericType != nil
    }
}
