import Aggregation
import GoalModel
import Testing

@Suite("资金汇总表")
struct FundingTableTests {
    @Test("各行显示数加起来等于合计")
    func addsUp() {
        let unit = BudgetUnit(code: nil, name: "甲镇")
        let projects = [33_333_33, 33_333_33, 33_333_34, 1].enumerated().map { index, fen in
            Project(number: index + 1, name: "项目", code: "", unit: unit, budget: Money(fen: Int64(fen)), fiscalFunds: nil)
        }
        let table = FundingTable(book: GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: projects))
        #expect(table.rows.compactMap(\.budget?.hundredths).reduce(0, +) == table.budget.hundredths)
        #expect(table.budget.description == "10.00")
        #expect(table.rows.allSatisfy { $0.fiscalFunds == nil })
    }
}
