internal import Foundation
internal import GoalModel
internal import Text

/// Reads a settings file; whatever it cannot use is an error that names the place.
struct ProfileReading {
    /// The tables that there are, for telling what may be written.
    let sections: [String: SettingValue]
    /// As messages name the file.
    let file: String
    /// `县设定`.
    let origin: String

    func profile(_ json5: Data) throws(ReviewSettingsError) -> ReviewProfile {
        // The decoder traps on bytes that are no text.
        guard let text = String(validating: json5, as: UTF8.self) else { throw .unreadable }
        let value: SettingValue
        do { value = try JSONDecoder.json5.decode(SettingValue.self, from: Data(text.utf8)) } catch {
            throw .syntax(text)
        }
        return try profile(value)
    }

    func profile(_ value: SettingValue) throws(ReviewSettingsError) -> ReviewProfile {
        var object = try Self.object(value, at: ["整个文件"])
        let written = object
        var towns: [String: ReviewLayer] = [:]
        for (name, value) in try Self.object(object.removeValue(forKey: "towns"), at: ["towns"]) {
            let path = ["towns", name]
            let part = try Self.object(value, at: path)
            if part["towns"] != nil { throw .unknown(path + ["towns"], known: known.filter { $0 != "towns" }) }
            towns[name] = try layer(part, at: path, origin: "\(origin)（\(name)）")
        }
        return ReviewProfile(
            written: written, file: file, origin: origin, layer: try layer(object, at: [], origin: origin), towns: towns)
    }

    private var known: [String] { sections.keys + ["rules", "projects", "waivers", "towns", "basis"] }

    private func layer(
        _ object: [String: SettingValue], at path: [String], origin: String, ofProject: Bool = false
    ) throws(ReviewSettingsError) -> ReviewLayer {
        var (layer, object) = (ReviewLayer(origin: origin), object)
        if !ofProject, let basis = object.removeValue(forKey: "basis") {
            // The county's documents may stand by themselves.
            object["opinion"] = .object(
                try Self.object(object["opinion"], at: path + ["opinion"]).merging(["basis": basis]) { $1 })
        }
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            let place = path + [key]
            switch key {
            case "rules": layer.rules = try Self.rules(Self.object(value, at: place), at: place)
            case "waivers" where !ofProject: layer.waivers = try waivers(value, at: place)
            case "projects" where !ofProject:
                for (code, value) in try Self.object(value, at: place) {
                    let path = place + [code]
                    layer.projects[code] = try self.layer(Self.object(value, at: path), at: path, origin: "项目设定", ofProject: true)
                }
            case "score" where ofProject, "opinion" where ofProject:
                throw ReviewSettingsError("里的 \(place.joined(separator: "."))：\(key == "score" ? "评分表" : "审核意见书")不能按项目设定")
            case _ where sections[key] != nil: layer.sections[key] = .object(try Self.object(value, at: place))
            default:
                let left =
                    ofProject ? ["projects", "waivers", "towns", "score", "basis", "opinion"] : path.isEmpty ? [] : ["towns"]
                throw .unknown(place, known: known.filter { !left.contains($0) })
            }
        }
        return layer
    }

    private static func object(_ value: SettingValue?, at path: [String]) throws(ReviewSettingsError) -> [String: SettingValue] {
        guard let value else { return [:] }
        guard case .object(let object) = value else { throw .kind(path, expected: "花括号里的一组设定") }
        return object
    }

    private static func rules(
        _ object: [String: SettingValue], at path: [String]
    ) throws(ReviewSettingsError) -> [String: RuleSetting] {
        var rules: [String: RuleSetting] = [:]
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            guard let rule = RuleCatalogue.description(of: name) else {
                throw .unknown(path + [name], known: RuleCatalogue.descriptions.map(\.code))
            }
            var place = path + [name]
            var word = value
            if case .object(let fields) = value {
                if let other = fields.keys.sorted().first(where: { $0 != "severity" }) {
                    throw .unknown(place + [other], known: ["severity"])
                }
                place.append("severity")
                word = fields["severity"] ?? .text("")
            }
            guard case .text(let text) = word, let setting = RuleSetting(text) else {
                throw .value(place, written: word.words, expected: "error、warning、hint 或 off（不查）")
            }
            if setting == .off, RuleCatalogue.leaks.contains(rule.code) {
                throw ReviewSettingsError(
                    "里的 \(place.joined(separator: ".")) 不能写 off：个人信息不能不查。确认可以公开的，请在 waivers 里写明原因、同意人和到期日")
            }
            rules[rule.code] = setting
        }
        return rules
    }

    private func waivers(_ value: SettingValue, at path: [String]) throws(ReviewSettingsError) -> [Waiver] {
        guard case .list(let list) = value else { throw .kind(path, expected: "方括号里的列表") }
        var waivers: [Waiver] = []
        for (index, value) in list.enumerated() {
            let place = path + ["第\(index + 1)条"]
            let words = path.dropLast().map { $0 + "." }.joined() + "waivers第\(index + 1)条"
            waivers.append(try Waiver(Self.object(value, at: place), at: place, origin: "\(file) \(words)"))
        }
        return waivers
    }
}

extension Waiver {
    /// Reads an entry of a settings file.
    init(_ object: [String: SettingValue], at path: [String], origin: String) throws(ReviewSettingsError) {
        let keys = ["rule", "project", "fingerprint", "reason", "person", "until"]
        if let other = object.keys.sorted().first(where: { !keys.contains($0) }) { throw .unknown(path + [other], known: keys) }
        func text(_ key: String, _ what: String, isNeeded: Bool = true) throws(ReviewSettingsError) -> String {
            guard case .text(let text) = object[key] ?? .text("") else { throw .kind(path + [key], expected: "加引号的文字") }
            let trimmed = text.trimmed
            guard !trimmed.isEmpty || !isNeeded else {
                throw ReviewSettingsError("里的 \(path.joined(separator: ".")) 没有写\(what)（\(key)）。同意保留必须写明\(what)")
            }
            return trimmed
        }
        let name = try text("rule", "规则")
        guard let rule = RuleCatalogue.description(of: name) else {
            throw .unknown(path + ["rule", name], known: RuleCatalogue.descriptions.map(\.code))
        }
        let written = try text("until", "到期日")
        guard let until = CalendarDay(iso: written) else {
            throw .value(path + ["until"], written: written, expected: "如 2026-12-31 的日期")
        }
        self.init(
            rule: rule.code, project: try text("project", "项目", isNeeded: false),
            fingerprint: try text("fingerprint", "指纹", isNeeded: false), reason: try text("reason", "原因"),
            person: try text("person", "同意人"), until: until, origin: origin)
        if project.isEmpty, fingerprint.isEmpty {
            throw ReviewSettingsError(
                "里的 \(path.joined(separator: ".")) 没有写哪个项目。请写 project（项目编码；项目以外的写\(Self.wholeBook.quoted)）或 fingerprint（问题的指纹）")
        }
    }
}
