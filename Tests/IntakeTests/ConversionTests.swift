import Foundation
import TestSupport
import Testing

/// Old office formats, with a stand-in for LibreOffice: what it is asked, what happens when it fails or hangs.
@Suite struct ConversionTests {
    /// The head of an old Word file.
    private static let old =
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504) + stream("WordDocument")

    private static func stream(_ name: String) -> [UInt8] {
        let bytes = (Array(name.utf16) + [0]).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        return [UInt8](repeating: 0, count: 512) + bytes + [UInt8](repeating: 0, count: 1_024)
    }

    /// A folder with a program `soffice` that does what the script says, for `$out` and each input `$file`.
    private func office(_ bench: borrowing Workbench, _ script: String) throws -> String {
        let text = """
            #!/bin/sh
            echo "$@" >> "\(bench.path("calls"))"
            while [ $# -gt 0 ]; do case "$1" in --outdir) out=$2; shift 2;; */in/*) set -- "$@" ; break;; *) shift;; esac; done
            for file in "$@"; do
            \(script)
            done
            """
        try bench.write(text, to: "bin/soffice")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: bench.path("bin/soffice"))
        return bench.path("bin") + ":/usr/bin:/bin"
    }

    @Test func manyFilesAreConvertedInOneCall() throws {
        let bench = try Workbench()
        let book = try Corpus.all[0].book(of: "欢喜庄乡")
        try bench.write(BookFiles.word(book), to: "ready.docx")
        let path = try office(bench, "name=$(basename \"$file\"); cp \"\(bench.path("ready.docx"))\" \"$out/${name%.*}.docx\"")
        try bench.write(Self.old, to: "in/-甲.doc")
        try bench.write(Self.old + [1], to: "in/乙.wps")
        let run = try Program.run("facts", bench.path("in"), environment: ["PATH": path])
        #expect(run.exitCode == 0, "\(run.errors)")
        #expect(run.output.contains("\"format\" : \"doc\"") && run.errors.contains("内容完全相同"))
        let calls = try String(contentsOf: bench.folder.appending(path: "calls"), encoding: .utf8).split(separator: "\n")
        #expect(calls.count == 1 && calls[0].contains("-env:UserInstallation=file://") && calls[0].contains("--headless"))
        #expect(!calls[0].contains("甲"))
    }

    /// Who has installed a part of the office is told which part is missing, and nothing is tried.
    @Test(arguments: [("libsclo.so", "libreoffice-writer-nogui", ".docx"), ("libswlo.so", "", "")])
    func aPartOfTheOfficeThatIsMissingIsNamed(library: String, package: String, modern: String) throws {
        let bench = try Workbench()
        let path = try office(bench, "exit 1")
        try bench.write("", to: "bin/\(library)")
        try bench.write(Self.old, to: "in/甲.doc")
        let run = try Program.run("facts", bench.path("in"), environment: ["PATH": path])
        #expect(run.exitCode == 4)
        let isMissing = !package.isEmpty
        #expect(FileManager.default.fileExists(atPath: bench.path("calls")) == !isMissing)
        let words = isMissing ? "缺少处理文字文档的部分。请安装 \(package)（apt-get install \(package)）后再试，或用WPS另存为 \(modern)" : "转换不了这个文件"
        #expect(run.errors.contains("甲.doc：") && run.errors.contains(words), "\(run.errors)")
    }

    /// One file that the office dies of is tried alone, and the other still read.
    @Test func oneBadFileLeavesTheOther() throws {
        let bench = try Workbench()
        try bench.write(BookFiles.word(try Corpus.all[0].book(of: "欢喜庄乡")), to: "ready.docx")
        let path = try office(
            bench,
            "name=$(basename \"$file\"); [ $(stat -c %s \"$file\") -gt \(Self.old.count) ] || exit 1; cp \"\(bench.path("ready.docx"))\" \"$out/${name%.*}.docx\""
        )
        try bench.write(Self.old, to: "in/坏.doc")
        try bench.write(Self.old + [1], to: "in/好.doc")
        let run = try Program.run("facts", bench.path("in"), environment: ["PATH": path])
        #expect(run.exitCode == 3 && run.output.contains("欢喜庄乡"), "\(run.errors)")
        #expect(run.errors.contains("坏.doc：LibreOffice 转换不了这个文件"))
    }

    /// A file that the office hangs at costs its own time and no other file; when it hangs at all of them, it is given up.
    @Test func aFileThatItHangsAtCostsItsOwnTime() throws {
        let bench = try Workbench()
        let hung = Self.old.count + 2
        try bench.write(BookFiles.word(try Corpus.all[0].book(of: "欢喜庄乡")), to: "ready.docx")
        let path = try office(
            bench,
            "name=$(basename \"$file\"); [ $(stat -c %s \"$file\") -ne \(hung) ] || sleep 600; cp \"\(bench.path("ready.docx"))\" \"$out/${name%.*}.docx\""
        )
        for (index, extra) in [1, 2, 1, 1].enumerated() {
            try bench.write(Self.old + [UInt8](repeating: 1, count: extra), to: "in/\(index).doc")
        }
        let environment = ["PATH": path, "GOALBOOK_OFFICE_SECONDS": "1"]
        let began = ContinuousClock.now
        let run = try Program.run("facts", bench.path("in"), environment: environment)
        #expect(run.exitCode == 3 && run.output.contains("欢喜庄乡") && ContinuousClock.now - began < .seconds(8), "\(run.errors)")
        #expect(run.errors.contains("1.doc：LibreOffice 转换不了这个文件（1秒还没有转换完）"), "\(run.errors)")
        #expect(run.errors.components(separatedBy: "失败：").count == 2)
        for index in 0..<9 { try bench.write(Self.old + [1, 1], to: "all/\(index).doc") }
        let all = try Program.run("facts", bench.path("all"), environment: environment)
        #expect(all.exitCode == 4 && all.errors.components(separatedBy: "还没有转换完").count == 4, "\(all.errors)")
        #expect(all.errors.components(separatedBy: "没有轮到这个文件").count == 7)
        #expect(try String(contentsOfFile: bench.path("calls"), encoding: .utf8).split(separator: "\n").count == 5)
    }

    /// Whoever stops the program stops the office as well, and nothing of its copies stays.
    @Test func aStoppedRunLeavesNothing() async throws {
        let bench = try Workbench()
        let path = try office(bench, "trap '' TERM; sleep 600 & echo $! $$ > \"\(bench.path("pids"))\"; wait")
        try bench.write(Self.old, to: "甲.doc")
        try FileManager.default.createDirectory(at: bench.folder.appending(path: "tmp"), withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = Program.executable
        process.arguments = ["facts", bench.path("甲.doc")]
        // Whoever waits for its turn among other tests must not find the run ended by its own limit.
        let own = ["PATH": path, "TMPDIR": bench.path("tmp"), "GOALBOOK_OFFICE_SECONDS": "3000"]
        process.environment = ProcessInfo.processInfo.environment.merging(own) { $1 }
        process.standardError = FileHandle.nullDevice
        try process.run()
        var pids: [pid_t] = []
        for _ in 0..<400 where pids.count < 2 {
            try await Task.sleep(for: .milliseconds(50))
            let words = (try? String(contentsOfFile: bench.path("pids"), encoding: .utf8)) ?? ""
            pids = words.split(whereSeparator: \.isWhitespace).compactMap { pid_t($0) }
        }
        #expect(pids.count == 2)
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGTERM)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path("tmp")).isEmpty)
        try await Task.sleep(for: .milliseconds(200))
        for pid in pids {
            let state = (try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8))?.split(separator: " ").dropFirst(2)
                .first
            #expect(state == nil || state == "Z", "\(pid) still runs")
        }
    }

    @Test func withoutOfficeTheMessageSaysWhatToDo() throws {
        let bench = try Workbench()
        try bench.write(Self.old, to: "甲.doc")
        try FileManager.default.createDirectory(at: bench.folder.appending(path: "bin"), withIntermediateDirectories: true)
        let run = try Program.run("facts", bench.path("甲.doc"), environment: ["PATH": bench.path("bin")])
        #expect(run.exitCode == 4)
        #expect(run.errors.contains("apt-get install libreoffice-writer-nogui") && run.errors.contains("另存为 .docx"))
    }

    @Test func temporaryFilesAreRemoved() throws {
        let bench = try Workbench()
        let path = try office(bench, "exit 1")
        try bench.write(Self.old, to: "甲.doc")
        try FileManager.default.createDirectory(at: bench.folder.appending(path: "tmp"), withIntermediateDirectories: true)
        let run = try Program.run("facts", bench.path("甲.doc"), environment: ["PATH": path, "TMPDIR": bench.path("tmp")])
        #expect(run.exitCode == 4)
        #expect(try FileManager.default.contentsOfDirectory(atPath: bench.path("tmp")).isEmpty)
    }
}
