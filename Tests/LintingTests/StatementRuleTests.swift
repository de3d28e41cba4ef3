import GoalModel
import Linting
import TestSupport
import Testing

/// 文表核对: a contradiction is told only between a statement of part one and the project that it certainly means.
@Suite struct StatementRuleTests {
    private func codes(_ statements: [(name: String, project: Int?)], _ projects: [String]) throws -> [String] {
        var book = SampleBooks.book(
            projects.enumerated().map { SampleBooks.project($0 + 1, $1, fen: 2_000_000, plan: [25, 50, 75, 100]) })
        let plan = SampleBooks.plan([25, 50, 80, 100])
        book.statements = statements.map {
            Statement(name: $0.name, amount: Money(fen: 3_000_000), plan: plan, project: $0.project)
        }
        let found = Linter(tables: try .repository).findings(in: book)
        return found.filter { ["F06", "S08"].contains($0.code) }.map(\.code).sorted()
    }

    @Test(arguments: [
        ("防汛经费", "防汛经费"), ("某某镇防汛经费", "防汛专项经费"), ("预算残疾人保障金", "残疾人保障金"), ("乡镇人大工作站经费", "乡镇人大工作站"),
        ("安保环保、安全生产、食药监管", "安保、环保、安全生产、应急、食药监管"), ("信访维稳（保险）", "信访维稳(保险)"),
        ("2025年防汛经费", "2025年度防汛经费"),
    ])
    func meansTheProject(said: String, project: String) throws {
        #expect(try codes([(said, 1)], [project]) == ["F06", "S08"])
    }

    @Test(arguments: [
        ("人大代表工作经费", "人大代表联络站工作经费"), ("2021年体制经费", "2022年体制经费"), ("党建、纪检经费", "党建、妇联经费"), ("防火、防汛、防疫经费", "防疫经费"),
        ("防汛、防火、抗旱、防疫、防震经费", "防汛、防火经费"),
    ])
    func mayMeanAnother(said: String, project: String) throws {
        #expect(try codes([(said, 1)], [project]) == [])
    }

    @Test func onlyOneOfEach() throws {
        #expect(try codes([("防汛经费", 1)], ["防汛经费", "防汛专项经费"]) == [])
        #expect(try codes([("防汛经费", 1), ("防汛专项经费", 1)], ["防汛经费"]) == [])
        #expect(try codes([("防汛经费", nil)], ["防汛经费"]) == [])
    }
}
