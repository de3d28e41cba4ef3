import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// The five books in every format that towns have give what they give as text, cell by cell.
@Suite struct FormatTests {
    private func read(_ bytes: [UInt8], _ path: String) throws -> (book: GoalBook, notes: [Diagnostic]) {
        let document = try SourceReader.document(bytes, path: path)
        let reading = GoalBook.reading(document.value, lexicon: try .ours())
        return (reading.value, document.diagnostics + reading.diagnostics)
    }

    /// What a book says, without where; titles and page furniture are the writer's own.
    private func words(_ book: GoalBook, partOne: Bool = true) -> GoalBook {
        var book = book.withoutPlaces
        book.fiscalYearBasis = ""
        book.partOne = book.partOne.filter { !$0.heading.text.isEmpty || !$0.paragraphs.isEmpty }
        if !partOne {
            (book.partOne, book.overallGoal, book.subGoals, book.safeguards) = ([], "", [], [])
            (book.expenseClasses, book.statements) = ([], [])
        }
        return book
    }

    private func compare(_ mine: GoalBook, _ text: GoalBook, partOne: Bool = true) {
        let (a, b) = (words(mine, partOne: partOne), words(text, partOne: partOne))
        #expect(a.projects.count == b.projects.count)
        for (project, other) in zip(a.projects, b.projects) where project != other {
            #expect(project == other)
            return
        }
        #expect(a.partOne == b.partOne)
        #expect(a == b)
    }

    @Test(arguments: Corpus.costly, Corpus.towns)
    func wordPageAndPDF(corpus: Corpus, town: String) throws {
        let text = try corpus.book(of: town)
        let word = try read(BookFiles.word(text), town + ".docx")
        #expect(word.notes == [])
        compare(word.book, text)
        let place = try #require(word.book.projects.first?.indicators.first?.places[.target])
        #expect(place.table == 1 && place.heading?.hasSuffix("绩效目标表") == true && place.row != nil && place.cell != nil)
        let page = try read(BookFiles.page(text), town + ".html")
        #expect(page.notes == [])
        compare(page.book, text)
        let pdf = try read(BookFiles.pdf(text), town + ".pdf")
        #expect(pdf.notes == [])
        compare(pdf.book, text)
    }

    @Test(arguments: Corpus.costly, Corpus.towns)
    func formsInWorkbooks(corpus: Corpus, town: String) throws {
        let text = try corpus.book(of: town)
        for together in [true, false] {
            let sheets = try read(BookFiles.workbook(text, together: together), town + ".xlsx")
            #expect(sheets.notes == [])
            compare(sheets.book, text)
        }
    }

    @Test(arguments: Corpus.costly, Corpus.towns)
    func listsInWorkbooksAndCSV(corpus: Corpus, town: String) throws {
        let text = try corpus.book(of: town)
        for split in [true, false] {
            let list = try read(BookFiles.list(text, split: split), town + ".xlsx")
            #expect(list.notes == [])
            compare(list.book, text, partOne: false)
            let csv = try read(BookFiles.csv(text, split: split), town + ".csv")
            #expect(csv.notes == [])
            compare(csv.book, text, partOne: false)
        }
    }
}
