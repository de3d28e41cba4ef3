public import GoalModel

/// The values that one settings file, or one part of it, lays over those below.
public struct ReviewLayer: Hashable, Sendable {
    /// As messages and `--show-config` name it: `县设定`.
    public var origin: String
    /// By the name of the table.
    var sections: [String: SettingValue] = [:]
    /// By the rule's code.
    var rules: [String: RuleSetting] = [:]
    /// By the project's code.
    var projects: [String: ReviewLayer] = [:]
    var waivers: [Waiver] = []
}

/// A settings file of a county or a town.
public struct ReviewProfile: Hashable, Sendable {
    /// The name that such a file has in a folder of inputs.
    public static let fileName = "审核设定.json5"

    /// As it is written, so that results can carry it along.
    var written: [String: SettingValue]
    /// As messages name the file.
    public let file: String
    /// As `--show-config` names what comes from it.
    public let origin: String
    var layer: ReviewLayer
    /// By the code or the name of the unit.
    var towns: [String: ReviewLayer]

    /// What the file says of a town, the most general first.
    ///
    /// - Parameter names: the town's unit code and names.
    public func layers(for names: [String]) -> [ReviewLayer] {
        [layer] + towns.sorted { $0.key < $1.key }.filter { names.contains($0.key) }.map(\.value)
    }

    /// What the file says of a town, without what it says of others.
    public func record(for names: [String]) -> RecordedSettings {
        var settings = written
        if case .object(let towns) = settings["towns"] {
            let own = towns.filter { names.contains($0.key) }
            settings["towns"] = own.isEmpty ? nil : .object(own)
        }
        return RecordedSettings(file: file, origin: origin, settings: .object(settings))
    }

    /// All that the file says, to try whether it can be used.
    var parts: [ReviewLayer] { [layer] + towns.sorted { $0.key < $1.key }.map(\.value) }

    /// Every waiver of the file.
    public var waivers: [Waiver] { parts.flatMap(\.waivers) }
}

/// A settings file as results carry it along.
public struct RecordedSettings: Hashable, Sendable, Codable {
    public var file: String
    public var origin: String
    public var settings: SettingValue

    public init(file: String, origin: String, settings: SettingValue) {
        (self.file, self.origin, self.settings) = (file, origin, settings)
    }
}
