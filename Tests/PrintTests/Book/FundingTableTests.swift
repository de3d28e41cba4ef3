import GoalModel
import Testing

@testable import Aggregation

@Suite
struct FundingTableTests {
    private let unit = BudgetUnit(code: nil, name: "甲镇")

    private func table(_ projects: [Project]) -> FundingTable {
        let book = GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: projects)
        let kinds = ProjectKinds(kinds: [.init(title: "道路", words: ["路"]), .init(title: "水利", words: ["渠"])], other: "其他")
        return FundingTable(book: book, funding: Funding(book: book, kinds: kinds))
    }

    private func project(_ number: Int, _ name: String, fen: Int64?) -> Project {
        Project(number: number, name: name, code: "", unit: unit, budget: fen.map(Money.init(fen:)), fiscalFunds: nil)
    }

    @Test("The rows as shown add up to the total")
    func addsUp() {
        let table = table([33_333_33, 33_333_33, 33_333_34, 1].enumerated().map { project($0 + 1, "项目", fen: $1) })
        #expect(table.groups.flatMap(\.rows).compactMap(\.budget?.hundredths).reduce(0, +) == table.budget.hundredths)
        #expect(table.budget.description == "10.00")
        #expect(table.groups.flatMap(\.rows).allSatisfy { $0.fiscalFunds == nil })
    }

    @Test("Groups by kind: rows make up the subtotals, subtotals the total")
    func groups() {
        let names = ["东路", "西渠", "南路", "会议费", "北路"]
        let table = table(names.enumerated().map { project($0 + 1, $1, fen: $0 == 2 ? nil : Int64($0 + 1) * 3_333_33) })
        #expect(table.groups.map(\.kind) == ["道路", "水利", "其他"])
        #expect(table.groups.map { $0.rows.map(\.project) } == [[1, 3, 5], [2], [4]])
        for group in table.groups {
            #expect(group.budget.hundredths == group.rows.compactMap(\.budget?.hundredths).reduce(0, +))
        }
        #expect(table.groups.map(\.budget.hundredths).reduce(0, +) == table.budget.hundredths)
        #expect(table.groups[0].budget.exact == Money(fen: 6 * 3_333_33))
    }
}
