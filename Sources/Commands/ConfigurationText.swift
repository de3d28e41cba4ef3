internal import Linting
internal import Reporting

/// Every value that a town is judged by, with where it comes from, for a terminal.
struct ConfigurationText {
    let basis: ReviewBasis
    let columns: Int

    var text: String {
        let rules = Dictionary(uniqueKeysWithValues: RuleCatalogue.descriptions.map { ($0.code, $0.title) })
        var lines: [String] = []
        var section = ""
        for setting in basis.settings {
            if setting.section != section {
                section = setting.section
                lines += (lines.isEmpty ? [] : [""]) + [Self.heading(of: section)]
            }
            lines += section == "rules" ? [rule(setting, rules[setting.key] ?? "")] : value(setting)
        }
        return (lines + agreements).joined(separator: "\n") + "\n"
    }

    private func rule(_ setting: SettingOrigin, _ title: String) -> String {
        let cells = [(setting.key, 5), (setting.value, 6), (title, 28)]
        return wrapped("  " + cells.map { TerminalText.padded($0, to: $1) }.joined() + setting.origin)
    }

    /// On one line where there is room for it, else the value below its name.
    private func value(_ setting: SettingOrigin) -> [String] {
        let (name, room) = (32, 26)
        if TerminalText.width(setting.key) < name, TerminalText.width(setting.value) < room {
            let cells = [(setting.key, name), (setting.value, room)]
            return [wrapped("  " + cells.map { TerminalText.padded($0, to: $1) }.joined() + setting.origin)]
        }
        let head = TerminalText.padded("  " + setting.key, to: 2 + name + room)
        return [
            wrapped((TerminalText.width(head) > 2 + name + room ? head + " " : head) + setting.origin),
            wrapped("    " + setting.value),
        ]
    }

    private func wrapped(_ line: String) -> String {
        TerminalText.wrap(line, columns: columns, indent: "    ")
    }

    private var agreements: [String] {
        guard !basis.waivers.isEmpty else { return [] }
        return ["", "waivers 同意保留"]
            + basis.waivers.flatMap { [wrapped("  \($0.subject)（\($0.origin)）"), wrapped("    " + $0.agreement)] }
    }

    private static func heading(of section: String) -> String {
        let names = [
            "rules": "规则的级别", "words": "用词", "wording": "错字和语句用词", "indicators": "指标用词", "domains": "领域用词",
            "estimates": "测算用的单位和用词", "publication": "公开检查用词", "units": "计量单位", "thresholds": "阈值", "score": "评分表",
            "regions": "行政区划", "appraisal": "绩效运行监控和自评",
        ]
        if section.hasPrefix("projects.") { return section + " 这个项目单独的设定" }
        return [section, names[section]].compactMap(\.self).joined(separator: " ")
    }
}
