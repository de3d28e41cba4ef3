import Diagnostics
import Foundation
import GoalModel
import SourceFiles
import TestSupport
import Testing
import Text

/// Planted numbers, in all kinds of places, are looked for in everything that the program writes.
@Suite struct SmugglingTests {
    /// In names of folders and files, which are starred everywhere.
    private static let inNames = ["13711112222", "13722223333", "15012345678", "15012999978", "110101199003070071"]
    /// In the books: a cell, a title, a code, two cells, spoken digits.
    private static let inBooks = ["13933334444", "13955556666", "15866667777", "6222020000000000018", "18677778888"]
    /// In a reason of the settings.
    private static let inSettings = "15388889999"
    private static var all: [String] { inNames + inBooks + [inSettings] }
    private static let everyKind = ["--only", "book,brief,review,sheets,site,mail,workbook,facts"]

    private func book() throws -> String {
        var text = String(decoding: try Repository.fixture("hostile/编码/utf8.txt"), as: UTF8.self)
        for (words, planted) in [
            ("卫生室名册", "SFZ名册KH6222020000000000018"), ("1.村卫生室取暖补助绩效目标表", "1.村卫生室取暖补助13955556666绩效目标表"),
            ("村卫生室取暖补助\n", "村卫生室取暖补助13955556666\n"), ("享受取暖补助的村卫生室\n", "享受取暖补助的联系人1393333\n"), ("6个\n", "4444\n"),
            ("办好卫生室取暖", "办好（158）6666-7777卫生室取暖"), ("村医按时坐诊", "村医按时坐诊，电话一八六七七七七八八八八"),
        ] {
            try #require(text.contains(words), "\(words)")
            text = text.replacing(words, with: planted)
        }
        return text
    }

    private func plant(_ bench: borrowing Workbench, in folder: String) throws {
        try bench.write(book(), to: "\(folder)/名单13711112222/小村乡13722223333.txt")
        try bench.write(
            "{waivers: [{rule: 'S05', project: '正文', reason: '与\(Self.inSettings)核实', person: '张三', until: '2026-12-31'}]}",
            to: "\(folder)/名单13711112222/审核设定.json5")
        try bench.write(Corpus.all[0].bytes(of: "欢喜庄乡"), to: "\(folder)/欢喜庄乡110101199003070071.txt")
        // Two that differ only in what is starred, and cannot be read.
        for name in ["坏15012345678.docx", "坏15012999978.docx"] { try bench.write("\u{0}", to: "\(folder)/\(name)") }
        try bench.write("x", to: "\(folder)/13711112222.xyz")
    }

