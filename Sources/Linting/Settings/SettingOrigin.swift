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
