public import Aggregation
public import Diagnostics
public import GoalModel
public import Linting

extension Report {
    /// The town, or what stands in its place when the book does not name it.
    public var town: String {
        Report.townName(book.town, unit: book.unit)
    }

    /// A town's name, or what stands in its place.
    public static func townName(_ town: String, unit: BudgetUnit) -> String {
        [town, unit.name, unit.code ?? ""].first { !$0.isEmpty } ?? "未写明乡镇"
    }

    /// `2024年`, or `年度不明`.
    public var year: String {
        Report.yearName(book.fiscalYear)
    }

    /// `2024年`, or `年度不明`.
    public static func yearName(_ year: Int?) -> String {
        year.map { "\($0)年" } ?? "年度不明"
    }

    /// Each source with what was recognised in it, such as `甲镇.txt（UTF-8，去除书签12处、域代码3处）`.
    public var sourceSentences: [String] {
        book.sources.map { source in
            let marks = [
                (source.stripped.bookmarks, "书签"), (source.stripped.fields, "域代码"), (source.stripped.noBreakSpaces, "不间断空格"),
                (source.stripped.controls, "控制字符"), (source.stripped.pageNumbers, "页码"),
            ]
            let words = marks.filter { $0.0 > 0 }.map { "\($1)\($0)处" }
            return "\(source.path)（\(source.encoding)\(words.isEmpty ? "" : "，去除" + words.joined(separator: "、"))）"
        }
    }

    /// What to say where the things to do would stand, when there are none.
    public var allClear: String {
        if book.projects.isEmpty { return "没有读到项目绩效目标表，请核对报送的文件。" }
        return counts.hints == 0 ? "没有需要改正的地方，可以按程序报送。" : "没有必须改正的地方；提示供下次编报时参考。"
    }

    /// The plan in one sentence: how far by mid-year against an even pace, and what is odd about the plans.
    public var scheduleSentence: String {
        guard let middle = schedule.points.last(where: { $0.evenShare <= Share(tenths: 500) }) ?? schedule.points.first else {
            return "没有支出计划。"
        }
        let gap = middle.share - middle.evenShare
        let pace = gap == .zero ? "与均衡进度相同" : "比均衡进度\(gap > .zero ? "快" : "慢")\(gap.magnitude.digits)个百分点"
        return "计划到\(middle.by.title)支出\(middle.share)，\(pace)。"
    }

    /// What stands out in single plans; empty when nothing does.
    public var scheduleRemarks: [String] {
        let all = book.projects.count
        let remarks = [
            (schedule.mechanical, "个项目按25%、50%、75%、100%平均分解（共\(all)个项目）"),
            (schedule.allAtEnd, "个项目全部集中在最后一个时点支出"),
            (schedule.unfinished, "个项目的计划没有达到100%"),
        ]
        return remarks.filter { !$0.0.isEmpty }.map { "\($0.count)\($1)" }
    }

    /// What is due next, when a day was given; `nil` when none was or nothing is left.
    public var nextDue: String? {
        schedule.next.map { due in
            "下一时点\(due.by.title)：本期计划支出\(due.amount)万元，涉及\(due.projects.count)个项目。"
        }
    }

    /// How the money is spread, in one sentence.
    public var fundingSentence: String {
        if funding.projects.isEmpty { return "没有读到项目。" }
        if funding.projects.count <= 10 { return "共\(funding.projects.count)个项目，预算\(funding.total)万元。" }
        return "最大的10个项目合计\(funding.topTenAmount)万元，占\(funding.topTenShare)。"
    }

    /// Where all of the money comes from a single source, that in a sentence; empty where it is of several.
    public var sourceSentence: String {
        let (given, others) = (funding.bySource.filter { $0.projects > 0 }, funding.bySource.filter { $0.projects == 0 })
        guard given.count == 1, given[0].amount.exact == funding.total.exact else { return "" }
        let nothing = others.map { "，\($0.label)\($0.amount)万元（\($0.projects)个项目）" }.joined()
        return "按资金来源：全部是\(given[0].label)\(nothing)。"
    }

    /// The lists of the funding, each with what it goes by.
    public var fundingLists: [(title: String, parts: [Funding.Part])] {
        [
            ("按项目类别", funding.byKind), ("按资金来源", funding.bySource), ("按项目规模", funding.bands), ("按设立年份", funding.byAge),
        ]
    }

    /// What most of the money is for, in one sentence.
    public var kindSentence: String {
        let greatest = funding.byKind.prefix(2).filter { $0.amount.exact > .zero }
        if funding.projects.isEmpty { return "没有读到项目。" }
        if greatest.isEmpty { return "没有读到预算数。" }
        return greatest.map { "\($0.label)\($0.projects)个项目，占\($0.share)" }.joined(separator: "；") + "。"
    }

    /// What the town's score lacks to 100; `nil` where there is no score.
    public var lostPoints: Points? { quality.score.map { .full - $0 } }

    /// Where the hundred points are: the score, then what each dimension of the review with findings loses, the most first;
    /// `nil` where there is no score.
    public var scoreParts: [(title: String, points: Points, findings: Int?)]? {
        guard let score = quality.score else { return nil }
        let lost = quality.dimensions.filter { $0.points > .zero || $0.findings > 0 }.greatestFirst(by: \.points)
        return [("得分", score, nil)] + lost.map { ("\($0.criterion.rawValue)失", $0.points, $0.findings) }
    }

    /// How many rows are measurable and how many are copied, in one sentence.
    public var qualitySentence: String {
        "共\(quality.rows)行指标，其中\(quality.quantifiedRows)行有数值，\(quality.copiedRows)行与其他项目整套雷同。"
    }
}

extension Report {
    /// The findings of each project, those of a group at every one of its projects.
    public var findingsByProject: [Int: [Finding]] {
        var result: [Int: [Finding]] = [:]
        for finding in findings {
            for project in Set([finding.project].compactMap(\.self) + finding.projects) {
                result[project, default: []].append(finding)
            }
        }
        return result
    }
}

extension Project {
    /// The plan's cell with this index as it is shown: the percentage, or what is printed in its place.
    public func planText(_ index: Int) -> String {
        let printed = raw.plan.indices.contains(index) ? raw.plan[index] : ""
        let percent = plan.points.indices.contains(index) ? plan.points[index].percent : nil
        return percent.map { "\($0)" } ?? (printed.isEmpty ? "空" : printed)
    }
}

/// How much was found of one severity.
public struct SeverityCount: Hashable, Sendable {
    public var severity: Severity
    public var count: Int
    public var projects: Int
}

extension Report {
    /// What was found of each severity, the gravest first, also where nothing was; with the places that could not be read.
    public var severityCounts: [SeverityCount] {
        Severity.allCases.sorted(by: >).map { severity in
            let found = findings.filter { $0.severity == severity }
            return SeverityCount(severity: severity, count: counts[severity], projects: Set(found.flatMap(\.projects)).count)
        }
    }

    /// What was found in each project, by its number; a finding of a group counts at every one of its projects.
    public var countsByProject: [Int: FindingCounts] {
        findingsByProject.mapValues { FindingCounts($0) }
    }
}
