import Delivery
import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import Intake
import Print
import Reporting
import SourceFiles
import TestSupport
import Testing

/// A book that this program has printed says, read again, what it was printed from.
@Suite struct PrintedBookTests {
    @Test(arguments: Corpus.costly, Corpus.towns)
    func printedBooksAreReadBack(corpus: Corpus, town: String) throws {
        let resources = try RunResources(ResourceFolder())
        let book = try corpus.book(of: town)
        let printed = try PDFPrinter(fonts: resources.fonts.ready()).book(resources.engine.report(book)).bytes
        #expect(SourceReader.isPrintedHere(printed))
        let document = try SourceReader.document(printed, path: town + ".pdf")
        #expect(document.diagnostics.map(\.id) == ["pdf-printed-here"])
        let reading = GoalBook.reading(document.value, lexicon: try .ours())
        let (mine, text) = (reading.value.withoutPlaces, book.withoutPlaces)
        for (project, other) in zip(mine.projects, text.projects) where project != other {
            #expect(project == other)
            return
        }
        #expect(mine == text)
        let place = try #require(reading.value.projects.last?.indicators.last?.places[.target])
        #expect(place.page != nil && place.table == book.projects.count && place.row != nil && place.cell != nil)
    }
}
