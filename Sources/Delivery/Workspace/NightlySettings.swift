internal import Foundation

/// How the unattended run goes about its work.
public struct NightlySettings: Hashable, Sendable, Decodable {
    /// When it starts, for the schedule texts.
    public var at: ClockTime
    /// Towns at a time; 0 for the number of processors.
    public var jobs: Int
    /// Every run of the newest so many days with results is kept …
    public var keepDays: Int
    /// … and of so many months the last one; of each year the last one for ever.
    public var keepMonths: Int
    public var hooks: HookSettings
    /// An address that is called after each run; empty for none.
    public var ping: String

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "at", "jobs", "keepDays", "keepMonths", "hooks", "ping")
        at = try object.meaning("at", expected: "如 02:30 的时间") { ClockTime($0) } ?? ClockTime(hour: 2, minute: 30)
        jobs = try object.value("jobs", 0, expected: "0到256之间的整数（0为处理器个数）") { (0...256).contains($0) }
        keepDays = try object.value("keepDays", 14, expected: "1到3650之间的整数") { (1...3_650).contains($0) }
        keepMonths = try object.value("keepMonths", 12, expected: "0到1200之间的整数") { (0...1_200).contains($0) }
        hooks = try object.value("hooks", try HookSettings.standard())
        ping = try object.value("ping", "", expected: "以 https:// 或 http:// 开头的网址") {
            $0.isEmpty || $0.hasPrefix("https://") || $0.hasPrefix("http://")
        }
    }
}

/// Commands that are run after a run.
public struct HookSettings: Hashable, Sendable, Decodable {
    /// Program and arguments; empty for none. No shell stands between.
    public var success: [String]
    public var failure: [String]
    /// Seconds after which a hook is ended.
    public var seconds: Int

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "success", "failure", "seconds")
        success = try object.value("success", [])
        failure = try object.value("failure", [])
        seconds = try object.value("seconds", 60, expected: "1到3600之间的整数") { (1...3_600).contains($0) }
    }
}

/// A time of the day.
public struct ClockTime: Hashable, Sendable, CustomStringConvertible {
    public var hour: Int
    public var minute: Int

    init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// - Parameter text: as `02:30`.
    init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ (1...2).contains($0.count) && $0.allSatisfy(\.isASCII) }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        self.init(hour: hour, minute: minute)
    }

    public var description: String {
        (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
    }
}

extension ClockTime {
    /// The next moment at which the clock shows this time.
    func next(after now: Date, in zone: TimeZone = .current) -> Date? {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        return calendar.nextDate(
            after: now, matching: DateComponents(hour: hour, minute: minute, second: 0), matchingPolicy: .nextTime)
    }
}
