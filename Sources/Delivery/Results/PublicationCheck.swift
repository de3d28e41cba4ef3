internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Reporting
internal import SourceFiles
internal import Text

/// The last look at files that may leave the house: reads them back and looks for personal numbers.
struct PublicationCheck {
    /// Whether the files that are inside use are for everyone's eyes, too.
    private let isForAll: Bool
    /// `nil` where somebody has agreed that a number stays in the book.
    private let numbers: (@Sendable (String) -> [String])?

    /// A number that should not be there.
    struct Failure: ExplainedError {
        let file: String
        let number: String

        var message: String {
            "\(file.quoted)中读到个人信息\(number)，没有生成。请在原文件中删去（文件名中有的请改名）后重新生成"
        }
    }

    init(_ engine: Reviewer, _ report: Report, _ book: GoalBook) {
        isForAll = report.isMasked
        numbers = report.keepsNumbers && !report.isMasked ? nil : engine.personalNumbers(of: book)
    }

    /// - Throws: ``Failure``, and what reading the file back throws.
    func pass(_ file: OutputFile, for audience: OutputFormat.Audience) throws {
        guard let numbers, audience == .everyone || isForAll else { return }
        for text in try texts(file.bytes, file.name) {
            if let number = numbers(text).first { throw Failure(file: file.name, number: number) }
        }
    }

    private func texts(_ bytes: Data, _ name: String) throws -> [String] {
        guard name.hasSuffix(".xlsx") else { return try FinishedTexts.read(bytes, named: name) }
        let bytes = Array(bytes)
        return try SourceReader.document(bytes, path: name).value.texts + SourceReader.textsBesideContent(of: bytes)
    }
}

extension SourceDocument {
    fileprivate var texts: [String] {
        blocks.flatMap { block in
            switch block {
            case .paragraph(let paragraph): [paragraph.text]
            case .table(let table): table.rows.flatMap { $0.cells.map(\.text) }
            }
        }
    }
}

extension Report {
    /// The town's failure where its book must not be published as it is.
    func leak(in town: ReadBook) -> InputFailure? {
        leakSentence().map { InputFailure(files: town.files.map(\.path), reason: $0) }
    }
}
