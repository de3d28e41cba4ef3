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
        let writing = Writing(cells.prefix(dates.count).map(\.text))
        if writing == .fractions { diagnostics.append(.planFractions(project: project, at: cells.first?.location ?? place)) }
        var read: [Reading] = []
        for (index, date) in dates.enumerated() {
            let cell = cells.dropFirst(index).first
            let share = cell.flatMap { percent($0, as: writing, date, project) }
            read.append(Reading(day: date, cell: cell, place: cell?.location ?? place, percent: share))
        }
        take(read, project)
        if dates.isEmpty {
            diagnostics.append(.planMissing(project: project, at: place))
        }
    }

    /// One date with what stands below it.
    private struct Reading {
        let day: MonthDay
        let cell: SourceDocument.Cell?
        let place: Location?
        var percent: Percent?
    }

    /// Puts the dates in the order of the calendar; of two columns of one date neither counts where they differ.
    private mutating func take(_ read: [Reading], _ project: Int) {
        var days: [MonthDay] = []
        for reading in read where !days.contains(reading.day) { days.append(reading.day) }
        for day in days.sorted() {
            let columns = read.filter { $0.day == day }
            let written = columns.filter { $0.cell?.text.isEmpty == false }
            guard var reading = written.first ?? columns.first else { continue }
            if columns.count > 1 {
                let isOne = Set(written.map(\.percent)).count < 2
                if !isOne { reading.percent = nil }
                diagnostics.append(.planDateTwice(day, isOne: isOne, project: project, at: (written.last ?? columns.last)?.place))
            }
            raw.append(reading.cell?.text ?? "")
            if let place = reading.place { places.append(place) }
            plan.points.append(SpendingPlan.Point(by: day, percent: reading.percent))
        }
    }

    /// How the cells of one row state their shares.
    private enum Writing {
        case percents
        /// A spreadsheet's cells say 0.25 for 25 %: all of them are parts of one, and the last is one.
        case fractions
        /// Numbers below one beside others that are percentages, or without a whole: 0.25 may be 25 % or 0.25 %.
        case unclear

        init(_ texts: [String]) {
            let written = texts.filter { !$0.isEmpty }
            let plain = written.filter { !Percent.isSigned($0) }.compactMap { Decimal(written: $0) }.filter { $0 != 0 }
            let arePlain = written.allSatisfy { !Percent.isSigned($0) && Decimal(written: $0) != nil }
            if arePlain, plain.last == 1, plain.allSatisfy({ $0 > 0 && $0 <= 1 }), Decimal(written: written.last ?? "") == 1 {
                self = .fractions
            } else {
                let isMixed = !arePlain && plain.contains { $0 == 1 }
                self = isMixed || plain.contains { $0 > 0 && $0 < 1 } ? .unclear : .percents
            }
        }
    }

    private mutating func percent(
        _ cell: SourceDocument.Cell, as writing: Writing, _ date: MonthDay, _ project: Int
    ) -> Percent? {
        if cell.text.isEmpty { return nil }
        guard let written = cell.number({ Percent(written: $0) }) else {
            diagnostics.append(.percentUnreadable(cell.text, date, project: project, at: cell.location))
            return nil
        }
        if writing == .unclear, !Percent.isSigned(cell.text), written > .zero, written <= Percent(1) {
            diagnostics.append(.percentUnclear(cell.text, date, project: project, at: cell.location))
            return nil
        }
        let percent = Percent(tenThousandths: written.tenThousandths * (writing == .fractions ? 100 : 1))
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
            explanation: "已从左到右对应，多出的列入网页的“未归类文字”，缺少的按空白处理", remedy: "请使每个时间下面正好有一格")
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
            .error, id: "percent-unreadable", at: place, "第\(project)个项目\(date.title)的支出计划\(text.shortened(to: 24).quoted)不是百分比",
            explanation: "已按空白处理", remedy: "请填写如“50%”的累计百分比")
    }

    fileprivate static func percentUnclear(_ text: String, _ date: MonthDay, project: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "percent-unclear", at: place,
            "第\(project)个项目\(date.title)的支出计划\(text.shortened(to: 24).quoted)分不清是小数还是百分比", explanation: "同一行里的写法不一，已按空白处理",
            remedy: "请全部写成如“25%”的累计百分比")
    }

    fileprivate static func planDateTwice(_ date: MonthDay, isOne: Bool, project: Int, at place: Location?) -> Diagnostic {
        Diagnostic(
            isOne ? .warning : .error, id: "plan-date-twice", at: place, "第\(project)个项目的资金支出计划有几栏都是\(date.title)",
            explanation: isOne ? "各栏一致，只计一次" : "各栏不一致，已按空白处理", remedy: "请只留一栏")
    }

    fileprivate static func percentOutOfRange(_ text: String, _ date: MonthDay, project: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "percent-out-of-range", at: place,
            "第\(project)个项目\(date.title)的支出计划\(text.shortened(to: 24).quoted)超出0%—100%",
            explanation: "支出计划是累计比例，已按空白处理", remedy: "请填写0%到100%之间的累计百分比")
    }
}
