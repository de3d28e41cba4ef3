import Foundation
import TestSupport
import Testing

/// Two versions of the same year, as a review sees them.
@Suite struct CompareVersionsTests {
    private var sample: String {
        get throws { try String(contentsOf: Repository.root.appending(path: "samples/柳溪镇.txt"), encoding: .utf8) }
    }

    @Test func versionsAreCalledAsTheirFiles() throws {
        let bench = try Workbench()
        let text = try sample
        for path in ["柳溪镇（一审稿）.txt", "柳溪镇（二审稿）.txt", "3月/柳溪镇.txt", "5月/柳溪镇.txt"] { try bench.write(text, to: path) }
        func title(_ words: String...) throws -> String {
            let run = try Program.run(["compare"] + words)
            #expect(run.exitCode == 0, "\(run.errors)")
            return String(run.output.prefix { $0 != "\n" })
        }
        let (first, second) = (bench.path("柳溪镇（一审稿）.txt"), bench.path("柳溪镇（二审稿）.txt"))
        #expect(try title(first, second) == "柳溪镇2026年：一审稿 → 二审稿")
        #expect(try title(bench.path("3月"), bench.path("5月")) == "柳溪镇2026年：3月 → 5月")
        #expect(try title(bench.path("3月/柳溪镇.txt"), bench.path("5月/柳溪镇.txt")) == "柳溪镇2026年：3月 → 5月")
        #expect(try title(first, first) == "柳溪镇2026年：原来 → 现在")
        #expect(try title(first, second, "--names", "报送稿，财政局改") == "柳溪镇2026年：报送稿 → 财政局改")
        let page = try Program.run("compare", first, second, "--format", "html").output
        #expect(page.contains("一审稿 → 二审稿") && page.contains("与一审稿相比") && !page.contains("2026年 → 2026年"))
        let json = try Program.run("compare", first, second, "--format", "json").output
        #expect(json.contains("\"basis\" : \"一审稿\"") && json.contains("\"name\" : \"二审稿\""))
        for names in ["一审稿", "甲,,乙", ",乙"] {
            let run = try Program.run("compare", first, second, "--names", names)
            #expect(run.exitCode == 2 && run.errors.contains("--names 一审稿,二审稿"), "\(run.errors)")
        }
    }

    /// The same change seen by a baseline and by a comparison: of books, and of results.
    @Test func aBaselineAndAComparisonAgree() throws {
        let bench = try Workbench()
        let text = try sample
        try bench.write(text, to: "一审稿/柳溪镇.txt")
        // Mended, spoilt, a cell that cannot be read, a finding that is agreed to be kept, a project that is gone.
        let changed = text.replacing("≥63万元", with: "≤63万元").replacing("≤35万元", with: "万元").replacing("75%", with: "多半")
        try bench.write(changed, to: "二审稿/柳溪镇.txt")
        let first = try findings(bench.path("一审稿"), [])
        let kept = try #require(first.findings.first { $0.code == "T07" || $0.code.hasPrefix("S") })
        try bench.write(
            "{waivers: [{fingerprint: '\(kept.fingerprint)', rule: '\(kept.code)', reason: '照旧', person: '张三', until: '2099-01-01'}]}",
            to: "二审稿/审核设定.json5")
        let baseline = bench.path("基线.json")
        #expect(try Program.run("check", bench.path("一审稿"), "--write-baseline", baseline).exitCode == 0)
        let seen = try findings(bench.path("二审稿"), ["--baseline", baseline])
        let new = seen.findings.filter { !(seen.known ?? []).contains($0.fingerprint) }.map(\.message)
        let solved = try #require(seen.fixed).map(\.message)
        #expect(!new.isEmpty && !solved.isEmpty && !solved.contains(kept.message))
        for side in ["一审稿", "二审稿"] {
            let run = try Program.run("build", bench.path(side), "-o", bench.path(side + "结果"), "--only", "facts")
            #expect([0, 3].contains(run.exitCode), "\(run.errors)")
        }
        for ending in ["", "结果"] {
            let run = try Program.run(
                "compare", bench.path("一审稿" + ending), bench.path("二审稿" + ending), "--format", "json")
            let details = try JSONDecoder().decode(Compared.self, from: Data(run.output.utf8)).towns[0].change.details
            let found = details.filter { $0.subject == "问题" }
            let fresh = found.filter { $0.kind == "新出现" && !$0.item.hasSuffix("读取") }.map(\.newer)
            let gone = found.filter { $0.kind != "新出现" }.map(\.older)
            #expect(Set(fresh) == Set(new) && fresh.count == new.count, "\(ending)")
            #expect(Set(gone) == Set(solved) && gone.count == solved.count, "\(ending)")
            // What reading had to say is known by its words.
            let readings = found.filter { $0.kind == "新出现" && $0.item.hasSuffix("读取") }.map(\.newer)
            let before = first.diagnostics.map(\.message)
            #expect(readings == seen.diagnostics.map(\.message).filter { !before.contains($0) }, "\(ending)")
        }
    }

    private func findings(_ path: String, _ more: [String]) throws -> Found.Book {
        let run = try Program.run(["check", path, "--format", "json", "--as-of", "2026-06-30"] + more)
        return try #require(try JSONDecoder().decode(Found.self, from: Data(run.output.utf8)).books.first)
    }

    private struct Found: Decodable {
        let books: [Book]

        struct Book: Decodable {
            let findings: [Finding]
            let known: [String]?
            let fixed: [Fixed]?
            let diagnostics: [Fixed]
        }

        struct Finding: Decodable {
            let fingerprint: String
            let code: String
            let message: String
        }

        struct Fixed: Decodable {
            let message: String
        }
    }

    private struct Compared: Decodable {
        let towns: [Town]

        struct Town: Decodable {
            let change: Change
        }

        struct Change: Decodable {
            let details: [Detail]
        }

        struct Detail: Decodable {
            let subject: String
            let item: String
            let kind: String
            let older: String
            let newer: String
        }
    }
}
