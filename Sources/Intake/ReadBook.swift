public import Diagnostics
internal import Facts
public import GoalModel
package import GoalParsing
package import Reporting
internal import SourceFiles

/// A book that was read, with what reading it had to say.
public struct ReadBook: Sendable {
    /// The files that it was read from, in the order of their paths.
    public var files: [InputFile]
    public var book: GoalBook
    public var diagnostics: [Diagnostic]
    /// The settings files that it is judged by, the most general first.
    public var settings: [InputFile] = []
    /// By what finished results were judged that it was read from.
    package var review: RecordedReview?
    /// By which its documents were understood, where a county adds words; `nil` for the resources'.
    package var lexicon: Lexicon?
    /// What judges it; `nil` for the defaults.
    package var engine: Reviewer?

    package init(files: [InputFile], book: GoalBook, diagnostics: [Diagnostic], review: RecordedReview? = nil) {
        self.files = files
        self.book = book
        self.diagnostics = diagnostics
        self.review = review
    }

    /// Whether somebody should see what the cells of its documents were taken for.
    package var needsALook: Bool {
        diagnostics.contains { Diagnostic.doubtIDs.contains($0.id) || ReadBook.doubts.contains($0.id) }
    }

    /// What reading says where it may have taken one thing for another.
    private static let doubts: Set<String> = [
        "indicators-missing", "row-cells", "list-column-unknown", "list-row-lost", "only-long-term", "amount-unreadable",
        "money-unit-missing", "table-missing",
    ]

    /// The tables of its documents, read once more: what each cell was taken for.
    package func tables(_ usual: Lexicon) -> [ReadTable] {
        let lexicon = lexicon ?? usual
        return files.flatMap { file -> [ReadTable] in
            guard let bytes = try? FileReader.bytes(of: file), !FactsFile.isOne(bytes, path: file.path),
                let document = try? SourceReader.document(bytes, path: file.path).value
            else { return [] }
            let towns = document.towns(lexicon: lexicon)
            let own =
                towns.count > 1
                ? towns.filter { GoalBook.reading($0, lexicon: lexicon).value.townKey.isOfSameTown(as: book.townKey) } : towns
            return own.flatMap { ReadingView($0, lexicon: lexicon).tables }
        }
    }

    /// The town's failure where tables of its book were not understood.
    package var doubt: InputFailure? {
        let doubts = diagnostics.filter { Diagnostic.doubtIDs.contains($0.id) }
        guard let first = doubts.first else { return nil }
        let count = doubts.count > 1 ? "（共\(doubts.count)处）" : ""
        let places = doubts.map { doubt in (doubt.location.map { "\($0) " } ?? "") + doubt.summary }
        return InputFailure(
            files: files.map(\.path), reason: "没有全部读懂\(count)：\(places[0])。\(first.remedy)",
            summary: "没有全部读懂\(count)。\(first.remedy)", places: places)
    }

    /// The files as a message names them.
    package var path: String {
        files.map(\.path).joined(separator: "、")
    }
}

extension GoalBook {
    /// `巨鹿镇 2024年`.
    public var shownName: String { fiscalYear.map { "\(town) \($0)年" } ?? town }
}
