import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Forms and lists as governments publish them on pages of their own, under a heading for the whole.
@Suite struct PublishedFormTests {
    private func read(_ html: String) throws -> Warned<GoalBook> {
        let page = "<html><head><meta charset=\"utf-8\"></head><body>\(html)</body></html>"
        let document = try SourceReader.document(Array(page.utf8), path: "公开.html").value
        return GoalBook.reading(document, lexicon: try .ours())
    }

    private static let list = """
        <h2>溪口镇2024年部门预算项目支出绩效目标表</h2><p>单位：万元</p><table>
        <tr><td>单位名称</td><td>项目名称</td><td>2024年预算金额</td><td>绩效目标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td>
        <td>指标性质</td><td>指标值</td><td>度量单位</td></tr>
        <tr><td rowspan=2>溪口镇人民政府</td><td rowspan=2>33018324T000000123456-水渠清淤</td><td rowspan=2>150.00</td>
        <td rowspan=2>水渠畅通</td><td rowspan=2>产出指标</td><td>数量指标</td><td>清淤长度</td><td>≥</td><td>3</td><td>公里</td></tr>
        <tr><td>时效指标</td><td>完工时间</td><td>定性</td><td>11月底前</td><td></td></tr></table>
        """

    @Test func aListUnderAHeading() throws {
        let reading = try read(Self.list)
        #expect(reading.diagnostics.map(\.id) == ["list-plan-missing"])
        #expect(reading.value.town == "溪口镇" && reading.value.fiscalYear == 2024)
        let project = try #require(reading.value.projects.first)
        #expect(project.name == "水渠清淤" && project.code == "33018324T000000123456" && project.budget?.fen == 150_000_000)
        #expect(project.indicators.map(\.target.text) == ["≥3公里", "11月底前"])
    }

    @Test(
        "The heading of a whole book is no project's title, and tells town and year",
        arguments: [
            "河湾镇2025年部门预算绩效目标", "2025年度河湾镇项目支出绩效目标申报表", "2025年某县河湾镇人民政府项目绩效目标表",
            "河湾镇2025年度部门预算项目绩效目标表",
        ])
    func headingOfTheBook(heading: String) throws {
        let form = """
            <h1>\(heading)</h1><table>
            <tr><td>项目名称</td><td colspan=5>路灯维护</td></tr>
            <tr><td rowspan=2>项目资金（万元）</td><td colspan=2>年度资金总额</td><td colspan=3>8</td></tr>
            <tr><td colspan=2>其中：财政拨款</td><td>8</td><td>其他资金</td><td>0</td></tr>
            <tr><td rowspan=2>绩效指标</td><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td><td>备注</td></tr>
            <tr><td>产出指标</td><td>数量指标</td><td>维护路灯</td><td>≥260盏</td><td></td></tr></table>
            """
        let reading = try read(form)
        #expect(reading.diagnostics.map(\.id) == ["list-plan-missing"], "\(reading.diagnostics)")
        #expect(reading.value.town == "河湾镇" && reading.value.fiscalYear == 2025)
        #expect(reading.value.projects.map(\.name) == ["路灯维护"])
        #expect(reading.value.projects[0].places[.name]?.heading == "路灯维护")
    }

    /// One remark for all, where not a single form of several has a plan.
    @Test func formsWithoutPlans() throws {
        let form = { (name: String) in
            """
            <h3>\(name)绩效目标表</h3><table><tr><td>项目名称</td><td colspan=3>\(name)</td></tr>
            <tr><td>项目资金（万元）</td><td>资金总额</td><td>8</td><td></td></tr>
            <tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>指标值</td></tr>
            <tr><td>产出指标</td><td>数量指标</td><td>次数</td><td>≥2次</td></tr></table>
            """
        }
        let reading = try read("<h1>河湾镇2025年部门预算绩效目标</h1><p>一、路灯维护，二、水渠清淤</p>" + form("路灯维护") + form("水渠清淤"))
        #expect(reading.value.projects.map(\.name) == ["路灯维护", "水渠清淤"])
        #expect(reading.diagnostics.filter { $0.id.hasSuffix("plan-missing") }.map(\.id) == ["list-plan-missing"])
    }
}
