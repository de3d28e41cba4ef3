internal import Aggregation
internal import Reporting
internal import Tables

/// What changed, as tables of a page.
enum ChangeTables {
    /// The projects whose money changed, the greatest difference first.
    static func movements(of change: BookChange) -> HTML {
        .table(
            ChangeLists([(nil, change)]).money, caption: "有变动的项目（万元）", kind: "stack", labelled: nil)
    }

    /// What differs of one kind; nothing where nothing does.
    static func details(_ details: [ChangeDetail], of subject: ChangeDetail.Subject) -> HTML {
        if details.isEmpty { return .empty }
        let list = ChangeLists.list(details.map { (nil, $0) })
        return .table(
            details.contains { !$0.item.isEmpty } ? list : list.only("project", "kind", "older", "newer"),
            caption: "\(subject.rawValue)（\(details.count)处）", kind: "stack", labelled: nil,
            looks: [
                "project": { HTML(text: $0.detail.project.isEmpty ? "全书" : $0.detail.project) },
                "older": { lines($0.detail.older) }, "newer": { lines($0.detail.newer) },
            ])
    }

    /// Lines stay lines.
    private static func lines(_ text: String) -> HTML {
        let lines = text.isEmpty ? ["—"] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        return .joined(lines.enumerated()) { index, line in "\(HTML.when(index > 0, "<br/>"))\(line)" }
    }
}
