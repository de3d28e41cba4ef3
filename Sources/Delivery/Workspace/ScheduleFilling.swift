internal import Foundation

/// Fills the templates of schedules; each place gets the value in the quotation that its file asks for.
struct ScheduleFilling {
    private let values: [String: String]
    /// Whether programs of others run that need more rights than this one.
    private let isOpen: Bool

    init(_ workspace: Workspace) {
        let path = workspace.folder.path(percentEncoded: false)
        let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path(percentEncoded: false)
        let at = workspace.settings.nightly.at
        let (mail, hooks) = (workspace.settings.mail, workspace.settings.nightly.hooks)
        isOpen = mail.route == .sendmail || ![mail.smtp.passwordCommand, hooks.success, hooks.failure].allSatisfy(\.isEmpty)
        let user = ScheduleFilling.owner(of: folder)
        let title = workspace.title.split(whereSeparator: \.isNewline).joined(separator: " ")
        values = [
            "title": title, "unitTitle": title.replacing("%", with: "%%"), "name": workspace.unitName,
            "user": user, "capabilities": user == "root" ? "CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH" : "",
            "hour": "\(at.hour)", "minute": "\(at.minute)", "at": "\(at)",
            "program": ScheduleFilling.quoted(program), "workspace": ScheduleFilling.quoted(folder),
            "cronProgram": ScheduleFilling.cron(program), "cronWorkspace": ScheduleFilling.cron(folder),
            "unitProgram": ScheduleFilling.unit(program).replacing("$", with: "$$"),
            "unitWorkspace": ScheduleFilling.unit(folder).replacing("$", with: "$$"), "unitPath": ScheduleFilling.unit(folder),
            "slurmArray": ScheduleFilling.quoted("\(folder)/\(workspace.unitName).slurm"),
            "slurmRollup": ScheduleFilling.quoted("\(folder)/\(workspace.unitName)-rollup.slurm"),
            "slurmState": ScheduleFilling.slurm(folder, "/state/slurm-%A-%a.out"),
            "slurmRollupState": ScheduleFilling.slurm(folder, "/state/slurm-%j.out"),
            "inputs": workspace.inputs.map(ScheduleFilling.quoted).joined(separator: " "),
        ]
    }

    /// The text with every `{{name}}` replaced; lines for the other kind of unit are left out.
    func filled(_ template: String) -> String {
        let (mine, other) = isOpen ? ("{{open}}", "{{closed}}") : ("{{closed}}", "{{open}}")
        let lines = template.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix(other) }
        let text = lines.map { $0.hasPrefix(mine) ? $0.dropFirst(mine.count) : $0 }.joined(separator: "\n")
        return text.replacing(/\{\{(\w+)\}\}/) { values[String($0.1)] ?? "" }
    }

    /// One word for a shell.
    static func quoted(_ text: String) -> String {
        let plain = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || "/._-+@".unicodeScalars.contains($0)
        }
        return plain && !text.isEmpty ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// One word for a shell in a line of cron, which takes a per cent sign for the end of the line.
    private static func cron(_ text: String) -> String {
        quoted(text).replacing("%", with: "\\%")
    }

    /// A path in an option of `#SBATCH`, which takes % for what is filled in, and quotes as a shell does.
    private static func slurm(_ folder: String, _ file: String) -> String {
        "\"" + escaped(folder) + file + "\""
    }

    /// One word in a unit of systemd.
    private static func unit(_ text: String) -> String {
        let escaped = Self.escaped(text)
        return escaped.contains(where: { " '\"".contains($0) }) ? "\"\(escaped)\"" : escaped
    }

    /// As it stands between double quotes where % has a meaning.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
    }

    /// Whose the workspace is: that user can write it.
    private static func owner(of folder: String) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder)
        return attributes?[.ownerAccountName] as? String ?? NSUserName()
    }
}