    /// What a reader, a search engine or a program finds in a file.
    private func searchable(_ data: Data, _ path: String) throws -> String {
        var text = String(decoding: data, as: UTF8.self)
        if path.hasSuffix(".pdf") { text = try PDFText.read(Array(data)) }
        if path.hasSuffix(".xlsx") {
            let blocks = try SourceReader.document(Array(data), path: path).value.blocks
            let texts = blocks.flatMap { block in
                switch block {
                case .paragraph(let paragraph): [paragraph.text]
                case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }
                }
            }
            text = try (texts + SourceReader.textsBesideContent(of: Array(data))).joined(separator: "\n")
        }
        return Self.plain((text.removingPercentEncoding ?? text) + "\n" + path)
    }

    private static func plain(_ text: String) -> String { text.folded.filter { !$0.isWhitespace && !"-‐（）()|".contains($0) } }

    private func found(_ numbers: [String], in text: String) -> [String] {
        let spoken = String(
            text.map { sign in
                "〇一二三四五六七八九".firstIndex(of: sign).map {
                    Character("\("〇一二三四五六七八九".distance(from: "〇一二三四五六七八九".startIndex, to: $0))")
                } ?? sign
            })
        return numbers.filter { text.contains($0) || spoken.contains($0) }
    }

    private static func isForAll(_ path: String) -> Bool {
        ["绩效目标书.pdf", "合订本", "项目单页", "领导简报.pdf", "mail."].contains(where: path.contains)
    }

    @Test(arguments: [false, true]) func builds(isMasked: Bool) throws {
        let bench = try Workbench()
        try plant(bench, in: "in")
        let run = try Program.run(
            ["build", bench.path("in"), "-o", bench.path("out")] + Self.everyKind + (isMasked ? ["--mask"] : []))
        #expect(run.exitCode == 3, "\(run.errors)")
        #expect(found(Self.all, in: Self.plain(run.errors + run.output)).isEmpty, "\(run.errors)")
        // Both are told, and apart.
        #expect(run.errors.contains("坏150******78.docx：") && run.errors.contains("坏150******78（2）.docx："), "\(run.errors)")
        #expect(run.errors.contains("名单137******22/小村乡137******33.txt") && run.errors.contains("拆在相邻的单元格里"))
        let files = try bench.files(below: "out")
        let kinds = [
            "绩效目标书.pdf", "领导简报.pdf", "审核意见书.pdf", "县级合订本", "小村乡-2026/index.html", "mail.html", "mail.txt", "数据.xlsx",
            "审核意见表.xlsx", "facts.json", "项目单页", "汇总.xlsx", "rollup.json", "manifest.json",
        ]
        for kind in kinds { #expect(files.keys.contains { $0.contains(kind) }, "没有\(kind)") }
        for (path, data) in files {
            let text = try searchable(data, path)
            let numbers = isMasked || Self.isForAll(path) ? Self.all : Self.inNames
            let leaked = found(numbers, in: text)
            #expect(leaked.isEmpty, "\(path)中有\(leaked)")
        }
    }

    @Test func nightsLeaveNoTrace() throws {
        let bench = try Workbench()
        _ = try Program.run("init", bench.path("w"))
        try plant(bench, in: "w/inputs")
        for _ in 0..<2 {
            let night = try Program.run("nightly", "--workspace", bench.path("w"))
            #expect(night.exitCode == 3, "\(night.errors)")
            #expect(found(Self.all, in: Self.plain(night.errors)).isEmpty, "\(night.errors)")
        }
        let status = try Program.run("status", "--workspace", bench.path("w"))
        #expect(found(Self.all, in: Self.plain(status.output + status.errors)).isEmpty, "\(status.output)")
        for (path, data) in try bench.files(below: "w/state") {
            // The log and the database with its journal.
            let leaked = found(Self.all, in: Self.plain(String(decoding: data, as: UTF8.self) + path))
            #expect(leaked.isEmpty, "\(path)中有\(leaked)")
        }
        // What is new in one of two files of the same shown name is seen.
        let explained = try Program.run("nightly", "--explain", "--workspace", bench.path("w"))
        #expect(explained.output.contains("没有变化"), "\(explained.output)")
        try bench.write("{}", to: "w/inputs/名单13711112222/审核设定.json5")
        let changed = try Program.run("nightly", "--explain", "--workspace", bench.path("w"))
        #expect(changed.output.contains("名单137******22/审核设定.json5 内容变了"), "\(changed.output)")
    }

    /// One number that somebody answers for is let through by itself; the others are still looked for.
    @Test func anAgreementOpensForOneNumberOnly() throws {
        let bench = try Workbench()
        var text = String(decoding: try Repository.fixture("hostile/编码/utf8.txt"), as: UTF8.self)
        text = text.replacing("卫生室名册", with: "卫生室名册13933334444").replacing("村医按时坐诊", with: "村医按时坐诊，电话13955556666")
        try bench.write(text, to: "in/小村乡.txt")
        let code = "13990126P00410010017E"
        let check = try Program.run("check", bench.path("in"), "--format", "json")
        let found = objects(in: try JSONSerialization.jsonObject(with: Data(check.output.utf8)))
        let finding = try #require(found.first { ($0["message"] as? String)?.contains("139******44") == true })
        let fingerprint = try #require(finding["fingerprint"] as? String)
        try bench.write(
            "{waivers: [{rule: 'P02', project: '\(code)', fingerprint: '\(fingerprint)', reason: '办公手机', person: '张三', until: '2026-12-31'}]}",
            to: "in/审核设定.json5")
        let run = try Program.run(["build", bench.path("in"), "-o", bench.path("out")] + Self.everyKind)
        #expect(run.exitCode == 3 && run.errors.contains("139******66") && !run.errors.contains("139******44"), "\(run.errors)")
        let files = try bench.files(below: "out")
        let book = try #require(files.first { $0.key.hasSuffix("绩效目标书.pdf") })
        let shown = try searchable(book.value, book.key)
        #expect(shown.contains("13933334444") && shown.contains("139******66") && !shown.contains("13955556666"))
    }

    private func objects(in value: Any) -> [[String: Any]] {
        if let list = value as? [Any] { return list.flatMap(objects) }
        guard let object = value as? [String: Any] else { return [] }
        return [object] + object.values.flatMap(objects)
    }
}
