internal import GoalModel
internal import Text

/// Lays the values of one settings file over those below it, key by key.
///
/// A list replaces the list below; `"+words"` adds to `words` and `"-words"` takes away. An object whose keys are names is
/// closed: a key that is not there is an error that lists the known ones. Where the keys are data (words, numbers, codes of
/// rules) new ones may be added.
struct SettingOverlay {
    /// By path: which layers have set the value, the last one alone unless it only added or took away.
    private(set) var origins: [String: String]
    /// Of the file being laid on.
    let origin: String

    mutating func lay(
        _ upper: [String: SettingValue], over lower: [String: SettingValue], at path: [String]
    ) throws(ReviewSettingsError) -> [String: SettingValue] {
        var result = lower
        for (key, value) in upper.sorted(by: { $0.key < $1.key }) {
            let place = path + [key]
            if let below = lower[key] {
                result[key] = try lay(value, over: below, at: place)
            } else if let change = ListChange(key), let below = lower[change.name] {
                // Both signs may stand beside each other.
                result[change.name] = try change.apply(value, to: result[change.name] ?? below, at: place)
                note(path + [change.name], isAddition: true)
            } else if Self.isOpen(lower, at: path) {
                try Self.check(key, value, among: lower, at: place)
                result[key] = value
                note(place)
            } else {
                throw .unknown(place, known: lower.keys)
            }
        }
        return result
    }

    private mutating func lay(
        _ upper: SettingValue, over lower: SettingValue, at path: [String]
    ) throws(ReviewSettingsError) -> SettingValue {
        if case .object(let upper) = upper, case .object(let lower) = lower {
            return .object(try lay(upper, over: lower, at: path))
        }
        guard upper.isLike(lower) else { throw .kind(path, expected: lower.kind) }
        if case .list(let list) = upper, case .list(let below) = lower { try ListChange.check(list, like: below, at: path) }
        note(path)
        return upper
    }

    private mutating func note(_ path: [String], isAddition: Bool = false) {
        let key = path.joined(separator: ".")
        let before = isAddition ? (origins[key] ?? SettingOrigin.standard) + "＋" : ""
        origins[key] = before.hasSuffix(origin + "＋") ? String(before.dropLast()) : before + origin
    }

    /// Whether keys are data and not names; the tables themselves are always closed.
    static func isOpen(_ object: [String: SettingValue], at path: [String]) -> Bool {
        guard path.count > 1 else { return false }
        return object.isEmpty || object.keys.allSatisfy(isRuleCode) || !object.keys.allSatisfy(isName)
    }

    private static func isName(_ key: String) -> Bool {
        key.utf8.first.map { (65...90).contains($0) || (97...122).contains($0) } ?? false
    }

    private static func isRuleCode(_ key: String) -> Bool {
        key.wholeMatch(of: /[A-Z][0-9]{2}/) != nil
    }

    private static func check(
        _ key: String, _ value: SettingValue, among others: [String: SettingValue], at path: [String]
    ) throws(ReviewSettingsError) {
        if !others.isEmpty, others.keys.allSatisfy(isRuleCode) {
            let codes = RuleCatalogue.descriptions.map(\.code)
            guard codes.contains(key) else { throw .unknown(path, known: codes) }
        }
        if let other = others.values.first, !value.isLike(other) { throw .kind(path, expected: other.kind) }
    }
}

/// `"+words"` or `"-words"`.
private struct ListChange {
    let name: String
    let isAddition: Bool

    init?(_ key: String) {
        guard let sign = key.first, "+-".contains(sign), key.count > 1 else { return nil }
        name = String(key.dropFirst())
        isAddition = sign == "+"
    }

    func apply(_ change: SettingValue, to below: SettingValue, at path: [String]) throws(ReviewSettingsError) -> SettingValue {
        guard case .list(let entries) = change else { throw .kind(path, expected: "方括号里的列表") }
        switch below {
        case .list(let list):
            try Self.check(entries, like: list, at: path)
            if isAddition { return .list(list + entries.filter { !list.contains($0) }) }
            try Self.check(entries, areIn: list.contains, at: path)
            return .list(list.filter { !entries.contains($0) })
        case .object(let object) where !isAddition && SettingOverlay.isOpen(object, at: path):
            let keys = entries.map(\.words)
            try Self.check(entries, areIn: { object[$0.words] != nil }, at: path)
            return .object(object.filter { !keys.contains($0.key) })
        default: throw ReviewSettingsError("里的 \(path.joined(separator: "."))：\(name) 不是列表，不能增减，请直接写 \(name)")
        }
    }

    static func check(_ entries: [SettingValue], like list: [SettingValue], at path: [String]) throws(ReviewSettingsError) {
        guard let model = list.first else { return }
        for (index, entry) in entries.enumerated() where !entry.isLike(model) {
            throw .kind(path + ["第\(index + 1)项"], expected: model.kind)
        }
    }

    private static func check(
        _ entries: [SettingValue], areIn contains: (SettingValue) -> Bool, at path: [String]
    ) throws(ReviewSettingsError) {
        if let absent = entries.first(where: { !contains($0) }) {
            throw ReviewSettingsError("里的 \(path.joined(separator: "."))：没有\(absent.words.quoted)可以去掉，请核对")
        }
    }
}

/// One value that rules and scores go by, and where it comes from.
public struct SettingOrigin: Hashable, Sendable {
    /// Of a value that nobody has changed.
    public static let standard = "默认"

    /// The table: `words`, `score`.
    public var section: String
    /// The keys below it: `payments`, `severities.error.points`.
    public var key: String
    /// As a person reads it.
    public var value: String
    /// `默认`, or the settings that changed it.
    public var origin: String
}
