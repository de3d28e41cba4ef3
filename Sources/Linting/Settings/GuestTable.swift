public import Foundation
internal import GoalModel

/// A table of the resources that another module understands, settable by county, town and project like the rest.
///
/// It may hold named presets: whoever writes `preset` begins with the values of that one.
public struct GuestTable: Sendable {
    /// The name of its file without the ending.
    public let section: String
    /// Tries a table as JSON; throws `DecodingError` with the place of what cannot be used.
    let check: @Sendable (Data) throws -> Void
    /// Whole tables, by the name of the preset.
    private var presets: [String: [String: SettingValue]] = [:]

    public init(section: String, check: @escaping @Sendable (Data) throws -> Void) {
        (self.section, self.check) = (section, check)
    }

    /// Reads the defaults and the presets beside them.
    mutating func read(_ json5: Data) throws -> [String: SettingValue] {
        guard case .object(var table) = try SettingValue(json5: json5) else {
            throw SettingTable(.null).trouble("应是花括号里的一组设定")
        }
        guard case .object(let own)? = table.removeValue(forKey: GuestTable.presets) else { return table }
        for (name, values) in own {
            guard case .object(let values) = values else { continue }
            presets[name] = table.merging(values) { $1 }
            presets[name]?[GuestTable.preset] = .text(name)
        }
        // Whoever chooses another is told what is wrong with it.
        try check(JSONEncoder().encode(presets[GuestTable.standard] ?? table))
        return table
    }

    /// Puts the values of the preset that a layer names under what the layer says besides.
    func choose(
        by layer: ReviewLayer, _ sections: inout [String: SettingValue], _ origins: inout [String: String]
    ) throws(ReviewSettingsError) {
        guard case .object(let written)? = layer.sections[section], let word = written[GuestTable.preset] else { return }
        guard case .text(let name) = word, let values = presets[name] else {
            throw .value(
                [section, GuestTable.preset], written: word.words, expected: presets.keys.sorted().joined(separator: "、"))
        }
        let standard = presets[GuestTable.standard] ?? [:]
        origins = origins.filter { !$0.key.hasPrefix(section + ".") }
        for (key, value) in values where value != standard[key] { origins["\(section).\(key)"] = "\(layer.origin)（\(name)）" }
        sections[section] = .object(values)
    }

    private static let presets = "presets"
    private static let preset = "preset"
    private static let standard = "national"
}
