internal import Diagnostics
internal import GoalModel
internal import Text

/// A period that was over before the book's year began is left from an older book, or ought to be explained.
struct StalePeriod: BookRule {
    static let description = RuleDescription(
        code: "T06", id: "stale-period", title: "过期年度", level: .book, severity: .warning, criterion: .relevance,
        why: "写的期限在本年度以前就已结束，多半是沿用旧稿；如果是补付以前年度的款项，也应当说明。",
        remedy: "请改为本年度的期限；确是以前年度的事项，请写明“结转”“尾款”或补付的原因。",
        action: "更新过期的年度",
        sources: [.fiscalYear, .timelinessType],
        passing: [
            .named("2024年网格员补贴"), .named("甲村2019年度一事一议项目资金"), .named("2023年道路工程尾款"), .named("2021—2025年规划编制"),
            .named("道路修建", purpose: "冀财建〔2023〕245号"), .partOne("较2023年提高5%，2020年以来持续推进"),
            .named("2023年道路修建项目", code: "13052923P00585210142B"),
            .row(.timeliness, "完成时间", "2024年12月31日前"), .row(.quantity, "道路长度", "2023米"),
        ],
        failing: [
            .named("甲镇2022年8月1日-2023年7月31日办公楼租金", finds: .field(.name)),
            .named("办公楼租金", purpose: "2023年底前付清", finds: .field(.purpose)),
            .row(.timeliness, "完成时间", "2023年12月31日前完成", finds: .target), .named("2022年退役士兵待遇", finds: .field(.name)),
            .partOne("执行《2021预算绩效管理制度》", finds: .passage), .named("2021-2023年垃圾清运服务", finds: .field(.name)),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        guard let year = book.fiscalYear else { return }
        let reasons = scope.tables.ready.oldYearReasons
        let projects = Dictionary(book.projects.map { ($0.number, $0) }) { first, _ in first }
        var marked: Set<Int> = []
        var bare: [BookText] = []
        for text in scope.texts where text.isRead {
            let project = text.project.flatMap { projects[$0] }
            if let project, marked.contains(project.number) { continue }
            let old = YearMention.all(in: text.plain).filter { mention in
                mention.year < year && !reasons.isHit(text.reason(around: mention, in: project))
            }
            guard let first = old.first else { continue }
            if let project {
                if let over = old.first(where: { $0.isRange || $0.isDeadline }) {
                    report(
                        text.mark(
                            .over(text.plain[over.range], year, in: text.place.title), key: text.key(over),
                            anchor: text.anchor(of: over)))
                    marked.insert(project.number)
                } else if text.place == .field(.name), project.foldedFirstYear != first.year {
                    bare.append(text)
                }
            } else {
                report(
                    text.mark(
                        .old(text.plain[first.range], year, in: text.place.title), severity: .hint, remedy: StalePeriod.check,
                        key: text.key(first), anchor: text.anchor(of: first)))
            }
        }
        for text in bare where text.project.map(marked.contains) != true {
            guard let first = YearMention.all(in: text.plain).first(where: { $0.year < year }) else { continue }
            report(
                text.mark(
                    .old(text.plain[first.range], year, in: text.place.title), severity: .hint, remedy: StalePeriod.check,
                    key: text.key(first), anchor: text.anchor(of: first)))
        }
    }

    private static let check = "请核对是不是沿用旧稿；确是以前年度的事项或文件，可以保留，最好写明原因。"
}

extension BookText {
    /// Money cells, units and the grounds of values tell no period of the project.
    fileprivate var isRead: Bool {
        switch place {
        case .passage, .field(.name), .field(.purpose), .field(.goals), .cell(.name), .cell(.description), .cell(.target): true
        default: false
        }
    }

    /// Where the reason for an old year would stand: the whole of a short text, of a long one the clause; and the
    /// project's name.
    fileprivate func reason(around mention: YearMention, in project: Project?) -> PlainText {
        let near = plain.scalars.count <= 60 ? plain.scalars.indices : plain.clause(around: mention.range)
        return PlainText(plain[near] + "，" + (project?.name ?? ""))
    }

    fileprivate func key(_ mention: YearMention) -> String { place.title + plain[mention.range] }

    fileprivate func anchor(of mention: YearMention) -> String { anchor(without: [plain[mention.range]]) }
}

extension Finding.Message {
    fileprivate static func over(_ period: String, _ year: Int, in place: String) -> Self {
        "\(place)写的期限\(period.quoted)在\(year)年以前就已结束"
    }
    fileprivate static func old(_ period: String, _ year: Int, in place: String) -> Self {
        "\(place)中有以前年度\(period.quoted)，本书是\(year)年"
    }
}
