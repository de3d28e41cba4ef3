import Foundation
import TestSupport
import Testing

/// `goalbook template` as a user runs it.
@Suite struct TemplateCommandTests {
    @Test func aTemplateIsMadeOnce() throws {
        let bench = try Workbench()
        let run = try Program.run("template", "-o", bench.path("填报模板.xlsx"))
        #expect(run.exitCode == 0 && run.output.isEmpty && run.errors.isEmpty, "\(run.errors)")
        let made = try bench.files(below: "")
        #expect(made["填报模板.xlsx"]?.starts(with: [0x50, 0x4B, 0x03, 0x04]) == true)
        #expect(try Program.run("template", "--output", "二.XLSX", in: bench.folder).exitCode == 0)
        #expect(try bench.files(below: "")["二.XLSX"] == made["填报模板.xlsx"])
    }

    /// What is there may be filled in already.
    @Test func nothingIsOverwritten() throws {
        let bench = try Workbench()
        try bench.write("填好的内容", to: "a.xlsx")
        try FileManager.default.createSymbolicLink(atPath: bench.path("b.xlsx"), withDestinationPath: "没有")
        for name in ["a.xlsx", "b.xlsx"] {
            let run = try Program.run("template", "-o", bench.path(name))
            #expect(run.exitCode == 2 && run.errors.contains("不覆盖") && run.errors.contains("换一个文件名"))
        }
        #expect(try bench.files(below: "") == ["a.xlsx": Data("填好的内容".utf8)])
        let lost = try Program.run("template", "-o", bench.path("没有的文件夹/a.xlsx"))
        #expect(lost.exitCode == 11 && lost.errors.contains("文件或文件夹不存在"), "\(lost.errors)")
    }

    @Test func temporaryFilesGo() throws {
        let bench = try Workbench()
        try FileManager.default.createDirectory(atPath: bench.path("tmp"), withIntermediateDirectories: true)
        let run = try Program.run("template", "-o", bench.path("a.xlsx"), environment: ["TMPDIR": bench.path("tmp")])
        #expect(run.exitCode == 0)
        #expect(try bench.files(below: "tmp").isEmpty)
        let nowhere = try Program.run("template", "-o", bench.path("b.xlsx"), environment: ["TMPDIR": "/nowhere"])
        #expect(nowhere.exitCode == 11 && nowhere.errors.contains("TMPDIR"), "\(nowhere.errors)")
        #expect(try Array(bench.files(below: "").keys) == ["a.xlsx"])
    }
}
