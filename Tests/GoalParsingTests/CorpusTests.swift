import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// Every cell and every 分 of the five books equals the independent answer.
@Suite struct CorpusTests {
    @Test(arguments: Corpus.all, Corpus.towns)
    func bookAgreesWithAnswer(corpus: Corpus, town: String) throws {
        let document = try ExtractedText.document(corpus.bytes(of: town), path: town + ".txt")
        let reading = GoalBook.reading(document.value, lexicon: try .ours())
        let (book, expected) = (reading.value, try JSONDecoder().decode(ExpectedBook.self, from: corpus.answer(for: town)))
        #expect(document.diagnostics.isEmpty)
        #expect(reading.diagnostics == [], "\(reading.diagnostics.map(\.description))")
        #expect(book.town == expected.town)
        #expect(book.county == expected.county)
        #expect(book.fiscalYear == expected.fiscalYear)
        #expect(book.residue.map(\.text) == [])
        #expect(!book.overallGoal.isEmpty)
        #expect(!book.safeguards.isEmpty)
        if let subGoals = expected.subGoals { #expect(book.subGoals.count == subGoals) }
        if let classes = expected.expenseClasses {
            #expect(book.expenseClasses.map(\.name) == classes.map(\.name))
            #expect(book.expenseClasses.map(\.amount?.fen) == classes.map(\.amountFen))
        }
        #expect(book.projects.count == expected.totals.projects)
        #expect(book.projects.reduce(0) { $0 + $1.indicators.count } == expected.totals.indicators)
        #expect(book.projects.compactMap(\.budget).total().fen == expected.totals.budgetFen)
        #expect(book.projects.compactMap(\.fiscalFunds).total().fen == expected.totals.fiscalFen)
        #expect(book.projects.compactMap(\.otherFunds).total().fen == expected.totals.otherFen)
        for (project, answer) in zip(book.projects, expected.projects) { compare(project, answer) }
    }

    private func compare(_ project: Project, _ answer: ExpectedBook.Project) {
        #expect(project.number == answer.number)
        #expect(project.name == answer.name)
        #expect(project.code == answer.code)
        #expect(project.unit == BudgetUnit(code: answer.unitCode, name: answer.unitName))
        #expect(project.moneyUnit.rawValue == answer.moneyUnit)
        #expect(project.budget?.fen == answer.budgetFen)
        #expect(project.fiscalFunds?.fen == answer.fiscalFen)
        #expect(project.otherFunds?.fen == answer.otherFen)
        #expect(project.purpose == answer.purpose)
        #expect(project.goals == answer.goals)
        #expect(project.plan.points.map(\.by.code) == answer.plan.map(\.by))
        #expect(project.plan.points.map { $0.percent.map { Decimal($0.tenThousandths) / 10_000 } } == answer.plan.map(\.percent))
        let rows = project.indicators.map { row in
            ExpectedBook.Indicator(
                category: row.category, type: row.type, name: row.name, description: row.description, target: row.target.text,
                basis: row.basis)
        }
        #expect(rows == answer.indicators)
    }
}
