import GoalModel
import Linting
import Reporting
import TestSupport
import Testing

/// What towns have copied from each other.
@Suite struct CountySimilarityTests {
    private func project(_ number: Int, _ rows: [String]) -> Project {
        var project = SampleBooks.project(number, "项目\(number)", fen: 100_000_000)
        project.indicators = rows.map { row in
            let cells = row.split(separator: " ").map(String.init)
            return Indicator(
                category: "产出指标", type: cells[0], name: cells[1], description: "", target: Target(reading: cells[2]), basis: "")
        }
        return project
    }

    private func town(_ name: String, unit: String, year: Int = 2024, _ projects: [Project]) -> CountyReport.Town {
        var book = SampleBooks.book(projects, town: name)
        book.unit.code = unit
        book.fiscalYear = year
        return CountyReport.Town(SampleFindings.report(book), folder: "\(unit)-\(year)")
    }

    private let shared = ["数量指标 服务村数 52个", "质量指标 合格率 ≥95%"]

    @Test func sharesAndGroups() throws {
        let county = CountyReport(
            towns: [
                town("甲镇", unit: "901001", [project(1, shared), project(2, ["数量指标 人数 5人"]), project(3, shared)]),
                town("乙镇", unit: "902001", [project(1, ["数量指标 服务村数 ５２\u{3000}个", "质量指标 合格率 ≥95%"])]),
                town("丙镇", unit: "903001", [project(1, ["数量指标 人数 6人", "质量指标 合格率 ≥95%"])]),
            ], failures: [])
        let similarity = try #require(county.similarity)
        #expect(similarity.towns.map(\.shared) == [4, 2, 1])
        #expect(similarity.towns.map(\.share.tenths) == [800, 1000, 500])
        #expect((similarity.rows, similarity.shared, similarity.share.tenths) == (9, 7, 777))
        #expect(similarity.groups.count == 1)
        #expect(similarity.groups.first?.members.map(\.town) == ["甲镇", "乙镇"])
        #expect(similarity.groups.first?.members.map(\.projects) == [[1, 3], [1]])
        #expect(similarity.sentence == "3个乡镇9条指标中有7条（77.7%）也出现在其他乡镇。")
        #expect(similarity.mostAlike(2).map(\.town) == ["乙镇", "甲镇"])
        #expect(similarity.rule.code == "D03")
    }

    /// Two years of one town are no two towns, and a single town is compared with nobody.
    @Test func yearsOfOneTown() {
        let years = [2023, 2024].map { town("甲镇", unit: "901001", year: $0, [project(1, shared)]) }
        #expect(CountyReport(towns: years, failures: []).similarity == nil)
        let other = town("乙镇", unit: "902001", [project(1, ["数量指标 人数 6人", "时效指标 时间 12月底前"])])
        let similarity = CountyReport(towns: years + [other], failures: []).similarity
        #expect(similarity?.shared == 0 && similarity?.groups.isEmpty == true)
        #expect(similarity?.sentence == "2个乡镇的6条指标没有一条在其他乡镇重复出现。")
    }
}
