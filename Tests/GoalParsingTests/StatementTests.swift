import Diagnostics
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// What part one of 亮甲店镇 says of expense classes and projects.
@Suite struct StatementTests {
    @Test(arguments: Corpus.all)
    func proseNamesAmountsPlansAndProjects(corpus: Corpus) throws {
        let document = try ExtractedText.document(corpus.bytes(of: "亮甲店镇"), path: "亮甲店镇.txt")
        let book = GoalBook.reading(document.value, lexicon: try .ours()).value
        #expect(book.subGoals == [])
        #expect(book.expenseClasses.map(\.indicators.count) == [9, 9])
        #expect(book.statements.map(\.project) == [6, 1, 5, 4, 2, 3])
        #expect(book.statements.map(\.amount?.fen) == [3_000_000, 2_000_000, 2_000_000, 3_000_000, 10_200_000, 2_000_000])
        #expect(book.statements.map(\.indicators.count) == [9, 8, 7, 8, 9, 9])
        for statement in book.expenseClasses {
            #expect(statement.plan.points.map(\.by.code) == ["03-31", "06-30", "09-30", "12-31"])
            #expect(statement.plan.points.map(\.percent) == [25, 50, 75, 100].map(Percent.init))
        }
        for statement in book.statements {
            #expect(statement.plan.points.map(\.by.code) == ["03-31", "06-30", "10-31", "12-31"])
            #expect(statement.plan.points.map(\.percent) == [25, 50, 80, 100].map(Percent.init))
        }
        #expect(book.statements.first?.name == "信访维稳（保险）")
        #expect(book.statements.last?.indicators.last?.hasPrefix("服务对象满意度指标-满意率-≥") == true)
    }
}
