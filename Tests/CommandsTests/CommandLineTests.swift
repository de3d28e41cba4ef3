import Foundation
import TestSupport
import Testing

/// How a command line is understood: places of options, help, and words that are misspelt.
@Suite struct CommandLineTests {
    @Test(arguments: [
        ["--lang", "en", "rules", "--help"], ["rules", "--help", "--lang", "en"], ["--lang=en", "rules", "-h"],
        ["help", "rules", "--lang", "en"], ["--lang", "en", "help", "rules"], ["-h", "rules", "--lang", "en"],
    ])
    func optionsMayStandBeforeTheCommand(words: [String]) throws {
        let run = try Program.run(words)
        #expect(run.exitCode == 0 && run.errors.isEmpty && run.output.hasPrefix("Usage: goalbook rules"), "\(words): \(run)")
    }

    @Test func valuesBeforeTheCommandAreNotTakenForIt() throws {
        let lost = try Program.run("--resources", "/nowhere", "doctor")
        #expect(lost.exitCode == 2 && lost.errors.contains("/nowhere"))
        let out = try Program.run("-o", "check", "--quiet", "--jobs", "2", "build", "/nowhere/x.txt")
        #expect(out.exitCode == 4, "\(out)")
    }

    @Test(arguments: [
        ["--help"], ["-h"], ["help"], ["help", "--help"], ["help", "build"], ["version"], ["-V"], ["--version"], ["build", "-V"],
    ])
    func helpAndVersionWorkEverywhere(words: [String]) throws {
        let run = try Program.run(words)
        #expect(run.exitCode == 0 && run.errors.isEmpty && run.output.contains("goalbook "), "\(words): \(run)")
    }

    @Test(arguments: [
        (["bulid", "x"], ["没有“bulid”这个命令", "build", "goalbook build --help"]),
        (["help", "chekc"], ["check", "goalbook check --help"]),
        (["frobnicate"], ["没有“frobnicate”这个命令", "goalbook --help"]),
        (["build", "x", "--jbos", "2"], ["不认识的选项“--jbos”", "--jobs", "goalbook build --help"]),
        (["build", "x", "--only", "bok"], ["“bok”，想写的可能是 book；", "goalbook build --help"]),
        (["check", "x", "--fail-on", "waring"], ["warning", "goalbook check --help"]),
        (["rules", "--format", "htlm"], ["html", "goalbook rules --help"]),
        (["build", "x", "--preset", "offical"], ["official", "goalbook build --help"]),
        (["schedule", "corn"], ["想写的可能是 cron", "goalbook schedule --help"]),
        (["--lnag", "en"], ["--lang", "goalbook --help"]),
        (["build"], ["没有写明", "goalbook build --help"]),
    ])
    func whatIsMisspeltIsProposed(words: [String], parts: [String]) throws {
        let run = try Program.run(words)
        #expect(run.exitCode == 2 && run.output.isEmpty)
        for part in parts { #expect(run.errors.contains(part), "\(words): \(run.errors)") }
    }

    @Test(arguments: ["zh", "en"])
    func helpFitsTheTerminal(language: String) throws {
        let overview = try Program.run("--help", "--lang", language, environment: ["COLUMNS": "80"]).output
        let commands = overview.matches(of: /^\x20\x20([a-z]+)\s/.anchorsMatchLineEndings()).map { String($0.1) }
        let pages = try commands.map { try Program.run($0, "--help", "--lang", language, environment: ["COLUMNS": "80"]).output }
        for line in ([overview] + pages).joined(separator: "\n").split(separator: "\n") {
            let columns = line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
            #expect(columns <= 80, "\(line)")
        }
    }
}
