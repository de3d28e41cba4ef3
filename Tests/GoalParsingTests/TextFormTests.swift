import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Whole files, most of them texts taken out of documents, in which neither row ends nor the ends of forms are certain.
///
/// Beside each file of `Tests/Fixtures/texts` stands what a careful reader takes from it.
@Suite struct TextFormTests {
    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return files.filter { !$0.hasSuffix(".json") }.sorted()
    }()
    private static let folder = Repository.root.appending(path: "Tests/Fixtures/texts")

    @Test func thereAreFiles() {
        #expect(Self.names.count >= 16)
    }

    @Test(arguments: names)
    func isReadAsACarefulReaderDoes(name: String) throws {
        let file = Self.folder.appending(path: name)
        let right = try Data(contentsOf: file.deletingPathExtension().appendingPathExtension("right.json"))
        let answer = try JSONDecoder().decode(CountryFormTests.Answer.self, from: right)
        let document = try SourceReader.document(Array(try Data(contentsOf: file)), path: name).value
        CountryFormTests.judge(GoalBook.reading(document, lexicon: try .ours()), answer)
    }
}

/// Offices of a county whose names hold the word for a town.
@Suite struct OfficeNameTests {
    @Test(arguments: [("赤屯市住房和城乡建设局", "岚岭镇"), ("赤屯市城乡规划服务中心", "岚岭镇"), ("赤屯市古城乡财政所", "古城乡")])
    func cityAndLandAreNoTown(department: String, town: String) throws {
        let page = """
            <html><body><p>2025年项目支出绩效目标表</p><table>
            <tr><td>主管部门</td><td>\(department)</td><td>实施单位</td><td>赤屯市\(town)人民政府</td></tr>
            <tr><td>项目名称</td><td>村道养护</td><td>预算数（万元）</td><td>10</td></tr>
            <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
            <tr><td>产出指标</td><td>数量指标</td><td>养护里程</td><td>≥3公里</td></tr></table></body></html>
            """
        let document = try SourceReader.document(Array(page.utf8), path: "公开.html").value
        let book = GoalBook.reading(document, lexicon: try .ours()).value
        #expect(book.town == town && book.projects.map(\.unit.name) == ["赤屯市\(town)人民政府"])
    }
}
