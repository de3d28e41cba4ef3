internal import Appraisal
internal import GoalModel

/// Several towns side by side for a terminal: a line a town, above what each has to say.
struct AppraisalCountyText {
    let county: AppraisalCounty
    let columns: Int

    private var lines: AppraisalLines { AppraisalLines(columns: columns) }

    var text: String {
        let missing =
            county.missing.isEmpty
            ? [] : [lines.wrapped("没有执行数据的\(county.missing.count)个：\(county.missing.joined(separator: "、"))", indent: 2)]
        return ((county.hasMonitoring ? monitoring : evaluation) + missing).joined(separator: "\n") + "\n"
    }

    private var monitoring: [String] {
        let lamps = Lamp.allCases.map { "\($0.sign)\($0.title)\(county.counts[$0])" }.joined(separator: " ")
        let head = lines.wrapped(
            "\(county.reports.count)个乡镇运行监控：\(lamps)；支出\(lines.wan(county.paid))万元（\(lines.percent(county.rate))），落后的项目还差\(lines.wan(county.behind))万元"
        )
        let rows = county.reports.compactMap { report -> String? in
            guard let town = report.monitoring else { return nil }
            let counts = Lamp.allCases.map { lines.right("\(town.counts[$0])", 4) }.joined()
            let money = [lines.wan(town.adjusted), lines.wan(town.paid)].map { lines.right($0, 12) }.joined()
            return
                "  \(lines.column(report.book.town, 14))\(counts)\(money)\(lines.right(lines.percent(town.rate), 9))\(lines.right(lines.wan(town.behind), 11))"
        }
        let lampHeads = Lamp.allCases.map { lines.right($0.title, 4) }
        let heads = [("全年预算", 12), ("支出", 12), ("支出率", 9), ("落后金额", 11)].map { lines.right($0.0, $0.1) }
        return [head, "  " + lines.column("乡镇", 14) + (lampHeads + heads).joined()] + rows
    }

    private var evaluation: [String] {
        let grades = FormGrade.allCases.map { "\($0.rawValue)\(county.count(of: $0))" }.joined(separator: " ")
        let perfect = county.perfect
        let mean = county.mean.map { "平均\($0)分" } ?? "还没有总分"
        let head = lines.wrapped("\(county.reports.count)个乡镇绩效自评：\(mean)；\(grades)；100分的\(perfect.count)个，共\(perfect.of)个有总分")
        let rows = county.reports.compactMap { report -> String? in
            guard let town = report.evaluation else { return nil }
            let counts = FormGrade.allCases.map { lines.right("\(town.count(of: $0))", 4) }.joined()
            let means = [town.mean, town.weightedMean].map { lines.right($0.map { "\($0)" } ?? "—", 10) }.joined()
            return
                "  \(lines.column(report.book.town, 14))\(means)\(counts)\(lines.right("\(town.open)", 10))\(lines.right(lines.percent(town.rate), 9))"
        }
        let means = [("平均分", 10), ("加权平均", 10)].map { lines.right($0.0, $0.1) }
        let heads = FormGrade.allCases.map { lines.right($0.rawValue, 4) } + [lines.right("没有总分", 10), lines.right("执行率", 9)]
        return [head, "  " + lines.column("乡镇", 14) + (means + heads).joined()] + rows
    }
}
