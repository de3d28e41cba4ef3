internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Reporting
internal import SourceFiles
internal import Text

/// The last look at files that may leave the house: reads them back and looks for personal numbers.
struct PublicationCheck: Sendable {
    /// Whether the files that are inside use are for everyone's eyes, too.
    private let isForAll: Bool
    /// Finds numbers but those that somebody has agreed to keep.
    private let numbers: @Sendable (String) -> [String]

    /// A number that should not be there.
    struct Failure: ExplainedError {
        let file: String
        /// Where in the file; empty where the file has no places.
        let place: String
        let number: String

        var message: String {
            "\(file.quoted)\(place)中读到个人信息\(number)，没有生成。请在原文件中删去（文件名中有的请改名）后重新生成"
        }
    }

    init(_ engine: Reviewer, _ report: Report, _ book: GoalBook) {
        isForAll = report.isMasked
        numbers = engine.personalNumbers(of: book, keeping: report.keptNumbers)
    }

    /// - Throws: ``Failure``, and what reading the file back throws.
    func pass(_ file: OutputFile, for audience: OutputFormat.Audience) throws {
        guard audience == .everyone || isForAll else { return }
        for text in try [FinishedText(file.name, "的文件名")] + texts(of: file) {
            // Most lines of a page hold no number, so that few are taken apart into the pieces that belong together.
            guard !numbers(text.words).isEmpty, let number = try text.pieces().lazy.compactMap({ numbers($0).first }).first
            else { continue }
            throw Failure(file: file.name, place: text.place, number: number)
        }
    }

    private func texts(of file: OutputFile) throws -> [FinishedText] {
        guard file.name.hasSuffix(".xlsx") else { return try FinishedTexts.read(file) }
        let (name, bytes) = (file.name, Array(file.bytes))
        let beside = try SourceReader.textsBesideContent(of: bytes)
        return try SourceReader.document(bytes, path: name).value.texts(of: name) + beside.map { FinishedText($0) }
    }
}

extension SourceDocument {
    /// Cell by cell.
    fileprivate func texts(of file: String) -> [FinishedText] {
        blocks.flatMap { block in
            switch block {
            case .paragraph(let paragraph): [FinishedText(paragraph.text)]
            case .table(let table):
                table.rows.flatMap { $0.cells.map { FinishedText($0.text, String("\($0.location)".trimmingPrefix(file))) } }
            }
        }
    }
}

extension Report {
    /// The town's failure where its book must not be published as it is.
    func leak(in town: ReadBook) -> InputFailure? {
        leakSentence().map {
            InputFailure(files: town.files.map(\.path), reason: $0, summary: leakSummary, places: leakPlaces)
        }
    }
}
