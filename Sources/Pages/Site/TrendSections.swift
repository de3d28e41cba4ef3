internal import Charts
internal import Reporting
internal import Tables

extension TownPage {
    /// Score and errors over the nights, where there are several.
    var trend: HTML? {
        report.trend.map { trend in
            """
            <section id="trend"><h2>得分和错误的变化</h2>
            <p class="lead">\(trend.sentence)</p>
            \(TrendChart(trend).scene.smallSVG(class: "spark"))
            <p class="meta">实线是得分，虚线是错误数，各用各的刻度。</p>
            </section>
            """
        }
    }
}

extension CountyPage {
    /// So many towns are enough to see who moved.
    private static var most: Int { 30 }

    /// The towns that improved or fell back over the nights.
    var movements: HTML? {
        county.movementSentence.map { sentence in
            """
            <section id="movement"><h2>谁进步了</h2>
            <p class="lead">\(sentence)</p>
            \(movementTable)
            <p class="meta">实线是得分，虚线是错误数，各用各的刻度。\(rest)</p>
            </section>
            """
        }
    }

    private var rest: String {
        county.movers.count > Self.most ? "只列出进步最多的\(Self.most)个，其余见各乡镇的网页。" : ""
    }

    private var movementTable: HTML {
        HTML.table(
            Array(county.movers.prefix(Self.most)),
            [
                Column("乡镇", "town") { $0.town }, Column("得分", "scores") { $0.trend?.scoreWords },
                Column("错误", "errors") { $0.trend?.errorWords }, Column("走势", "trend") { _ in "" },
            ], caption: "得分和错误的变化（进步多的在前）", kind: "stack", labelled: ["scores", "errors"],
            looks: [
                "town": { link($0.folder, nil, "\($0.town)") },
                "trend": { row in row.trend.map { TrendChart($0).scene.smallSVG(class: "spark") } ?? .empty },
            ])
    }
}
