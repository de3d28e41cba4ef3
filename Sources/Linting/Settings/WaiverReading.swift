internal import GoalModel
internal import Text

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
                "里的 \(path.joined(separator: ".")) 没有写哪个项目。请写 project（项目编码；项目以外的写“\(Self.wholeBook)”）或 fingerprint（问题的指纹）")
        }
    }
}
