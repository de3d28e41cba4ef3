public import Aggregation
internal import Diagnostics
public import GoalModel

/// One thing that differs between two books, as lists of changes show it.
public struct ChangeDetail: Hashable, Sendable {
    /// `项目`, `金额`, `支出计划`, `指标` or `问题`.
    public var subject: Subject
    /// The project; empty for the book as a whole.
    public var project: String
    /// What it is within the project, such as an indicator's name.
    public var item: String
    public var kind: Kind
    /// Empty where there was nothing.
    public var older: String
    /// Empty where there is nothing.
    public var newer: String

    public enum Subject: String, Hashable, Sendable, CaseIterable {
        case project = "项目"
        case money = "金额"
        case plan = "支出计划"
        case indicator = "指标"
        case finding = "问题"
    }

    public enum Kind: String, Hashable, Sendable {
        case added = "新增"
        case dropped = "取消"
        case changed = "修改"
        case fixed = "改好"
        case gone = "随项目取消"
        case new = "新出现"
        /// The target asks for less than was reached before.
        case easier = "低于实际完成"
    }
}

extension BookChange {
    /// Everything that differs: projects, money, plans, indicators, findings; remaining findings are no change.
    public var details: [ChangeDetail] {
        projectDetails + revisions.flatMap(\.details) + easierDetails + findings.details(older, newer)
    }

    private var easierDetails: [ChangeDetail] {
        easier.map { row in
            ChangeDetail(
                subject: .indicator, project: row.projectName, item: "第\(row.number)行 \(row.title)", kind: .easier,
                older: "\(basisTitle)完成\(row.reached)", newer: "目标\(row.row[.target])")
        }
    }

    private var projectDetails: [ChangeDetail] {
        added.map { ChangeDetail(subject: .project, project: $0.name, item: "", kind: .added, older: "", newer: words($0.newer)) }
            + dropped.map {
                ChangeDetail(subject: .project, project: $0.name, item: "", kind: .dropped, older: words($0.older), newer: "")
            }
    }

    private func words(_ amount: ShownAmount?) -> String { amount.map { "\($0)万元" } ?? "" }
}

extension ProjectRevision {
    fileprivate var details: [ChangeDetail] {
        var details: [ChangeDetail] = []
        func add(_ subject: ChangeDetail.Subject, _ item: String, _ before: String, _ after: String) {
            details.append(
                ChangeDetail(subject: subject, project: newer.name, item: item, kind: .changed, older: before, newer: after))
        }
        if isRenamed { add(.project, "项目名称", older.name, newer.name) }
        var amounts = [("预算数", older.budget, newer.budget)]
        // Where all of the money is fiscal that says the same again.
        if older.fiscalFunds != older.budget || newer.fiscalFunds != newer.budget {
            amounts.append(("财政资金", older.fiscalFunds, newer.fiscalFunds))
        }
        amounts.append(("其他资金", older.otherFunds, newer.otherFunds))
        for (title, before, after) in amounts where before != after { add(.money, title, amount(before), amount(after)) }
        if hasNewPlan { add(.plan, "", older.plan.words, newer.plan.words) }
        func row(_ row: Edition.Row, _ kind: ChangeDetail.Kind) {
            let words = row.words
            details.append(
                ChangeDetail(
                    subject: .indicator, project: newer.name, item: row.title, kind: kind, older: kind == .dropped ? words : "",
                    newer: kind == .added ? words : ""))
        }
        for added in addedRows { row(added, .added) }
        for dropped in droppedRows { row(dropped, .dropped) }
        for change in changedRows {
            let titles = change.fields.count > 1
            func words(_ row: Edition.Row) -> String {
                change.fields.map { (titles ? $0.title + "：" : "") + (row[$0].isEmpty ? "空" : row[$0]) }.joined(separator: "\n")
            }
            let field = change.fields.count == 1 ? change.fields.first.map { "（\($0.title)）" } ?? "" : ""
            add(.indicator, change.newer.title + field, words(change.older), words(change.newer))
        }
        return details
    }

    private func amount(_ money: Money?) -> String { money.map { "\(ShownAmount($0))万元" } ?? "空" }
}

extension FindingChange {
    fileprivate func details(_ older: Edition, _ newer: Edition) -> [ChangeDetail] {
        func name(_ finding: Edition.Finding, _ edition: Edition) -> String {
            finding.project.flatMap { edition.projects.indices.contains($0) ? edition.projects[$0].name : nil } ?? ""
        }
        func before(_ kind: ChangeDetail.Kind) -> (Edition.Finding) -> ChangeDetail {
            { finding in
                ChangeDetail(
                    subject: .finding, project: name(finding, older), item: finding.title, kind: kind, older: finding.message,
                    newer: "")
            }
        }
        return new.map { finding in
            ChangeDetail(
                subject: .finding, project: name(finding, newer), item: finding.title, kind: .new, older: "",
                newer: finding.message)
        } + fixed.map(before(.fixed)) + gone.map(before(.gone))
    }
}

extension Edition.Finding {
    /// `错误 I03`, `错误 读取`.
    fileprivate var title: String { "\(severity.title) \(code ?? "读取")" }
}

extension Edition.Row {
    /// The row's name, or what stands in its place.
    var title: String { [self[.name], self[.type], self[.category]].first { !$0.isEmpty } ?? "" }

    fileprivate var words: String {
        [self[.type], self[.name], self[.target]].filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension SpendingPlan {
    /// `3月底25%、6月底50%`; a blank is told as one.
    public var words: String {
        points.map { "\($0.by.title)\($0.percent.map { "\($0)" } ?? "空")" }.joined(separator: "、")
    }
}
