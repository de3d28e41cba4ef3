import Foundation
import TestSupport
import Testing

/// `goalbook build` as a user runs it: folders, exit codes, failures, the second run.
@Suite struct BuildTests {
    private static let town = "139901-706001-小村乡-2026"

    private func small() throws -> [UInt8] {
        try Repository.fixture("hostile/编码/utf8.txt")
    }

    @Test func oneTownIsBuiltWithALine() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"))
        #expect(run.exitCode == 0)
        let page = bench.path("out/\(Self.town)/index.html")
        #expect(run.output.hasPrefix("小村乡 2个项目 16.10万元 100.0分 错误0 警告0 → ") && run.errors.isEmpty, "\(run)")
        #expect(run.output.hasSuffix(" → …小村乡-2026/index.html\n") && run.output.split(separator: "\n").count == 1)
        let wide = ["COLUMNS": "400"]
        #expect(
            try Program.run("build", bench.path("in"), "-o", bench.path("out"), environment: wide).output.hasSuffix("→ \(page)\n")
        )
        let quiet = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--quiet")
        #expect(quiet.exitCode == 0 && quiet.output.isEmpty && quiet.errors.isEmpty)
        let names = Set(try bench.files(below: "out").keys)
        let documents = [
            "绩效目标书.pdf", "领导简报.pdf", "审核意见书.pdf", "index.html", "mail.html", "mail.txt", "facts.json", "数据.xlsx", "审核意见表.xlsx",
        ]
        let tables = ["项目", "绩效指标", "支出计划", "资金构成", "问题清单"].flatMap { ["表格/\($0).csv", "表格/\($0).json"] }
        let expected = (documents + tables).map { Self.town + "/" + $0 }
        #expect(names == Set(expected + ["index.html", "汇总.xlsx", "rollup.json", "manifest.json"]))
    }

    /// Also where no page is made that could tell: somebody prints the book and finds 〓 in it.
    @Test func aCharacterWithoutGlyphIsTold() throws {
        let bench = try Workbench()
        let text = String(decoding: try small(), as: UTF8.self).replacing("村卫生室取暖补助", with: "村卫生室\u{E000}取暖补助")
        try bench.write(text, to: "in/小村乡.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "book")
        #expect(run.exitCode == 0 && run.errors.contains("U+E000") && run.errors.contains("在所有字体中都没有字形"), "\(run.errors)")
    }

    /// What printing had to say is known late, and stands in what was made before or beside it all the same.
    @Test func severalWorkersMakeTheSameFilesWhereACharacterHasNoGlyph() throws {
        let bench = try Workbench()
        let text = String(decoding: try small(), as: UTF8.self).replacing("村卫生室取暖补助", with: "村卫生室\u{E000}取暖补助")
        try bench.write(text, to: "in/小村乡.txt")
        var made: [[String: Data]] = []
        for jobs in 1...4 {
            let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--jobs", "\(jobs)")
            #expect(run.exitCode == 0 && run.errors.contains("U+E000"), "\(run.errors)")
            made.append(try bench.files(below: "out"))
        }
        let page = String(decoding: try #require(made[0][Self.town + "/index.html"]), as: UTF8.self)
        #expect(page.contains("在所有字体中都没有字形"))
        for jobs in 2...4 { #expect(made[jobs - 1] == made[0]) }
    }

    /// A line a town and one for all; a town that failed has none, and a line for each place on standard error.
    @Test func whatFailedIsNotListedAsMade() throws {
        let bench = try Workbench()
        try bench.write(Array(Data(contentsOf: Repository.root.appending(path: "samples/柳溪镇.txt"))), to: "in/柳溪镇.txt")
        for town in ["泉坊镇", "巨鹿镇"] { try bench.write(Corpus.all[0].bytes(of: town), to: "in/\(town).txt") }
        try bench.write("\u{0}\u{1}", to: "in/坏.txt")
        for options in [[], ["--quiet"]] {
            let run = try Program.run(
                ["build", "in", "-o", "out", "--only", "site,mail"] + options, in: bench.folder, environment: ["COLUMNS": "80"])
            #expect(run.exitCode == 3)
            let lines = run.output.split(separator: "\n")
            #expect(lines.count == (options.isEmpty ? 3 : 0) && !run.output.contains("柳溪镇"), "\(run.output)")
            if options.isEmpty {
                #expect(lines[0].hasPrefix("巨鹿镇 ") && lines[1].hasPrefix("泉坊镇 "), "\(run.output)")
                #expect(lines[2].hasPrefix("合计3个") && lines[2].hasSuffix(" 失败1 → out/index.html"), "\(run.output)")
                for line in lines {
                    #expect(line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } <= 80, "\(line)")
                }
            }
            let told = run.errors.split(separator: "\n")
            #expect(told.count == 5 && told[0].hasPrefix("失败：坏.txt：文件不是文本"), "\(run.errors)")
            #expect(told[1].hasPrefix("失败：柳溪镇.txt：有不能公开的个人信息（3处）。"), "\(run.errors)")
            #expect(told[2...].allSatisfy { $0.hasPrefix("  柳溪镇.txt 第") && $0.contains("项目") }, "\(run.errors)")
        }
    }

    /// Another disk cannot be swapped as a whole; it is said before anything is done.
    @Test func aMountPointIsRefused() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        let run = try Program.run("build", bench.path("in"), "-o", "/proc", "--only", "mail")
        #expect(run.exitCode == 2 && run.errors.contains("“/proc”是磁盘的挂载点"), "\(run.errors)")
        #expect(run.errors.contains("-o /proc/结果"), "\(run.errors)")
    }

    @Test func sameInputGivesSameBytes() throws {
        let bench = try Workbench()
        for folder in ["a", "b/c"] {
            try bench.write(small(), to: folder + "/in/小村乡.txt")
            try bench.write(Corpus.all[0].bytes(of: "欢喜庄乡"), to: folder + "/in/欢喜庄乡.txt")
        }
        let first = try Program.run("build", "in", "-o", "out", "--jobs", "1", in: bench.folder.appending(path: "a"))
        let zone = ["TZ": "Asia/Shanghai", "LC_ALL": "zh_CN.UTF-8"]
        let second = try Program.run(
            "build", bench.path("b/c/in"), "-o", bench.path("x/out"), "--jobs", "4", in: bench.folder, environment: zone)
        #expect(first.exitCode == 0 && second.exitCode == 0)
        let (a, b) = (try bench.files(below: "a/out"), try bench.files(below: "x/out"))
        #expect(a.count == 43)
        #expect(a == b)
    }

    @Test func oneBadFileLeavesTheOthers() throws {
        let bench = try Workbench()
        for town in ["泉坊镇", "欢喜庄乡", "清风店镇", "亮甲店镇"] { try bench.write(Corpus.all[0].bytes(of: town), to: "in/\(town).txt") }
        try bench.write(Repository.fixture("hostile/二进制.txt"), to: "in/坏文件.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "site,mail,facts")
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("坏文件.txt") && run.errors.contains("二进制"))
        #expect(try bench.files(below: "out").keys.count { $0.hasSuffix("facts.json") } == 4)
    }

    @Test func nothingReadableKeepsOldResults() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "mail").exitCode == 0)
        let before = try bench.files(below: "out")
        try bench.write("", to: "in/小村乡.txt")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out")).exitCode == 4)
        #expect(try Program.run("build", bench.path("没有"), "-o", bench.path("out")).exitCode == 4)
        #expect(try bench.files(below: "out") == before)
    }

    @Test func foreignFolderIsRefused() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        try bench.write("mine", to: "out/论文.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"))
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("manifest.json"))
        #expect(try bench.files(below: "out").keys.sorted() == ["论文.txt"])
    }

    @Test func inputInsideTheOutputIsRefused() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "mail").exitCode == 0)
        try bench.write(small(), to: "out/小村乡.txt")
        let run = try Program.run("build", bench.path("out/小村乡.txt"), "-o", bench.path("out"), "--only", "mail")
        #expect(run.exitCode == 2)
        #expect(run.errors.contains("小村乡.txt"))
        #expect(try bench.files(below: "out")["小村乡.txt"] == Data(small()))
    }

    @Test func linkedOutputStaysALink() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        try FileManager.default.createDirectory(atPath: bench.path("real"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: bench.path("out"), withDestinationPath: "real")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "mail").exitCode == 0)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: bench.path("out")) == "real")
        #expect(try bench.files(below: "real").keys.contains("manifest.json"))
    }

    /// What is no ordinary file neither hangs the run nor speaks English.
    @Test func otherThanFilesAreReported() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        for (name, destination) in ["断.txt": "没有.txt", "设备.txt": "/dev/zero"] {
            try FileManager.default.createSymbolicLink(atPath: bench.path("in/" + name), withDestinationPath: destination)
        }
        let run = try Program.run("check", bench.path("in"), "--fail-on", "never")
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("断.txt：读不了这个文件：文件或文件夹不存在"))
        #expect(run.errors.contains("设备.txt：这不是普通文件"))
    }

    @Test func secondRunReplacesTheWhole() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        try bench.write(Corpus.all[0].bytes(of: "欢喜庄乡"), to: "in/欢喜庄乡.txt")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("in/out"), "--only", "mail").exitCode == 0)
        #expect(try bench.files(below: "in/out").keys.count { $0.hasSuffix("mail.txt") } == 2)
        try FileManager.default.removeItem(at: bench.folder.appending(path: "in/欢喜庄乡.txt"))
        // The results lie inside the input and are not taken for input.
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("in/out"), "--only", "mail")
        #expect(run.exitCode == 0 && run.errors.contains("没有更新") && run.errors.contains("欢喜庄乡"), "\(run.errors)")
        // A town of before stays, until somebody removes its folder.
        #expect(try bench.files(below: "in/out").keys.count { $0.hasSuffix("mail.txt") } == 2)
        let town = try #require(
            FileManager.default.contentsOfDirectory(atPath: bench.path("in/out")).first { $0.contains("欢喜庄乡") })
        try FileManager.default.removeItem(atPath: bench.path("in/out/" + town))
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("in/out"), "--only", "mail").errors.isEmpty)
        #expect(try bench.files(below: "in/out").keys.count { $0.hasSuffix("mail.txt") } == 1)
        let rest = try FileManager.default.contentsOfDirectory(atPath: bench.path("in"))
        #expect(rest.sorted() == ["out", "小村乡.txt"])
    }

    @Test func conflictingFilesFailThatTown() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/一.txt")
        try bench.write(small() + Array("\n附：修改\n".utf8), to: "in/二.txt")
        try bench.write(Corpus.all[0].bytes(of: "欢喜庄乡"), to: "in/欢喜庄乡.txt")
        try bench.write(Corpus.all[0].bytes(of: "欢喜庄乡"), to: "in/欢喜庄乡（副本）.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "mail")
        #expect(run.exitCode == 3)
        #expect(run.errors.contains("一.txt、二.txt"))
        #expect(run.errors.contains("说明：欢喜庄乡（副本）.txt 与 欢喜庄乡.txt 内容完全相同"))
        #expect(try bench.files(below: "out").keys.filter { $0.hasSuffix("mail.txt") } == ["130208-480001-欢喜庄乡-2022/mail.txt"])
    }

    @Test func otherFilesAreSkippedAndListedOnce() throws {
        let bench = try Workbench()
        try bench.write(small(), to: "in/小村乡.txt")
        for name in ["说明.md", "~$小村乡.txt", ".隐藏.txt"] { try bench.write("x", to: "in/" + name) }
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "mail")
        #expect(run.exitCode == 0)
        #expect(run.errors.split(separator: "\n").count == 1)
        for name in ["说明.md", "~$小村乡.txt", ".隐藏.txt"] { #expect(run.errors.contains(name)) }
    }

    /// What a document calls itself never leads out of the output folder.
    @Test(arguments: ["../../../etc", "a/b", "\u{0}", String(repeating: "长", count: 300), "..", "甲\u{202E}乙", "con\\aux"])
    func namesAreNoPaths(name: String) throws {
        let bench = try Workbench()
        let text = String(decoding: try small(), as: UTF8.self)
        try bench.write(text.replacing("小村", with: name), to: "in/x.txt")
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out/deep"), "--only", "mail,facts,site")
        #expect(run.exitCode == 0)
        let inside = try bench.files(below: "out/deep")
        let everything = try bench.files(below: "")
        #expect(everything.count == inside.count + 1, "something was written outside")
        let folders = Set(inside.keys.compactMap { $0.contains("/") ? String($0.split(separator: "/")[0]) : nil })
        #expect(folders.count == 1)
        #expect(folders.allSatisfy { $0.utf8.count < 200 && !$0.contains("..") && $0.hasPrefix("139901-706001-") })
    }
}
