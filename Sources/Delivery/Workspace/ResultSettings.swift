public import Foundation
public import GoalModel
public import Outputs

/// The settings that decide the bytes of results.
public struct ResultSettings: Hashable, Sendable, Decodable {
    /// Kinds of results; all where nothing is named.
    public var kinds: Set<OutputKind>
    /// The page; `nil` for the first of the presets.
    public var preset: String?
    public var masked: Bool
    public var verifiesPrint: Bool
    /// The date inside the files.
    public var created: Date?
    public var asOf: AsOf

    /// The day from which the next due date counts.
    public enum AsOf: Hashable, Sendable {
        case never
        case day(CalendarDay)
        /// The first of the month in which the run begins, so that results change once a month and not every night.
        case month
    }

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "kinds", "annotated", "preset", "mask", "proof", "date", "asOf")
        let names = OutputKind.allCases.map(\.rawValue)
        let words = try object.value("kinds", [String](), expected: names.joined(separator: "、") + "中的几个") {
            $0.allSatisfy(names.contains)
        }
        // Facts tell of a town whose newest input cannot be read; by the mail it is seen whether there is news for its leaders.
        kinds = words.isEmpty ? OutputKind.standard : Set(words.compactMap { OutputKind(rawValue: $0) }).union([.facts, .mail])
        preset = try object.meaning("preset", expected: "版式的名称") { $0 }
        masked = try object.value("mask", false)
        let isAnnotated = try object.value("annotated", false, expected: "false：mask 为 true 时不能用，原文件里的号码不会打上星号") { [masked] in
            !($0 && masked)
        }
        if isAnnotated { kinds.insert(.annotated) }
        verifiesPrint = try object.value("proof", true)
        created = try object.meaning("date", expected: "如 2026-01-31 的日期") { CalendarDay(iso: $0)?.midnight }
        asOf =
            try object.meaning("asOf", expected: "如 2026-05-31 的日期，或 month（每月1日）") { word in
                word == "month" ? .month : CalendarDay(iso: word).map { .day($0) }
            } ?? .never
    }

    /// The day itself, for a run that begins at `now`.
    func day(at now: Date) -> CalendarDay? {
        switch asOf {
        case .never: nil
        case .day(let day): day
        case .month: LocalTime(now).firstOfMonth
        }
    }

    /// The day on which what is agreed to be kept must still hold; `nil` for 1 January of each book's year.
    func judgement(at now: Date) -> CalendarDay? { day(at: now) ?? created.flatMap(CalendarDay.init(utc:)) }
}

extension CalendarDay {
    fileprivate var midnight: Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(from: DateComponents(year: year, month: day.month, day: day.day))
    }
}
