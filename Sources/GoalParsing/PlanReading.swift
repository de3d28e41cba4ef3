internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import SourceFiles
internal import Text

/// The cumulative percentages under the plan's dates.
struct PlanReading {
    private(set) var plan = SpendingPlan()
    private(set) var raw: [String] = []
    private(set) var places: [Location] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// What stands behind the last date's percentage.
    private(set) var surplus: [Passage] = []

    /// - Parameters:
    ///   - cells: the cells behind the dates; the first is the merged label's where there is one more than dates.
    ///   - place: where the dates stand, for messages when all cells are missing.
    init(dates: [MonthDay], cells: [SourceDocument.Cell], project: Int, at place: Location?) {
        var cells = cells[...]
        if let first = cells.first, first.text.isEmpty, cells.count >= dates.count { cells = cells.dropFirst() }
        // Trailing cells of a layout's own are blank; what is written behind the last date is no percentage.
        while cells.count > dates.count, cells.last?.text.isEmpty == true { cells = cells.dropLast() }
        if cells.count != dates.count, !dates.isEmpty {
            diagnostics.append(
                .planCells(found: cells.count, expected: dates.count, project: project, at: cells.first?.location ?? place))
        }
        surplus = cells.dropFirst(dates.count).filter { !$0.text.isEmpty }.map { Passage($0.text, at: $0.location) }
        let scale: Int64 = PlanReading.areFractions(cells.prefix(dates.count)) ? 100 : 1
        if scale == 100 { diagnostics.append(.planFractions(project: project, at: cells.first?.location ?? place)) }
        for (index, date) in dates.enumerated() {
            let cell = cells.dropFirst(index).first
            raw.append(cell?.text ?? "")
            if let place = cell?.location ?? place { places.append(place) }
            plan.points.append(SpendingPlan.Point(by: date, percent: cell.flatMap { percent($0, times: scale, date, project) }))
        }
        if dates.isEmpty {
            diagnostics.append(.planMissing(project: project, at: place))
        }
    }

    /// A spreadsheet's cells say 0.25 for 25 %: no sign anywhere, and the last of them is 1.
    private static func areFractions(_ cells: ArraySlice<SourceDocument.Cell>) -> Bool {
        let written = cells.map { $0.text.folded }.filter { !$0.isEmpty }
        let numbers = written.compactMap { Decimal(written: $0) }
        return numbers.count == written.count && numbers.count > 1 && numbers.last == 1
            && numbers.allSatisfy { (0...1).contains($0) }
            && written.contains { $0.contains(".") }
    }

    private mutating func percent(
        _ cell: SourceDocument.Cell, times scale: Int64, _ date: MonthDay, _ project: Int
    ) -> Percent? {
        if cell.text.isEmpty { return nil }
        guard let written = cell.number({ Percent(written: $0) }) else {
            diagnostics.append(.percentUnreadable(cell.text, date, project: project, at: cell.location))
            return nil
        }
        let percent = Percent(tenThousandths: written.tenThousandths * scale)
        guard (Percent.zero...Percent.hundred).contains(percent) else {
            diagnostics.append(.percentOutOfRange(cell.text, date, project: project, at: cell.location))
            return nil
        }
        return percent
    }
}

extension Diagnostic {
    fileprivate static func planCells(found: Int, expected: Int, project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: "plan-cells", at: place, "第\(project)个项目的资金支出计划有\(expected)个时间，却有\(found)个百分比格",
            explanation: "已从左到右对应，多出的列入“未归类文字”，缺少的按空白处理", remedy: "请使每个时间下面正好有一格")
    }

    fileprivate static func planFractions(project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "plan-fractions", at: place, "第\(project)个项目的资金支出计划写成了小数", explanation: "已按比例理解，如0.25即25%",
            remedy: "请填写如“25%”的累计百分比")
    }

    fileprivate static func planMissing(project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "plan-missing", at: place, "第\(project)个项目没有资金支出计划", explanation: "进度汇总中按未安排支出处理",
            remedy: "请补上“3月底、6月底、10月底、12月底”及各自的累计百分比")
    }

    fileprivate static func percentUnreadable(_ text: String, _ date: MonthDay, project: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "percent-unreadable", at: place, "第\(project)个项目\(date.title)的支出计划“\(text.shortened(to: 24))”不是百分比",
            explanation: "已按空白处理", remedy: "请填写如“50%”的累计百分比")
    }

    fileprivate static func percentOutOfRange(_ text: String, _ date: MonthDay, project: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "percent-out-of-range", at: place, "第\(project)个项目\(date.title)的支出计划“\(text.shortened(to: 24))”超出0%—100%",
            explanation: "支出计划是累计比例，已按空白处理", remedy: "请填写0%到100%之间的累计百分比")
    }
}
