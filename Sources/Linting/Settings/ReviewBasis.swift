public import Foundation
internal import GoalModel

/// By what the goals of a town are judged: the tables of the resources with the settings of county, town and projects on top.
public struct ReviewBasis: Sendable {
    public private(set) var linter: Linter
    public private(set) var scoring: QualityScoring
    public private(set) var opinion: OpinionSettings
    /// What is agreed to be kept, in the order of the layers.
    public private(set) var waivers: [Waiver] = []
    /// The tables with the settings that lie on them; `nil` where none do.
    private var laidSections: [String: SettingValue]?
    private let standard: [String: SettingValue]
    private var rules: [String: RuleSetting] = [:]
    private var ruleOrigins: [String: String] = [:]
    private var origins: [String: String] = [:]
    private var projects: [String: ProjectBasis] = [:]
    /// Tables that other modules understand.
    private var guests: [GuestTable] = []

    /// The settings of a single project.
    private struct ProjectBasis {
        var layers: [ReviewLayer]
        var origins: [String: String] = [:]
        var sections: [String: SettingValue] = [:]
        var rules: [String: RuleSetting] = [:]
    }

    /// The defaults; whoever reads files gives their bytes by name.
    ///
    /// - Parameter guests: tables that nothing here understands, and that are set, laid over each other and listed all the same.
    /// - Throws: what `file` throws, and `DecodingError` for a table that does not have the expected form.
    public init(guests: [GuestTable] = [], file: (String) throws -> Data) throws {
        var sections: [String: SettingValue] = [:]
        func reading(_ section: String) throws -> SettingTable {
            let value = try SettingValue(json5: file(section + ".json5"))
            sections[section] = value
            return SettingTable(value)
        }
        scoring = QualityScoring(weights: try ScoreWeights(reading(ScoreWeights.section)))
        opinion = try OpinionSettings(reading(OpinionSettings.section))
        linter = Linter(tables: try LintingTables(table: reading))
        for var guest in guests {
            sections[guest.section] = .object(try guest.read(file(guest.section + ".json5")))
            self.guests.append(guest)
        }
        standard = sections
    }

    /// The tables, by the name of their file without its ending.
    private var sections: [String: SettingValue] { laidSections ?? standard }

    /// A table of another module as JSON: the town's, or that of one of its projects.
    public func table(_ section: String, ofProject code: String? = nil) -> Data? {
        let own = code.flatMap { projects[$0]?.sections[section] }
        return (own ?? sections[section]).flatMap { try? JSONEncoder().encode($0) }
    }

    /// The codes of the projects with a value of their own in a table.
    public func projects(setting section: String) -> [String] {
        projects.filter { $0.value.layers.contains { $0.sections[section] != nil } }.keys.sorted()
    }

    /// Reads a settings file and tries it.
    ///
    /// - Parameters:
    ///   - file: the file as messages name it.
    ///   - origin: as `--show-config` names what comes from it.
    public func profile(json5: Data, file: String, origin: String) throws(ReviewSettingsError) -> ReviewProfile {
        try profile(file) { () throws(ReviewSettingsError) in
            try ProfileReading(sections: sections, file: file, origin: origin).profile(json5)
        }
    }

    /// Reads a settings file that results have carried along.
    public func profile(_ record: RecordedSettings) throws(ReviewSettingsError) -> ReviewProfile {
        try profile(record.file) { () throws(ReviewSettingsError) in
            try ProfileReading(sections: sections, file: record.file, origin: record.origin).profile(record.settings)
        }
    }

    private func profile(
        _ file: String, reading: () throws(ReviewSettingsError) -> ReviewProfile
    ) throws(ReviewSettingsError) -> ReviewProfile {
        do throws(ReviewSettingsError) {
            let profile = try reading()
            for town in profile.parts.dropFirst() { _ = try laidOver([profile.layer, town]) }
            _ = try laidOver([profile.layer])
            return profile
        } catch {
            throw ReviewSettingsError(error.reason, in: file)
        }
    }

    /// These defaults with settings on top, the most general first.
    public func laidOver(_ layers: [ReviewLayer]) throws(ReviewSettingsError) -> ReviewBasis {
        guard !layers.isEmpty else { return self }
        var basis = self
        var sections = sections
        for layer in layers {
            (sections, basis.origins) = try lay(layer, over: sections, basis.origins)
            basis.rules.merge(layer.rules) { $1 }
            for code in layer.rules.keys { basis.ruleOrigins[code] = layer.origin }
            for waiver in layer.waivers where !basis.waivers.contains(waiver) { basis.waivers.append(waiver) }
            for (code, own) in layer.projects {
                basis.projects[code, default: ProjectBasis(layers: [])].layers.append(own)
            }
        }
        try check(sections)
        basis.laidSections = sections
        let tables = try Self.tables(sections)
        var variants: [String: Linter.Variant] = [:]
        for (code, project) in basis.projects {
            var project = project
            (project.sections, project.rules) = (sections, basis.rules)
            for layer in project.layers {
                (project.sections, project.origins) = try lay(layer, over: project.sections, project.origins)
                project.rules.merge(layer.rules) { $1 }
            }
            try check(project.sections)
            let isOfTables = project.sections != sections
            variants[code] = Linter.Variant(tables: isOfTables ? try Self.tables(project.sections) : nil, rules: project.rules)
            basis.projects[code] = project
        }
        basis.linter = Linter(tables: tables, rules: RuleCatalogue.all, settings: basis.rules, variants: variants)
        basis.scoring = QualityScoring(weights: try Self.table(ScoreWeights.section, sections, ScoreWeights.init))
        basis.opinion = try Self.table(OpinionSettings.section, sections, OpinionSettings.init)
        return basis
    }

