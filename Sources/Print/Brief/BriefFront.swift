internal import Aggregation
internal import BookLayout
internal import Charts
internal import Foundation
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

extension BriefComposer {
    /// How much the first page says at most.
    struct FrontLength {
        /// Lines of an action's detail.
        var detail: Int
        /// Lines below a headline figure.
        var sentence: Int
        /// Bars of the chart by kind.
        var kinds: Int
        var remarks: Int
    }

    static let frontLengths = [
        FrontLength(detail: 3, sentence: 5, kinds: 9, remarks: 3), FrontLength(detail: 3, sentence: 4, kinds: 8, remarks: 2),
        FrontLength(detail: 2, sentence: 4, kinds: 7, remarks: 2), FrontLength(detail: 2, sentence: 4, kinds: 7, remarks: 1),
        FrontLength(detail: 1, sentence: 3, kinds: 6, remarks: 1), FrontLength(detail: 1, sentence: 3, kinds: 6, remarks: 0),
        FrontLength(detail: 1, sentence: 2, kinds: 5, remarks: 0),
    ]

    /// How much, how well, what to do; and where the money goes and when.
    func front(_ length: FrontLength, _ setter: inout BriefSetter) -> Sheet {
        Sheet(
            sections: [
                masthead(&setter), figures(length, &setter), progress(length, &setter), actions(length, &setter),
                money(length, &setter),
            ].filter { $0.height > 0 })
    }

    private func masthead(_ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        let title = report.fullTownName + report.bookName
        let size = [22.0, 20, 18, 16].first { setter.fonts.width(of: title.oneLine, in: type.title($0)) <= width } ?? 14
        let heading = setter.structure.add(.heading(1))
        var galley = setter.text(title, type.title(size), width: width, alignment: .center, element: heading)
        galley.append(setter.text("领导简报", type.kicker, width: width, alignment: .center, element: heading))
        galley.height += 5 * scale
        galley.rule(y: galley.height, to: width, weight: 2 * scale)
        galley.height += 4 * scale
        let unit = report.book.unit.codeAndName
        let line = galley.height
        galley.place(setter.paragraph("编制单位：\(unit.isEmpty ? "未写明" : unit)", type.note, width: width * 0.52), y: line)
        let date = created.map { "制作日期：\($0.formatted(.iso8601.year().month().day()))　" } ?? ""
        let right = setter.paragraph(date + "金额单位：万元", type.note, width: width * 0.46, alignment: .trailing)
        galley.place(right, x: width * 0.54, y: line)
        return galley
    }

    /// The three headline figures side by side, as large as the longest allows.
    private func figures(_ length: FrontLength, _ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        let shares = [0.38, 0.31, 0.31]
        let inset = 12 * scale
        var columns: [(figure: Figure, x: Double, width: Double)] = []
        var x = 0.0
        for (figure, share) in zip(report.figures, shares) {
            let left = columns.isEmpty ? 0 : inset
            columns.append((figure, x + left, width * share - left - (columns.count < 2 ? inset : 0)))
            x += width * share
        }
        let sizes = [32.0, 30, 28, 26, 24, 22, 20, 18, 16, 14]
        let size =
            sizes.first { size in
                columns.allSatisfy { setter.fonts.width(of: $0.figure.value, in: type.number(size)) <= $0.width }
            } ?? 12
        var galley = Galley()
        let changes = report.change?.figures ?? []
        for (index, column) in columns.enumerated() {
            let element = setter.structure.add(.paragraph)
            var piece = setter.text(
                "\(column.figure.label)（\(column.figure.unit)）", type.label, width: column.width, element: element)
            piece.append(setter.text(column.figure.value, type.number(size), width: column.width, element: element))
            if changes.indices.contains(index), let change = changes[index] {
                piece.append(setter.text(change, type.label, width: column.width, element: element), gap: scale)
            }
            piece.append(
                setter.text(column.figure.sentence, type.body, width: column.width, lines: length.sentence, element: element),
                gap: 2 * scale)
            galley.place(piece, x: column.x, y: 0)
        }
        for column in columns.dropFirst() {
            let x = column.x - inset
            galley.rules.append(Rule(fromX: x, fromY: 2 * scale, toX: x, toY: galley.height - 2 * scale, weight: 0.5 * scale))
        }
        return galley
    }

    /// What was paid and reached so far, or how the year was scored; nothing where nobody has told it.
    private func progress(_ length: FrontLength, _ setter: inout BriefSetter) -> Galley {
        guard let progress = report.progress, !progress.leaderLines.isEmpty else { return Galley() }
        var galley = setter.heading(progress.title, width: width)
        for line in progress.leaderLines {
            galley.append(
                setter.paragraph(line, type.body, width: width, lines: length.remarks > 1 ? 2 : 1), gap: type.scale)
        }
        return galley
    }

    private func actions(_ length: FrontLength, _ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        let count = report.actions.count
        let title = count == 3 ? "先做三件事" : count == 0 ? "要办的事" : "先做\(count == 1 ? "一" : "两")件事"
        var galley = setter.heading(title, width: width)
        if report.actions.isEmpty {
            galley.append(setter.paragraph(report.allClear, type.body, width: width, lines: 2), gap: 2 * scale)
        }
        let (left, right) = (20 * scale, 76 * scale)
        for (index, action) in report.actions.enumerated() {
            let element = setter.structure.add(.paragraph)
            var item = setter.text("\(index + 1)", type.number(15), width: left, element: element)
            let line = (item.height - type.actionTitle.leading) / 2
            item.place(
                setter.text(action.title, type.actionTitle, width: width - left - right, element: element), x: left, y: line)
            if action.points > .zero {
                let gain = setter.text("可得\(action.points)分", type.label, width: right, alignment: .trailing, element: element)
                item.place(gain, x: width - right, y: (item.height - type.label.leading) / 2)
            }
            let detail = setter.text(
                action.detail, type.body, width: width - left, lines: length.detail, alignment: .justified, element: element)
            item.place(detail, x: left, y: line + type.actionTitle.leading)
            galley.append(item, gap: 4 * scale)
        }
        return galley
    }

    /// When it is to be spent, and what for, side by side.
    private func money(_ length: FrontLength, _ setter: inout BriefSetter) -> Galley {
        let scale = type.scale
        let units = half / type.chartScale
        var when = setter.heading("支出计划与均衡进度", width: half)
        when.append(setter.paragraph(report.scheduleSentence, type.body, width: half, lines: 2), gap: 2 * scale)
        let charts = ReportCharts(report, width: units)
        let pace = charts.pace().map { setter.figure($0) } ?? Galley()
        var notes = Galley()
        for remark in report.scheduleRemarks.prefix(length.remarks) {
            notes.append(setter.paragraph(remark + "。", type.note, width: half, lines: 2))
        }
        var what = setter.heading("钱用在哪里", width: half)
        what.append(setter.paragraph(report.kindSentence, type.body, width: half, lines: 2), gap: 2 * scale)
        let bars = charts.kinds(limit: length.kinds)
        let kinds = report.funding.byKind.isEmpty ? Galley() : setter.figure(bars.scene)
        let top = max(when.height, what.height) + 4 * scale
        when.place(pace, y: top)
        when.append(notes, gap: 2 * scale)
        what.place(kinds, y: top)
        var galley = when
        galley.place(what, x: width - half, y: 0)
        return galley
    }
}
