import Aggregation
import Reporting

extension TownPage {
    /// What changed since the book before, where there is one.
    var change: HTML? {
        report.change.map { change in
            """
            <section id="change"><h2>与\(change.basisTitle)相比</h2>
            <ul class="remarks">\(HTML.joined(change.sentences) { "<li>\($0)</li>" })</ul>
            \(HTML.when(!change.movements.isEmpty, movements(of: change)))
            </section>
            """
        }
    }

    private func movements(of change: BookChange) -> HTML {
        .table(
            caption: "有变动的项目（万元）", kind: "stack",
            head: [
                .column("项目"), .column("上一份", numeric: true), .column("这一份", numeric: true), .column("增减", numeric: true),
            ].joinedMarkup,
            rows: .joined(change.movements) { movement in
                """
                <tr><th scope="row" class="name">\(movement.name)</th>\
                \(HTML.figure(movement.older?.description ?? "新增", "上一份"))\
                \(HTML.figure(movement.newer?.description ?? "取消", "这一份"))\
                \(HTML.figure(movement.difference.signed, "增减"))</tr>

                """
            },
            foot: """
                <th scope="row">全部项目</th>\(HTML.figure(change.olderTotal.description, "上一份"))\
                \(HTML.figure(change.newerTotal.description, "这一份"))\(HTML.figure(change.difference.signed, "增减"))
                """)
    }
}

extension ShownAmount {
    /// With its sign, also where it is more than nothing.
    var signed: String { hundredths > 0 ? "+\(description)" : description }
}
