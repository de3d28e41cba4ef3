internal import Diagnostics
internal import GoalModel

/// Two projects that buy different things cannot be measured by the very same list.
struct IndicatorSetCopied: BookRule {
    static let description = RuleDescription(
        code: "D01", id: "indicator-set-copied", title: "指标整套雷同", level: .book, severity: .warning, criterion: .relevance,
        why: "几个项目的指标类别、名称、描述和指标值完全一样，说明是照抄的，反映不出各项目的特点。", remedy: "请按各项目的实际内容分别设定指标，至少数量和成本指标应体现本项目的产出。",
        action: "给雷同的项目分别写指标",
        sources: [.pointed, .guidePrinciples],
        passing: [
            .projects([["数量指标 防火宣传次数 ≥4次", "质量指标 宣传覆盖率 ≥95%"], ["数量指标 防汛演练次数 ≥2次", "质量指标 宣传覆盖率 ≥95%"]]),
            .projects([[], []]), .table(["数量指标|服务村数||52个|台账"]),
        ],
        failing: [
            .projects(
                [["数量指标 服务村数 52个", "质量指标 合格率 ≥95%"], ["数量指标 人数 5人"], ["数量指标 服务村数 52个", "质量指标 合格率 ≥95%"]],
                finds: .field(.title)),
            .projects(
                [["数量指标 服务村数 52个", "质量指标 合格率 ≥95%"], ["数量指标 服务村数 52个", "质量指标 合格率"]], finds: .field(.title)),
        ])

    func check(_ book: GoalBook, in scope: RuleInput, report: (Violation) -> Void) {
        for group in CopiedSets(in: book).groups {
            guard let first = group.first else { continue }
            report(
                Violation(
                    .copied(group.map(\.number), rows: first.indicators.count), at: .field(.title), project: first.number,
                    group: group.map(\.number), key: CopiedSets.signature(of: first).joined(separator: "｜")))
        }
    }
}

/// The projects of a book whose whole indicator list also stands in another project.
struct CopiedSets {
    /// Each with two projects or more, in the order of the book.
    let groups: [[Project]]

    init(in book: GoalBook) {
        var order: [UInt64] = []
        var projects: [UInt64: [Project]] = [:]
        for project in book.projects where !project.indicators.isEmpty {
            // Hashing one number is far cheaper than hashing the texts.
            var fingerprint = Fingerprint()
            for text in CopiedSets.signature(of: project) { fingerprint.add(text) }
            let signature = fingerprint.value
            if projects[signature] == nil { order.append(signature) }
            projects[signature, default: []].append(project)
        }
        let exact = order.compactMap { projects[$0] }
        groups = CopiedSets.joining(exact).filter { $0.count > 1 }
    }

    /// A cell that was left empty makes no list another one.
    private static func joining(_ groups: [[Project]]) -> [[Project]] {
        guard groups.contains(where: { $0.first?.indicators.contains(where: \.lacksWords) == true }) else { return groups }
        var groups = groups
        let lists = groups.map { $0.first.map(signature) ?? [] }
        let filled = lists.map { list in list.count { !$0.isEmpty } }
        // Only lists of as many rows can be one.
        let alike = Dictionary(grouping: lists.indices) { lists[$0].count }
        for index in lists.indices.reversed() where filled[index] < lists[index].count {
            let whole = alike[lists[index].count]?.first { other in
                filled[other] > filled[index] && (filled[other] - filled[index]) * 4 <= filled[other]
                    && !groups[other].isEmpty && zip(lists[index], lists[other]).allSatisfy { $0 == $1 || $0.isEmpty }
            }
            guard let whole else { continue }
            groups[whole] = (groups[whole] + groups[index]).sorted { $0.number < $1.number }
            groups[index] = []
        }
        return groups.sorted { ($0.first?.number ?? .max) < ($1.first?.number ?? .max) }
    }

    static func signature(of project: Project) -> [String] {
        var texts: [String] = []
        texts.reserveCapacity(project.indicators.count * 4)
        for row in project.indicators {
            texts.append(row.type.compact)
            texts.append(row.name.compact)
            texts.append(row.description.compact)
            texts.append(row.target.text.compact)
        }
        return texts
    }
}

extension Indicator {
    /// Whether one of the cells by which rows are compared is empty.
    fileprivate var lacksWords: Bool { type.isEmpty || name.isEmpty || description.isEmpty || target.text.isEmpty }
}

extension Finding.Message {
    fileprivate static func copied(_ numbers: [Int], rows: Int) -> Self {
        "项目\(numbers.map(String.init).joined(separator: "、"))的\(rows)条指标完全相同"
    }
}
