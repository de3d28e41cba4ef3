import Foundation
import Intake
import TestSupport
import Testing

/// Inputs whose names are no UTF-8, and documents whose names do not tell that they are any.
@Suite struct InputNameTests {
    /// 清风店镇 and 目标书 as Windows writes them, for `printf`.
    private static let folder = #"\307\345\267\347\265\352\325\362"#
    private static let file = #"\304\277\261\352\312\351.txt"#

    private func town(_ name: String = "小村乡") throws -> String {
        String(decoding: try Repository.fixture("hostile/编码/utf8.txt"), as: UTF8.self).replacing("小村乡", with: name)
    }

    /// Runs a script of the shell in the folder; `$goalbook` is the program.
    private func shell(_ script: String, _ bench: borrowing Workbench) throws -> (code: Int32, words: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", script]
        process.currentDirectoryURL = bench.folder
        process.environment = ProcessInfo.processInfo.environment.merging([
            "goalbook": Program.executable.path(percentEncoded: false)
        ]) { $1 }
        let output = Pipe()
        (process.standardOutput, process.standardError) = (output, output)
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, words)
    }

    @Test func namesInGB18030AreRead() throws {
        let bench = try Workbench()
        try bench.write(try town(), to: "town.txt")
        try bench.write("{ rules: { I03: \"off\" } }", to: "settings")
        let make = """
            folder=$(printf '\(Self.folder)'); file=$(printf '\(Self.file)')
            settings=$(printf '\\311\\363\\272\\313\\311\\350\\266\\250.json5')
            mkdir -p "in/$folder"; cp town.txt "in/$folder/$file"; cp settings "in/$folder/$settings"
            """
        let built = try shell(make + "\n$goalbook build in -o out --only facts,site --quiet", bench)
        #expect(built.code == 0 && built.words.isEmpty, "\(built)")
        let file = "139901-706001-小村乡-2026/facts.json"
        let facts = String(decoding: try #require(try bench.files(below: "out")[file]), as: UTF8.self)
        #expect(facts.contains("\"path\" : \"清风店镇/目标书.txt\"") && facts.contains("清风店镇/审核设定.json5"))
        // Named in the command, and beside a neighbour that looks like it.
        let named = try shell("$goalbook facts \"in/$(printf '\(Self.folder)/\(Self.file)')\"", bench)
        #expect(named.code == 0 && named.words.contains("\"path\" : \"目标书.txt\""), "\(named)")
        try bench.write(try town("大村乡").replacing("706001", with: "706002"), to: "in/清风店镇/目标书.txt")
        let both = try shell("$goalbook facts in", bench)
        #expect(both.code == 0 && both.words.contains("\"（GB18030）清风店镇/目标书.txt\""), "\(both.words.prefix(500))")
        let missing = try shell("$goalbook facts \"$(printf '\(Self.folder)')\"", bench)
        #expect(missing.code == 4 && missing.words.contains("清风店镇：找不到"), "\(missing)")
    }

    /// Nothing that may be a town's book is passed over as another kind of file.
    @Test func documentsWithOtherNamesAreTold() throws {
        let bench = try Workbench()
        try bench.write(try town(), to: "in/小村乡.txt")
        let word = BookFiles.word(try Corpus.all[0].book(of: "欢喜庄乡"))
        let old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        func stream(_ name: String) -> [UInt8] {
            old + name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } + [UInt8](repeating: 0, count: 1_024)
        }
        let strays: [(name: String, bytes: [UInt8], says: String)] = [
            ("甲.docx.bak", word, "Word文件"), ("乙.doc_", stream("WordDocument"), "旧格式的Word文件"), ("丙.docx~", word, "Word文件"),
            ("丁.docx ", word, "Word文件"), ("戊", word, "Word文件"), ("己.zip", Array("PK\u{3}\u{4}".utf8), "压缩包（ZIP）"),
            ("庚.rar", Array("Rar!".utf8), "压缩包（RAR）"), ("辛.7z", [0x37, 0x7A, 0xBC, 0xAF], "压缩包（7z）"),
            ("壬.pdf_", Array("%PDF-1.7".utf8), "PDF文件"), ("癸.wpt", stream("WordDocument"), "旧格式的Word文件"),
            ("子.xlt", stream("Workbook"), "旧格式的Excel文件"), ("丑.dot", Array("{\\rtf1".utf8), "RTF"),
            ("寅.text", Array(try town().utf8), "写有绩效目标的文字"), ("卯.tsd", Array("%TSD-Header".utf8), "加密软件"),
        ]
        for stray in strays { try bench.write(stray.bytes, to: "in/" + stray.name) }
        let harmless: [(String, [UInt8])] = [
            (".DS_Store", [0, 0, 0, 1]), ("Thumbs.db", stream("Catalog")), ("图.png", [0x89, 0x50, 0x4E, 0x47]),
            ("照片.jpg", [0xFF, 0xD8, 0xFF]), ("readme.md", Array("绩效目标、绩效指标".utf8)), ("desktop.ini", Array("[x]".utf8)),
            ("~$甲.docx", word), (".隐藏.docx", word), ("幻灯.pot", stream("PowerPoint Document")),
            ("印好的.pdf", Array("%PDF-1.7 <xmp:CreatorTool>goalbook</xmp:CreatorTool>".utf8)),
        ]
        for (name, bytes) in harmless { try bench.write(bytes, to: "in/" + name) }
        try FileManager.default.createSymbolicLink(atPath: bench.path("in/链接"), withDestinationPath: bench.path(""))
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts")
        #expect(run.exitCode == 3)
        let lines = run.errors.split(separator: "\n")
        for stray in strays {
            let line = lines.first { $0.hasPrefix("失败：\(stray.name)：") } ?? ""
            #expect(line.contains(stray.says) && line.contains("可能漏了一个乡镇"), "\(stray.name)：\(line)")
        }
        #expect(lines.contains { $0.hasPrefix("失败：链接：这是指向文件夹的链接") })
        #expect(lines.count == strays.count + 2, "\(run.errors)")
        for (name, _) in harmless { #expect(lines[0].hasPrefix("跳过\(harmless.count)个文件") && lines[0].contains(name)) }
        let page = String(decoding: try #require(try bench.files(below: "out")["rollup.json"]), as: UTF8.self)
        #expect(strays.allSatisfy { page.contains("\"\($0.name)\"") })
    }

    /// Broken settings of one town are no reason to leave the others alone; those of the county are.
    @Test func brokenSettingsFailTheirOwnTownOnly() throws {
        let bench = try Workbench()
        try bench.write(try town(), to: "in/甲/小村乡.txt")
        try bench.write(try town("大村乡").replacing("706001", with: "706002"), to: "in/乙/大村乡.txt")
        try bench.write("{ rules: ", to: "in/乙/审核设定.json5")
        let one = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts")
        #expect(one.exitCode == 3 && one.errors.contains("乙/审核设定.json5"), "\(one)")
        #expect(try bench.files(below: "out").keys.filter { $0.hasSuffix("facts.json") } == ["139901-706001-小村乡-2026/facts.json"])
        try bench.write("{ rules: ", to: "in/审核设定.json5")
        #expect(try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts").exitCode == 2)
    }

    /// A manifest.json of gigabytes is none of ours and is not read.
    @Test func aHugeManifestIsNoneOfOurs() throws {
        let bench = try Workbench()
        try bench.write(try town(), to: "in/小村乡.txt")
        for name in ["in/manifest.json", "out/manifest.json"] {
            try bench.write("", to: name)
            #expect(truncate(bench.path(name), 3 << 30) == 0)
        }
        let began = ContinuousClock.now
        let run = try Program.run("build", bench.path("in"), "-o", bench.path("out"), "--only", "facts")
        #expect(run.exitCode == 2 && ContinuousClock.now - began < .seconds(20), "\(run)")
        #expect(try Program.run("facts", bench.path("in")).output.contains("小村乡"))
    }

    /// Everything that looks at a manifest.json reads as much of it as of any file.
    @Test func aManifestIsReadUpToTheLimit() throws {
        let bench = try Workbench()
        let manifest = #"{"schema":"goalbook.manifest/1","outputs":[]}"#
        try bench.write(manifest, to: "ours/manifest.json")
        try bench.write(manifest + String(repeating: " ", count: FileReader.sizeLimit), to: "long/manifest.json")
        for (name, isOurs) in [("ours", true), ("long", false)] {
            let folder = URL(filePath: bench.path(name))
            #expect(Manifest.marks([Manifest.fileName], in: folder) == isOurs, "\(name)")
            #expect((StandingResults(folder) != nil) == isOurs, "\(name)")
        }
    }
}
