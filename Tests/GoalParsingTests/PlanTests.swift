import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// The row of the spending plan: what its cells mean is decided by the row, and its dates stand in the order of the calendar.
@Suite struct PlanTests {
    private func read(_ cells: String, below dates: String = "3月底|6月底|10月底|12月底") throws -> (plan: [String], ids: [String]) {
        let text = """
            单位编码|单位名称|项目编码|项目名称|预算数（万元）|\(dates)|一级指标|二级指标|三级指标|指标值
            905001|青禾县石桥镇人民政府本级|13992324P00310010015L|沟渠清理|12.5|\(cells)|产出指标|数量指标|长度|≥5米
            """
        let reading = GoalBook.reading(.sheets(text), lexicon: try .ours())
        let points = try #require(reading.value.projects.first).plan.points
        let ids = reading.diagnostics.filter { $0.id.hasPrefix("p") }.map(\.id)
        return (points.map { "\($0.by.month):\($0.percent?.description ?? "?")" }, ids)
    }

    @Test(
        arguments: [
            ("10%|40%|80%|100%", "10% 40% 80% 100%", []),
            ("10|40|80|100", "10% 40% 80% 100%", []),
            ("0|40%|80%|100%", "0% 40% 80% 100%", []),
            ("0.1|0.4|0.8|1", "10% 40% 80% 100%", ["plan-fractions"]),
            ("0|0|0|1", "0% 0% 0% 100%", ["plan-fractions"]),
            ("1|30|60|100", "1% 30% 60% 100%", []),
            ("百分之十|百分之四十|百分之八十|百分之百", "10% 40% 80% 100%", []),
            ("0.03|0.04|0.84|100%", "? ? ? 100%", ["percent-unclear", "percent-unclear", "percent-unclear"]),
            ("25%|50%|75%|1", "25% 50% 75% ?", ["percent-unclear"]),
            ("0.25|50|75|100", "? 50% 75% 100%", ["percent-unclear"]),
            ("0.2|0.4|0.6|0.8", "? ? ? ?", ["percent-unclear", "percent-unclear", "percent-unclear", "percent-unclear"]),
            ("25 50%|60%|75%|100%", "? 60% 75% 100%", ["percent-unreadable"]),
        ] as [(String, String, [String])])
    func writings(cells: String, percents: String, ids: [String]) throws {
        let read = try read(cells)
        #expect(read.plan == zip([3, 6, 10, 12], percents.split(separator: " ")).map { "\($0):\($1)" })
        #expect(read.ids == ids)
    }

    @Test func datesInAnyOrder() throws {
        let read = try read("100%|80%|40%|10%", below: "12月底|10月底|6月底|3月底")
        #expect(read.plan == ["3:10%", "6:40%", "10:80%", "12:100%"] && read.ids == [])
    }

    @Test func twoColumnsOfOneDate() throws {
        let equal = try read("10%|40%|40%|100%", below: "3月底|6月底|6月底|12月底")
        #expect(equal.plan == ["3:10%", "6:40%", "12:100%"] && equal.ids == ["plan-date-twice"])
        let other = try read("10%|40%|60%|100%", below: "3月底|6月底|6月底|12月底")
        #expect(other.plan == ["3:10%", "6:?", "12:100%"] && other.ids == ["plan-date-twice"])
        let blank = try read("10%||60%|100%", below: "3月底|6月底|6月底|12月底")
        #expect(blank.plan == ["3:10%", "6:60%", "12:100%"])
    }
}
