internal import Diagnostics
internal import GoalModel
internal import Text

/// A 乡 that calls itself 我镇 has copied another's text.
struct WrongKindOfUnit: BookRule {
    static let description = RuleDescription(
        code: "T05", id: "wrong-kind-of-unit", title: "单位称谓不符", level: .book, severity: .warning, criterion: .relevance,
        why: "本单位是乡却写“我镇”，是镇却写“全乡”，多半是抄了别处的文字，内容未必适合本单位。", remedy: "请改为本单位的称谓，并核对这段文字是否符合本单位的情况。",
        action: "统一乡、镇的称谓",
        sources: [.dutiesRelated, .townDuties],
        passing: [
            .partOne(of: .town, "为全镇经济发展提供保障"), .partOne(of: .township, "全乡11个村"), .partOne(of: .town, "健全乡村治理体系，发扬本乡本土文化"),
            .partOne(of: .township, "乡镇政府服务能力"), .partOne(of: .town, "健全乡镇干部管理"), .partOne(of: .town, "与城关街道办事处共建"),
            .partOne(of: .subdistrict, "办事处值班工作"),
        ],
        failing: [
            .partOne(of: .town, "为全乡经济发展提供保障", finds: .passage),
            .partOne(of: .township, "创建我镇特色", "加强办事处值班", finds: .passage, .passage),
            .partOne(of: .township, "反映全\n镇政务公开程度", finds: .passage), .partOne(of: .town, "规范乡级组织的职能", finds: .passage),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        guard let kind = book.kind else { return }
        var lastRow: [Int] = []
        for text in scope.texts where text.place != .field(.unit) && text.place != .field(.name) {
            let hits = scope.tables.ready.unitWords.hits(in: text.plain, of: kind)
            guard let first = hits.first else { continue }
            if let project = text.project, let row = text.row {
                if lastRow == [project, row] { continue }
                lastRow = [project, row]
            }
            let isCertain = hits.contains(where: \.isCertain)
            report(
                text.mark(
                    .wrongKind(hits.map(\.word), kind, in: text.place.title), severity: isCertain ? nil : .hint,
                    remedy: isCertain ? nil : "\(first.word.quoted)也可作统称；如果指本单位，请改为“\(kind.rawValue)级”。",
                    key: text.place.title + hits.map(\.word).joined() + String(text.text.prefix(20)),
                    anchor: text.anchor(without: hits.map(\.word))))
        }
    }
}

extension Finding.Message {
    fileprivate static func wrongKind(_ words: [String], _ kind: TownKind, in place: String) -> Self {
        "本单位是\(kind.rawValue)，\(place)中写的是\(words.map(\.quoted).joined(separator: "、"))"
    }
}
