internal import Aggregation
internal import Reporting

/// What changed, as tables of a page.
enum ChangeTables {
    /// The projects whose money changed, the greatest difference first.
    static func movements(of change: BookChange) -> HTML {
        .table(
            caption: "有变动的项目（万元）", kind: "stack",
            head: [
                .column("项目"), .column("原来", numeric: true), .column("现在", numeric: true), .column("增减", numeric: true),
            ].joinedMarkup,
            rows: .joined(change.movements) { movement in
                """
                <tr><th scope="row" class="name">\(movement.name)</th>\
                \(HTML.figure(movement.older?.description ?? "新增", "原来"))\
                \(HTML.figure(movement.newer?.description ?? "取消", "现在"))\
                \(HTML.figure(movement.difference.signed, "增减"))</tr>

                """
            },
            foot: """
                <th scope="row">全部项目</th>\(HTML.figure(change.olderTotal.description, "原来"))\
                \(HTML.figure(change.newerTotal.description, "现在"))\(HTML.figure(change.difference.signed, "增减"))
                """)
    }

    /// What differs of one kind; nothing where nothing does.
    static func details(_ details: [ChangeDetail], of subject: ChangeDetail.Subject) -> HTML {
        if details.isEmpty { return .empty }
        let hasItems = details.contains { !$0.item.isEmpty }
        let table = HTML.table(
            caption: "\(subject.rawValue)（\(details.count)处）", kind: "stack",
            head: [
                .column("项目"), HTML.when(hasItems, .column("内容")), .column("变化"), .column("原来"), .column("现在"),
            ].joinedMarkup,
            rows: .joined(details) { detail in
                """
                <tr><th scope="row" class="name">\(detail.project.isEmpty ? "全书" : detail.project)</th>\
                \(HTML.when(hasItems, "<td data-label=\"内容\">\(detail.item)</td>"))\
                <td data-label="变化">\(detail.kind.rawValue)</td>\(text(detail.older, "原来"))\(text(detail.newer, "现在"))</tr>

                """
            })
        return table
    }

    /// Lines stay lines.
    private static func text(_ text: String, _ label: String) -> HTML {
        let lines = text.isEmpty ? ["—"] : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let marked = HTML.joined(Array(lines.enumerated())) { index, line in
            "\(HTML.when(index > 0, "<br/>"))\(line)"
        }
        return "<td data-label=\"\(label)\">\(marked)</td>"
    }
}
