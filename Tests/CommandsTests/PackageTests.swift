import Foundation
import SourceFiles
import TestSupport
import Testing

/// The man page and the completions say what the program says.
@Suite struct PackageTests {
    private let packaging = Repository.root.appending(path: "Resources/packaging")
    private let common: Set<String> = ["--help", "--lang", "--resources"]

    private func text(_ name: String) throws -> String {
        try String(contentsOf: packaging.appending(path: name), encoding: .utf8)
    }

    /// Commands of the man page with the options of each, in the order in which they stand.
    private func manual() throws -> [(command: String, options: Set<String>)] {
        let page = try text("goalbook.1").replacing("\\-", with: "-")
        let start = try #require(page.range(of: ".SH 命令\n"))
        let end = try #require(page.range(of: "\n.SH ", range: start.upperBound..<page.endIndex))
        return page[start.upperBound..<end.lowerBound].split(separator: ".SS ").map { section in
            let lines = section.split(separator: "\n")
            let tags = zip(lines, lines.dropFirst()).filter { $0.0 == ".TP" }.map { String($0.1) }
            return (String(lines[0]), tags.reduce(into: Set<String>()) { $0.formUnion(options(in: $1)) })
        }
    }

    private func options(in text: String) -> Set<String> {
        Set(text.matches(of: /(?:^|[^-\w])(--[a-z][a-z-]*|-[a-z])(?![-\w])/.anchorsMatchLineEndings()).map { String($0.1) })
            .union(text.matches(of: /\\fB(--[a-z][a-z-]*|-[a-z])\\fR/).map { String($0.1) })
    }

    /// The commands that the program's own overview lists.
    private func commands() throws -> [String] {
        let overview = try Program.run("--help").output
        return overview.matches(of: /^\x20\x20([a-z]+)\s/.anchorsMatchLineEndings()).map { String($0.1) }
    }

    private func complete(_ words: String...) throws -> Set<String> { try complete(words) }

    /// What bash offers for the last word.
    private func complete(_ words: [String], in folder: URL? = nil) throws -> Set<String> {
        let script = """
            source "$0"; COMP_WORDS=(goalbook "$@"); COMP_CWORD=$#; _goalbook
            ((${#COMPREPLY[@]})) && printf '%s\\n' "${COMPREPLY[@]}"; exit 0
            """
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        let source = packaging.appending(path: "completion.bash").path(percentEncoded: false)
        process.arguments = ["--norc", "-c", script, source] + words
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

    @Test func whatTheProgramPrintsStandsInThePageAndTheCompletions() throws {
        let pages = Dictionary(uniqueKeysWithValues: try manual().map { ($0.command, $0.options) })
        let zsh = try text("completion.zsh")
        let commands = try commands()
        #expect(commands.count >= 7)
        for command in commands {
            let page = try #require(pages[command], "the man page lacks \(command)")
            let help = try Program.run(command, "--help").output
            let printed = options(in: help).subtracting(common)
            #expect(printed.isSubset(of: page), "\(command): the man page lacks \(printed.subtracting(page))")
            #expect(try complete(command, "-").isSuperset(of: printed), "\(command): the completion lacks some of \(printed)")
            #expect(zsh.contains("'\(command):"), "zsh lacks \(command)")
        }
        #expect(options(in: try Program.run("build", "--help").output).isSuperset(of: ["-o", "--output", "--no-proof"]))
    }

    @Test func whatThePageNamesTheProgramKnows() throws {
        let listed = Set(try commands())
        var known = 0
        for (command, options) in try manual() {
            let help = try Program.run(command, "--help")
            guard help.exitCode == 0 else {
                #expect(help.errors.contains("没有“\(command)”这个命令") && !listed.contains(command), "\(command): \(help.errors)")
                continue
            }
            known += 1
            #expect(listed.contains(command), "\(command) is not in the overview")
            for option in options where option.hasPrefix("--") {
                let tried = try Program.run(command, "--help", option + "=x")
                #expect(!tried.errors.contains("不认识的选项"), "\(command) does not know \(option)")
            }
        }
        #expect(known == listed.count)
    }

    @Test func pageAndCompletionsHaveTheSameOptions() throws {
        let pages = try manual()
        #expect(try complete("") == Set(pages.map(\.command)))
        let zsh = try text("completion.zsh")
        for (command, options) in pages {
            #expect(try complete(command, "-") == options.union(common), "\(command)")
            let start = try #require(zsh.range(of: "    \(command))"))
            let end = try #require(zsh.range(of: ";;", range: start.upperBound..<zsh.endIndex))
            let entry = zsh[start.upperBound..<end.lowerBound]
            let offered = Set(entry.matches(of: /['*{](--[a-z-]+)[\[\]]/).map { String($0.1) })
            let long = options.filter { $0.hasPrefix("--") && $0 != "--output" }
            #expect(offered == long, "zsh, \(command)")
            #expect(entry.contains("{-o,--output}") == options.contains("-o"), "zsh, \(command)")
        }
        #expect(try complete("-") == common.union(["--version"]))
    }

    @Test func completionOffersTheValues() throws {
        #expect(try complete("build", "--only", "book,br") == ["book,brief"])
        #expect(try complete("build", "--only", "=", "s") == ["site", "sheets"])
        #expect(try complete("check", "--format", "") == ["text", "json", "sarif", "junit", "xlsx"])
        #expect(try complete("check", "--fail-on", "=") == ["error", "warning", "hint", "never"])
        #expect(try complete("build", "--preset", "") == ["official", "office"])
        #expect(try complete("schedule", "") == ["cron", "systemd", "slurm"])
        #expect(try complete("--lang", "en", "sta") == ["status"])
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

    @Test func exitCodesOfTheOverviewStandInThePage() throws {
        let overview = try Program.run("--help").output
        let codes = overview.matches(of: /(?:·|：| ) ?(\d+) (?=\p{Han})/).map { String($0.1) }
        let page = try text("goalbook.1")
        #expect(codes.count >= 7)
        for code in codes { #expect(page.contains("\n\(code)|"), "exit code \(code)") }
    }

    /// The package takes version and date from one place each.
    @Test func versionStandsOnlyInTheProgram() throws {
        let version = try Program.run("--version").output.replacing("goalbook ", with: "").filter { !$0.isWhitespace }
        #expect(version.contains("."))
        let names = try FileManager.default.contentsOfDirectory(atPath: packaging.path(percentEncoded: false))
        for name in names where name != "examples" { #expect(!(try text(name).contains(version)), "\(name)") }
        #expect(try text("goalbook.1").contains("@VERSION@") && text("control").contains("Version: @VERSION@"))
    }
}
