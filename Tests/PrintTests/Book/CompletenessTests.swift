import Foundation
import GoalModel
import Print
import Reporting
import TestSupport
import Testing
import Text

/// The printed books hold every cell and every paragraph of their sources, as an independent reader finds them.
@Suite struct CompletenessTests {
    @Test(arguments: Corpus.costly, Corpus.towns + ["柳溪镇"])
    func everyCellOfTheSourceIsPrinted(corpus: Corpus, town: String) throws {
        guard town != "柳溪镇" || corpus.description == "samples" else { return }
        let book = try corpus.book(of: town)
        let engine = try Reviewer(file: Repository.resource)
        let fonts = try BookFonts(json5: Repository.resource("fonts.json5"))
        let press = PDFPrinter(fonts: fonts.ready())
        let printed = try press.book(engine.report(book))
        #expect(printed.diagnostics.isEmpty)
        let cells = Set(cells(of: book).map(\.withoutSpaces)).subtracting([""])
        #expect(cells.count > 100)
        for order in PDFText.Order.allCases {
            let text = try PDFText.read(printed.bytes, order: order, typeAreaOnly: true).withoutSpaces
            let missing = cells.filter { !text.holds($0) }
            #expect(missing.isEmpty, "\(order): \(missing.sorted().prefix(5))")
        }
    }

    private func cells(of book: GoalBook) -> [String] {
        book.projects.flatMap { project -> [String] in
            let money = [project.raw.budget, project.raw.fiscalFunds, project.raw.otherFunds] + project.raw.plan
            let head = [project.name, project.code, (project.unit.code ?? "") + project.unit.name, project.purpose]
            let rows = project.indicators.flatMap { row in Indicator.Field.allCases.map { row[$0] } }
            return money + head + project.goals + rows
        } + book.partOne.flatMap { [$0.heading] + $0.paragraphs }.map(\.text)
    }
}
