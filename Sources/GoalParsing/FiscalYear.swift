internal import Diagnostics
internal import GoalModel
internal import Text

/// The year of a book: the newest year in its project codes, confirmed by what the text says of the book itself.
struct FiscalYear {
    private(set) var year: Int?
    private(set) var basis = ""
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameters:
    ///   - passages: what the text says, searched for the book's year.
    ///   - titles: those of the forms, which may say 2024年度 behind their name.
    init(projects: [Project], passages: [Passage], titles: [Passage], path: String) {
        let fromCodes = projects.compactMap(\.firstYear).filter { (2010...2049).contains($0) }.max()
        let stated =
            (passages + titles).lazy.compactMap(Self.statement).first
            ?? (titles + passages).lazy.compactMap(Self.remark).first ?? (fromCodes == nil ? Self.named(titles, passages) : nil)
        year = fromCodes ?? stated?.year
        switch (fromCodes, stated) {
        case (let year?, let stated?) where stated.year == year:
            basis = "项目编码中最新的年度是\(year)年，与\(stated.origin)\(stated.words.quoted)一致"
        case (let year?, let stated?):
            let origin = stated.isFilledIn ? "“部门”表填的" : "正文写的"
            basis = "项目编码中最新的年度是\(year)年，\(origin)是\(stated.words.quoted)"
            diagnostics.append(
                Diagnostic(
                    .warning, id: "year-contradiction", at: stated.place,
                    "\(origin)是\(stated.words.quoted)，项目编码中最新的年度却是\(year)年", explanation: "已按\(year)年处理",
                    remedy: stated.isFilledIn ? "请核对这一格和项目编码，改成一致" : "请核对正文中的年度"))
        case (let year?, nil): basis = "项目编码中最新的年度是\(year)年"
        case (nil, let stated?): basis = "\(stated.origin)\(stated.words.quoted)（项目编码中没有年度）"
        case (nil, nil):
            diagnostics.append(
                Diagnostic(
                    .error, id: "year-unknown", at: Location(file: path), "看不出是哪个年度的目标书", explanation: "项目编码和正文里都没有年度",
                    remedy: "请在标题中写明，如“2026年部门预算绩效目标”"))
        }
    }

    /// The year that lines above a table state, the nearest first.
    static func stated(_ lines: [Passage]) -> Int? {
        lines.lazy.compactMap { remark($0) ?? named($0) }.first?.year
    }

    private struct Statement {
        let year: Int
        let words: String
        let place: Location?
        /// In the fill-in template's cell for it.
        var isFilledIn: Bool { place?.sheet == FillInTemplate.department.name }
        /// Where it stands, in words.
        var origin: String { isFilledIn ? "“部门”表的" : "正文" }
    }

    /// `2025年部门总体绩效目标`, `2025年度部门预算绩效目标`: a year that the text states for the book.
    private static func statement(_ passage: Passage) -> Statement? {
        // What a text says of the book itself it says at its beginning.
        guard passage.text.holds("年"), passage.text.holds("绩效") else { return nil }
        let text = String(passage.text.prefix(400)).folded
        for found in text.places(of: "绩效") {
            let before = text[..<found.lowerBound].suffix(16)
            guard let mark = before.lastIndex(of: "年") else { continue }
            let digits = arabic(before[..<mark].suffix(4))
            let between = before[before.index(after: mark)...].drop { $0 == "度" || $0.isWhitespace }
            guard digits.count == 4, let year = Int(digits), (2010...2049).contains(year), isTitle(between),
                let ending = ["绩效目标", "绩效文本", "绩效预算"].first(where: { text[found.lowerBound...].begins(with: $0) })
            else {
                continue
            }
            return Statement(year: year, words: before[..<mark].suffix(4) + before[mark...] + ending, place: passage.location)
        }
        return nil
    }

    /// `（2024年度）`, alone or behind a title.
    private static func remark(_ passage: Passage) -> Statement? {
        guard passage.text.utf8.count <= 300, passage.text.holds("年"), mayEndRemark(passage.text) else { return nil }
        var note = FormTitle(passage.text).note ?? passage.text.withoutSpaces.folded.filter { !"()".contains($0) }
        if let colon = note.firstIndex(of: ":"), FormLead.yearLabels.contains(String(note[..<colon])) {
            note = String(note[note.index(after: colon)...])
            if note.utf8.count == 4 { note += "年" }
        }
        let digits = arabic(note.prefix(4))
        // 2025年1—6月: of a form of monitoring.
        let rest = String(note.dropFirst(4))
        let isPartOfYear =
            rest.begins(with: "年") && rest.ends(with: "月")
            && rest.dropFirst().dropLast().allSatisfy { $0.isDecimal || "-—~至".contains($0) }
        guard ["年", "年度"].contains(rest) || isPartOfYear, digits.allSatisfy(\.isDecimal), let year = Int(digits),
            (2010...2049).contains(year)
        else { return nil }
        return Statement(year: year, words: note, place: passage.location)
    }

    /// A year, a month or a number is the last of a remark, whatever brackets and blanks stand behind it.
    private static func mayEndRemark(_ text: String) -> Bool {
        let last = text.unicodeScalars.last { !$0.isBlank && !["(", ")", "（", "）"].contains($0) }
        return last.map { $0 == "年" || $0 == "度" || $0 == "月" || $0.isDecimal } ?? false
    }

    /// The year of a title, or of a short line that speaks of a budget or of goals: only where nothing else tells.
    private static func named(_ titles: [Passage], _ passages: [Passage]) -> Statement? {
        titles.lazy.compactMap(named).first
            ?? passages.lazy.filter { $0.text.utf8.count <= 200 && ($0.text.holds("预算") || $0.text.holds("绩效")) }
            .compactMap(named).first
    }

    /// `2025年农村水利资金绩效目标表`: the only year that a title names.
    private static func named(_ title: Passage) -> Statement? {
        guard title.text.utf8.count <= 300, title.text.holds("年") else { return nil }
        let text = title.text.withoutSpaces.folded
        var years: [(year: Int, words: String)] = []
        for mark in text.indices where text[mark] == "年" {
            let digits = arabic(text[..<mark].suffix(4))
            // 2026—2028年 names no single year.
            let before = text[..<mark].dropLast(4).last
            guard before.map({ "-—~～至".contains($0) }) != true, digits.utf8.count == 4, digits.utf8.allSatisfy(\.isDigit),
                let year = Int(digits), (2010...2049).contains(year)
            else {
                continue
            }
            years.append((year, digits + "年"))
        }
        guard let first = years.first, Set(years.map(\.year)).count == 1 else { return nil }
        return Statement(year: first.year, words: first.words, place: title.location)
    }

    /// `二〇二四` in digits.
    private static func arabic(_ text: Substring) -> String {
        String(text.map { digits[$0] ?? $0 })
    }

    private static let digits: [Character: Character] = [
        "〇": "0", "○": "0", "零": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6", "七": "7", "八": "8", "九": "9",
    ]

    /// What may stand between the year and 绩效目标: 部门预算, 石溪乡项目支出.
    private static func isTitle(_ words: Substring) -> Bool {
        titleWords.contains(String(words)) || titleWords.contains(String(words.withoutTownAhead))
    }

    private static let titleWords: Set<String> = [
        "", "部门", "部门总体", "部门整体", "部门预算", "部门预算项目", "预算", "预算项目", "总体", "整体", "单位", "单位预算", "部门支出", "部门整体支出", "项目", "项目支出",
        "预算项目支出", "项目预算", "项目支出预算", "部门项目", "部门项目支出", "部门预算项目支出", "部门预算支出",
    ]
}
