import Foundation
import Intake
import TestSupport
import Testing

@testable import Delivery

/// Schedules as the machine's own programs read them.
@Suite struct ScheduleTests {
    private static let verify = "/usr/bin/systemd-analyze"
    private static var canVerify: Bool {
        let found = FileManager.default.isExecutableFile(atPath: verify)
        if !found { print("没有 systemd-analyze，不检验 systemd 的写法") }
        return found
    }

    private func run(_ program: String, _ arguments: String...) throws -> (status: Int32, words: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, words)
    }

    /// A workspace at a path with what schedules may stumble over.
    private func make(_ name: String, _ bench: borrowing Workbench, settings: String = "{ nightly: { at: \"4:05\" } }") throws
        -> Workspace
    {
        try Workspace.create(at: bench.path(name), template: Data(settings.utf8))
        return try Workspace(at: bench.path(name))
    }

    @Test func cronHasItsLineEachNightAndAfterAStart() throws {
        let bench = try Workbench()
        let workspace = try make("50% 'a' 县", bench)
        let file = try #require(try ScheduleText(.cron, workspace, resources: ResourceFolder()).files.first)
        #expect(file.path.wholeMatch(of: /\/etc\/cron\.d\/[A-Za-z0-9_-]+/) != nil)
        let lines = file.text.split(separator: "\n").filter { !$0.hasPrefix("#") && !$0.contains("=") }
        #expect(lines.count == 2 && lines[0].hasPrefix("5 4 * * * root ") && lines[1].hasPrefix("@reboot root "))
        for line in lines {
            // Cron takes the sixth field on as the command, turns \% into %, and hands it to a shell.
            let command = line.components(separatedBy: " root ")[1].replacing("\\%", with: "%")
            #expect(!line.replacing("\\%", with: "").contains("%"))
            let echo = command.replacing("sleep 120; ", with: "")
            let words = try run("/bin/sh", "-c", "set -- \(echo); for word; do printf '%s\\n' \"$word\"; done").words.split(
                separator: "\n")
            let folder = workspace.folder.path(percentEncoded: false).trimmingSuffix { $0 == "/" }
            #expect(Array(words[1...3]) == ["nightly", "--workspace", folder[...]], "\(words)")
        }
        #expect(file.text.hasSuffix("\n"))
    }

    @Test(.enabled(if: canVerify)) func systemdTakesServiceAndTimer() throws {
        let bench = try Workbench()
        for (name, settings) in [
            ("a b%i$HOME", "{ name: \"某县\" }"), ("plain", "{ mail: { via: \"sendmail\" } }"),
            ("hooked", "{ nightly: { hooks: { failure: [\"/bin/true\"] } } }"),
        ] {
            let isClosed = name.hasPrefix("a")
            let workspace = try make(name, bench, settings: settings)
            let text = try ScheduleText(.systemd, workspace, resources: ResourceFolder())
            try text.install(below: bench.path("root"))
            let paths = text.files.map { bench.path("root") + $0.path }
            let checked = try run(Self.verify, "verify", "--man=no", paths[0], paths[1])
            // Foreign units of the machine may be named, too.
            let own = checked.words.split(separator: "\n").filter { $0.contains("goalbook") }
            #expect(own.isEmpty, "\(checked.words)")
            #expect(text.files[1].text.contains("Persistent=true") && text.files[1].text.contains("OnCalendar=*-*-* 02:30:00"))
            let unit = text.files[0].text
            #expect(unit.contains("NoNewPrivileges=yes") == isClosed && unit.contains("SystemCallFilter") == isClosed)
            // Root without any capability cannot read what others have closed.
            let rights = unit.contains("User=root") ? "CAP_DAC_OVERRIDE CAP_DAC_READ_SEARCH" : ""
            #expect(unit.contains("CapabilityBoundingSet=\(rights)\n") == isClosed)
            #expect(!text.files.contains { $0.text.contains("{{") })
            let title = isClosed ? "某县" : name
            #expect(unit.contains("Description=goalbook：更新“\(title)”的结果\n"), "\(unit)")
        }
        let words = try run(Self.verify, "calendar", "*-*-* 02:30:00")
        #expect(words.status == 0, "\(words)")
    }

    @Test func slurmSharesTheTownsAmongItsJobs() throws {
        let bench = try Workbench()
        let workspace = try make("a 'b'", bench)
        let schedule = try ScheduleText(.slurm, workspace, resources: ResourceFolder())
        let file = try #require(schedule.files.first)
        let rollup = try #require(schedule.files.last)
        try bench.write(file.text, to: "job.sh")
        try bench.write(rollup.text, to: "rollup.sh")
        #expect(try run("/bin/bash", "-n", bench.path("job.sh")).status == 0)
        #expect(try run("/bin/bash", "-n", bench.path("rollup.sh")).status == 0)
        #expect(schedule.files.count == 2 && schedule.next.contains("--dependency=afterany:$job") && !rollup.text.contains("{{"))
        #expect(file.text.contains("#SBATCH --output=\"\(bench.path("a 'b'"))/state/slurm-%A-%a.out\"\n"))
        #expect(file.text.contains("#SBATCH --array=1-8"))
        let unsent = try run("/bin/bash", bench.path("job.sh"))
        #expect(unsent.status != 0 && unsent.words.contains("sbatch"))
    }

    @Test func installingOverwritesOnlyWhatIsOurs() throws {
        let bench = try Workbench()
        let workspace = try make("w", bench)
        let text = try ScheduleText(.cron, workspace, resources: ResourceFolder())
        try text.install(below: bench.path("root"))
        try text.install(below: bench.path("root"))
        let path = "root" + text.files[0].path
        #expect(try String(contentsOfFile: bench.path(path), encoding: .utf8) == text.files[0].text)
        let mode = try FileManager.default.attributesOfItem(atPath: bench.path(path))[.posixPermissions] as? Int
        #expect(mode == 0o644)
        try bench.write("0 0 * * * root reboot\n", to: path)
        #expect(throws: PublicationError.self) { try text.install(below: bench.path("root")) }
        #expect(try String(contentsOfFile: bench.path(path), encoding: .utf8).contains("reboot"))
    }

    @Test func everyWorkspaceHasUnitsOfItsOwn() throws {
        let bench = try Workbench()
        let names = try ["甲县", "乙县", "a", "b/a"].map { try make($0, bench).unitName }
        #expect(Set(names).count == names.count)
        #expect(names.allSatisfy { $0.wholeMatch(of: /goalbook-[a-z0-9-]+/) != nil }, "\(names)")
    }
}

extension String {
    fileprivate func trimmingSuffix(_ isOut: (Character) -> Bool) -> String {
        String(reversed().drop(while: isOut).reversed())
    }
}
