import Foundation
import GoalModel
import TestSupport
import Testing

/// A workbook of several sheets that Excel saved as a page: frames, and the sheets in a folder beside it.
@Suite struct FramesetTests {
    private static func frames(_ folder: String) -> String {
        """
        <html><head><meta name="Excel Workbook Frameset"><meta charset=utf-8>
        <link id="shLink" href="\(folder)/sheet001.htm"><link id="shLink" href="\(folder)/sheet002.htm"></head>
        <frameset rows="*,39"><frame src="\(folder)/sheet001.htm" name="frSheet"><frame src="\(folder)/tabstrip.htm"></frameset></html>
        """
    }

    @Test func sheetsBesideThePageAreItsContent() throws {
        let bench = try Workbench()
        let book = try Corpus.all[0].book(of: "泉坊镇")
        try bench.write(Self.frames("%E6%B3%89%E5%9D%8A.files"), to: "in/泉坊.htm")
        try bench.write(BookFiles.page(book), to: "in/泉坊.files/sheet001.htm")
        try bench.write("<html><body><table><tr><td>备注：另附明细。</td></tr></table></body></html>", to: "in/泉坊.files/sheet002.htm")
        try bench.write("<html><body>标签</body></html>", to: "in/泉坊.files/tabstrip.htm")
        let run = try Program.run("facts", bench.path("in"))
        #expect(run.exitCode == 0, "\(run.errors)")
        let facts = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let read = try #require((facts["books"] as? [[String: Any]])?.first)
        #expect((read["projects"] as? [Any])?.count == book.projects.count && read["town"] as? String == "泉坊镇")
    }

    @Test func missingFolderIsNamed() throws {
        let bench = try Workbench()
        try bench.write(Self.frames("泉坊.files"), to: "泉坊.htm")
        let run = try Program.run("facts", bench.path("泉坊.htm"))
        #expect(run.exitCode == 4 && run.errors.contains("只有框架"), "\(run.errors)")
        try bench.write(Self.frames("../外"), to: "in/甲.htm")
        try bench.write(BookFiles.page(try Corpus.all[0].book(of: "泉坊镇")), to: "外/sheet001.htm")
        #expect(try Program.run("facts", bench.path("in/甲.htm")).exitCode == 4)
    }
}