    private func lay(
        _ layer: ReviewLayer, over sections: [String: SettingValue], _ origins: [String: String]
    ) throws(ReviewSettingsError) -> ([String: SettingValue], [String: String]) {
        var (sections, origins) = (sections, origins)
        for guest in guests { try guest.choose(by: layer, &sections, &origins) }
        var overlay = SettingOverlay(origins: origins, origin: layer.origin)
        let laid = try overlay.lay(layer.sections, over: sections, at: [])
        return (laid, overlay.origins)
    }

    private func check(_ sections: [String: SettingValue]) throws(ReviewSettingsError) {
        for guest in guests {
            do { try guest.check(JSONEncoder().encode(sections[guest.section])) } catch {
                throw ReviewSettingsError(decoding: error, below: [guest.section])
            }
        }
    }

    private static func tables(_ sections: [String: SettingValue]) throws(ReviewSettingsError) -> LintingTables {
        var last = ""
        do {
            return try LintingTables { section in
                last = section
                return SettingTable(sections[section] ?? .null)
            }
        } catch {
            throw ReviewSettingsError(decoding: error, below: [last])
        }
    }

    private static func table<Value>(
        _ section: String, _ sections: [String: SettingValue], _ read: (SettingTable) throws -> Value
    ) throws(ReviewSettingsError) -> Value {
        do { return try read(SettingTable(sections[section] ?? .null)) } catch {
            throw ReviewSettingsError(decoding: error, below: [section])
        }
    }
}

extension ReviewBasis {
    /// Every value with its origin: the rules, then the tables, then what single projects have of their own.
    public var settings: [SettingOrigin] {
        let rules = RuleCatalogue.descriptions.map { rule in
            SettingOrigin(
                section: "rules", key: rule.code, value: (self.rules[rule.code] ?? .severity(rule.severity)).title,
                origin: ruleOrigins[rule.code] ?? SettingOrigin.standard)
        }
        let tables = sections.sorted { $0.key < $1.key }.flatMap { Self.leaves($1, $0, [], origins) }
        let own = projects.sorted { $0.key < $1.key }.flatMap { code, project in
            let rules = project.layers.flatMap { layer in
                layer.rules.sorted { $0.key < $1.key }.map {
                    SettingOrigin(section: "projects.\(code)", key: "rules.\($0)", value: $1.title, origin: layer.origin)
                }
            }
            let tables = project.sections.sorted { $0.key < $1.key }.flatMap { name, table in
                Self.leaves(table, name, [], project.origins).filter { $0.origin != SettingOrigin.standard }
            }
            return rules
                + tables.map {
                    SettingOrigin(section: "projects.\(code)", key: "\($0.section).\($0.key)", value: $0.value, origin: $0.origin)
                }
        }
        return rules + tables + own
    }

    /// Objects with names for keys are taken apart; those with data for keys are one value, unless parts of it were changed.
    private static func leaves(
        _ value: SettingValue, _ section: String, _ path: [String], _ origins: [String: String]
    ) -> [SettingOrigin] {
        let whole = ([section] + path).joined(separator: ".")
        guard case .object(let object) = value else {
            return [
                SettingOrigin(
                    section: section, key: path.joined(separator: "."), value: value.words,
                    origin: origin(of: [section] + path, origins))
            ]
        }
        let changed = object.filter { origins[whole + "." + $0.key] != nil }
        guard SettingOverlay.isOpen(object, at: [section] + path), object.values.allSatisfy({ !$0.isObject }) else {
            return object.sorted { $0.key < $1.key }.flatMap { leaves($1, section, path + [$0], origins) }
        }
        let rest = object.filter { changed[$0.key] == nil }
        let own = changed.sorted { $0.key < $1.key }.flatMap { leaves($1, section, path + [$0], origins) }
        return own + [
            SettingOrigin(
                section: section, key: path.joined(separator: "."), value: SettingValue.object(rest).words,
                origin: origin(of: [section] + path, origins))
        ]
    }

    /// A value that came with the object around it has that one's origin.
    private static func origin(of path: [String], _ origins: [String: String]) -> String {
        for length in (1...path.count).reversed() {
            if let origin = origins[path.prefix(length).joined(separator: ".")] { return origin }
        }
        return SettingOrigin.standard
    }
}
