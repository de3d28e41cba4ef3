internal import Aggregation
internal import BookLayout
internal import Charts
internal import Foundation
internal import GoalModel
internal import Linting
internal import Reporting
internal import Text

extension BriefComposer {
    /// How much the second page says at most.
    struct BackLength {
        /// Rows of the projects that moved most, when there is something to compare with.
        var movements: Int
        /// Rules by lost points.
        var losses: Int
        /// Whether sources of money and planned sums stand as tables, too.
        var tables: Bool
        /// Lines of what the brief was made from.
        var sources: Int
    }

    static let backLengths = [
        BackLength(movements: 8, losses: 6, tables: true, sources: 3),
        BackLength(movements: 5, losses: 5, tables: true, sources: 2),
        BackLength(movements: 8, losses: 6, tables: false, sources: 3),
        BackLength(movements: 5, losses: 5, tables: false, sources: 2),
        BackLength(movements: 3, losses: 5, tables: false, sources: 2),
        BackLength(movements: 0, losses: 4, tables: false, sources: 1),
    ]

    /// The greatest projects, where the score is lost, what changed.
    func back(_ length: BackLength, _ setter: inout BriefSetter) -> Sheet {
        var sections = [projects(&setter), quality(length, &setter)]
        if let change = report.change { sections.append(self.change(change, length, &setter)) }
        if length.tables { sections.append(tables(&setter)) }
        return Sheet(sections: sections.filter { $0.height > 0 }, foot: foot(length, &setter))
    }

    private func projects(_ setter: inout BriefSetter) -> Galley {
        let count = report.funding.topTen.count
        let title = count < 2 ? "项目" : count == report.funding.projects.count ? "全部项目" : "最大的\(count)个项目"
        var galley = setter.heading(title, width: width)
        galley.append(setter.paragraph(report.fundingSentence, type.body, width: width, lines: 2), gap: 2 * type.scale)
        guard count > 0 else { return galley }
        var chart = ReportCharts(report, width: width / type.chartScale).topTen()
        chart.labelRoom = 330
        chart.keepsLabelsBeside = true
        chart.pitch = 28
        galley.append(setter.figure(chart.scene))
        return galley
    }

    private func quality(_ length: BackLength, _ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        var galley = setter.heading("指标质量：分数失在哪里", width: width)
        galley.append(
            setter.paragraph(report.qualitySentence, type.body, width: width, lines: 3, alignment: .justified),
            gap: 2 * scale)
        guard report.lostPoints != nil else { return galley }
        let losses = report.quality.losses.filter { $0.points > .zero }.prefix(length.losses)
        galley.append(setter.figure(ReportCharts(report, width: width / type.chartScale).score()), gap: 4 * scale)
        if !losses.isEmpty {
            let table = BriefTable(
                heads: ["失分最多的规则", "处数", "失分"],
                rows: losses.map { ["\($0.code) \($0.title)", "\($0.findings)", $0.points.description] })
            galley.append(table.galley(width: width, &setter), gap: 4 * scale)
        }
        return galley
    }

    private func change(_ change: BookChange, _ length: BackLength, _ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        var galley = setter.heading("与\(change.basisTitle)相比", width: width)
        galley.append(
            setter.paragraph(change.sentences.joined(), type.body, width: width, lines: 4, alignment: .justified), gap: 2 * scale)
        let movements = change.movements.prefix(length.movements)
        guard !movements.isEmpty else { return galley }
        let table = BriefTable(
            heads: ["变动最大的项目", change.basisTitle, "本次", "增减"],
            rows: movements.map { movement in
                [
                    movement.name, movement.older?.description ?? "—", movement.newer?.description ?? "—",
                    (movement.difference.exact > .zero ? "+" : "") + movement.difference.description,
                ]
            })
        galley.append(table.galley(width: width, &setter), gap: 4 * scale)
        return galley
    }

    /// Where the money comes from, and what is planned by when.
    private func tables(_ setter: inout BriefSetter) -> Galley {
        let funding = report.funding
        guard !funding.projects.isEmpty else { return Galley() }
        let scale = type.scale
        var sources = setter.heading("资金来源", width: half)
        let present = funding.bySource.filter { $0.amount.exact != .zero }
        if present.count < 2 {
            let words = present.first.map { "全部为\($0.label)，共\($0.amount)万元。" } ?? "没有读到金额。"
            sources.append(setter.paragraph(words, type.body, width: half, lines: 2), gap: 3 * scale)
        } else {
            let rows = funding.bySource.map { [$0.label, $0.amount.description, $0.share.description] }
            let total = ["合计", funding.total.description, funding.total.exact > .zero ? "100.0%" : "—"]
            let table = BriefTable(heads: ["来源", "金额", "占比"], rows: rows + [total])
            sources.append(table.galley(width: half, &setter), gap: 3 * scale)
        }
        var plan = setter.heading("累计支出计划", width: half)
        let points = report.schedule.points.evenly(6)
        if points.isEmpty {
            plan.append(setter.paragraph(report.scheduleSentence, type.body, width: half, lines: 2), gap: 3 * scale)
        } else {
            // The shares stand in the chart on the first page.
            let rows = points.map { [$0.by.title, $0.added.description, $0.planned.description] }
            let table = BriefTable(heads: ["时点", "本期", "累计"], rows: rows)
            plan.append(table.galley(width: half, &setter), gap: 3 * scale)
        }
        sources.place(plan, x: width - half, y: 0)
        return sources
    }

    private func foot(_ length: BackLength, _ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        var galley = Galley(height: 4 * scale)
        galley.rule(y: 0, to: width, weight: 0.5 * scale)
        let sources = report.book.sources.map(\.path.oneLine).joined(separator: "、")
        let words = (sources.isEmpty ? "" : "来源：\(sources)。") + "分项之和等于合计；问题供核对，以人工审核为准。"
        galley.append(setter.paragraph(words, type.note, width: width, lines: length.sources))
        return galley
    }
}

extension Array {
    /// At most `count` elements, the last one always, the others evenly spread.
    fileprivate func evenly(_ count: Int) -> [Element] {
        guard self.count > count, count > 0 else { return self }
        return (1...count).map { self[$0 * self.count / count - 1] }
    }
}
