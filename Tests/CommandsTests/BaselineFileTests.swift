import Foundation
import TestSupport
import Testing

/// `check --write-baseline` and `--baseline`.
@Suite struct BaselineFileTests {
    private var sample: String {
        get throws { try String(contentsOf: Repository.root.appending(path: "samples/柳溪镇.txt"), encoding: .utf8) }
    }

    @Test func onlyWhatIsNewCounts() throws {
        let bench = try Workbench()
        try bench.write(try sample, to: "柳溪镇.txt")
        let (file, baseline) = (bench.path("柳溪镇.txt"), bench.path("基线.json"))
        let written = try Program.run("check", file, "--write-baseline", baseline)
        #expect(written.exitCode == 0 && written.output.firstMatch(of: /^已把1个乡镇现有的\d+处问题记在/) != nil)
        #expect(written.output.split(separator: "\n").count == 1 && !written.output.contains("P02"))
        let same = try Program.run("check", file, "--baseline", baseline)
        #expect(same.exitCode == 0 && !same.output.contains("错误 P02"))
        #expect(same.output.contains("新的0处"), "\(same.output)")
        // One project is mended, another is spoilt.
        let changed = try sample.replacing("≥63万元", with: "≤63万元").replacing("≤35万元", with: "万元")
        try bench.write(changed, to: "柳溪镇.txt")
        let news = try Program.run("check", file, "--baseline", baseline)
        #expect(news.exitCode == 1 && news.output.contains("错误 I03") && news.output.contains("已解决 I07"), "\(news.output)")
        #expect(news.output.contains("已解决 F03") && !news.output.contains("错误 P02"))
        #expect(try Program.run("check", file, "--baseline", baseline, "--fail-on", "never").exitCode == 0)
    }

    @Test func mistakesAreExplained() throws {
        let bench = try Workbench()
        try bench.write(try sample, to: "柳溪镇.txt")
        try bench.write("{}", to: "别的.json")
        for path in ["别的.json", "没有.json", "柳溪镇.txt"] {
            let run = try Program.run("check", bench.path("柳溪镇.txt"), "--baseline", bench.path(path))
            #expect(run.exitCode == 2 && run.output.isEmpty && run.errors.contains(path), "\(run.errors)")
        }
        let over = try Program.run("check", bench.path("柳溪镇.txt"), "-o", bench.path("柳溪镇.txt"))
        #expect(over.exitCode != 0 && !over.errors.isEmpty)
        #expect(try String(contentsOfFile: bench.path("柳溪镇.txt"), encoding: .utf8) == (try sample))
    }

    @Test func everyFormatCanBeWritten() throws {
        let bench = try Workbench()
        try bench.write(try sample, to: "柳溪镇.txt")
        for format in ["text", "json", "sarif", "junit"] {
            let path = bench.path("结果." + format)
            let run = try Program.run("check", bench.path("柳溪镇.txt"), "--format", format, "-o", path)
            let plain = try Program.run("check", bench.path("柳溪镇.txt"), "--format", format)
            #expect(run.exitCode == 1 && run.output.isEmpty)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == plain.output)
        }
    }
}
