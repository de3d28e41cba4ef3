import Foundation
import SourceFiles
import TestSupport
import Testing

/// What the program prints of its commands and options reaches help, completions and the manual.
@Suite struct PackageTests {
    private let packaging = Repository.root.appending(path: "Resources/packaging")

    /// The commands that the program's own overview lists.
    private func commands() throws -> [String] {
        let overview = try Program.run("--help").output
        return overview.matches(of: /^\x20\x20([a-z]+)\s/.anchorsMatchLineEndings()).map { String($0.1) }
    }

    private func complete(_ words: String...) throws -> Set<String> { try complete(words) }

    /// What bash offers for the last word.
    private func complete(_ words: [String], in folder: URL? = nil) throws -> Set<String> {
        let script = """
            source <(goalbook completion bash); COMP_WORDS=(goalbook "$@"); COMP_CWORD=$#; _goalbook
            ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"; exit 0
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["--norc", "-c", script, "bash"] + words
        let path = Program.executable.deletingLastPathComponent().path(percentEncoded: false)
        let inherited = ProcessInfo.processInfo.environment
        process.environment = inherited.merging(["PATH": path + ":" + (inherited["PATH"] ?? "/usr/bin:/bin")]) { $1 }
        if let folder { process.currentDirectoryURL = folder }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let complaints = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0 && complaints.isEmpty, "\(words): \(complaints)")
        return Set(lines.split(separator: "\n").map(String.init))
    }

    @Test func everyOptionStandsInHelpCompletionsAndManual() throws {
        let overview = try Program.run("--help").output
        let zsh = try Program.run("completion", "zsh").output
        let page = try Program.run("manual", packaging.appending(path: "goalbook.1").path(percentEncoded: false)).output
        let sections = page.replacing("\\-", with: "-").split(separator: "\n.SS ").map { String($0) }
        #expect(!page.contains("@"))
        let commands = try commands()
        #expect(commands.count >= 16 && commands.contains("build"))
        #expect(try complete("") == Set(commands))
        let common = try complete("-")
        #expect(common.isSuperset(of: ["--help", "-h", "--version", "-V", "--lang", "--resources", "--quiet"]))
        for option in common { #expect(overview.contains(option) && zsh.contains(option), "\(option)") }
        for command in commands {
            let options = try complete(command, "-").subtracting(common)
            for language in ["zh", "en"] {
                let help = try Program.run("help", command, "--lang", language).output
                for option in options { #expect(help.contains(option), "\(command), \(language): \(option)") }
            }
            let section = try #require(sections.first { $0.hasPrefix(command + "\n") }, "the manual lacks \(command)")
            let start = try #require(zsh.range(of: "    \(command)) _arguments"), "zsh lacks \(command)")
            let entry = zsh[start.upperBound...].prefix { $0 != ";" }
            for option in options {
                #expect(section.contains("\\fB\(option)\\fR") && entry.contains(option), "\(command): \(option)")
            }
        }
        #expect(try complete("build", "-").isSuperset(of: ["-o", "--output", "--no-proof"]))
    }

    @Test func completionOffersTheValues() throws {
        #expect(try complete("build", "--only", "book,br") == ["book,brief"])
        #expect(try complete("build", "--only", "=", "s") == ["site", "sheets"])
        #expect(try complete("check", "--format", "") == ["text", "lines", "json", "sarif", "junit", "xlsx"])
        #expect(try complete("check", "--fail-on", "=") == ["error", "warning", "hint", "never"])
        #expect(try complete("build", "--preset", "") == ["official", "office"])
        #expect(try complete("schedule", "") == ["cron", "systemd", "slurm"])
        #expect(try complete("--lang", "en", "sta") == ["status"])
        #expect(try complete("help", "sta") == ["status"])
        #expect(try complete("explain", "I0").isSuperset(of: ["I01", "I03"]))
        #expect(try complete("build", "--jobs", "").isEmpty)
        // Each value that is offered is one that the program takes.
        for kind in try complete("build", "--only", "") {
            #expect(!(try Program.run("build", "/nowhere", "--only", kind).errors.contains("不认识")), "\(kind)")
        }
    }

    @Test func completionOffersTheFilesThatCanBeRead() throws {
        let bench = try Workbench()
        for suffix in SourceReader.extensions { try bench.write("", to: "甲 镇.\(suffix)") }
        for name in ["图.png", "大写.DOCX", "全县/乙.txt"] { try bench.write("", to: name) }
        let expected = Set(SourceReader.extensions.map { "甲 镇.\($0)" }).union(["大写.DOCX", "全县"])
        #expect(try complete(["build", ""], in: bench.folder) == expected)
        #expect(try complete(["build", "-o", ""], in: bench.folder) == ["全县"])
    }

    /// The package takes version and date from one place each.
    @Test func versionStandsOnlyInTheProgram() throws {
        let version = try Program.run("--version").output.replacing("goalbook ", with: "").filter { !$0.isWhitespace }
        #expect(version.contains("."))
        let names = try FileManager.default.contentsOfDirectory(atPath: packaging.path(percentEncoded: false))
        for name in names where name != "examples" {
            let text = try String(contentsOf: packaging.appending(path: name), encoding: .utf8)
            #expect(!text.contains(version), "\(name)")
        }
    }
}
