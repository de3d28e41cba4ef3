public import Diagnostics
internal import Foundation
public import GoalModel
internal import GoalParsing
internal import Outputs
internal import SourceFiles

/// A book that was read, with what reading it had to say.
public struct ReadBook: Sendable {
    public var file: InputFile
    public var book: GoalBook
    public var diagnostics: [Diagnostic]

    /// Largest file that is read, in bytes.
    static let sizeLimit = 32 * 1_048_576

    /// Reads one file.
    ///
    /// - Throws: ``TownFailure`` when the file cannot be read or is no goal book.
    init(_ file: InputFile) throws(TownFailure) {
        self.file = file
        let document: Warned<SourceDocument>
        do {
            let bytes = try ReadBook.bytes(of: file)
            if FactsFile.isOne(bytes, path: file.path), let first = try FactsFile.books(Data(bytes), path: file.path).first {
                (book, diagnostics) = first
                guard book.isGoalBook else { throw ReadBook.noGoalBook(file) }
                return
            }
            document = try SourceReader.document(bytes, path: file.path)
        } catch let error as FactsError {
            throw TownFailure(path: file.path, reason: error.message)
        } catch let error as ReadingError {
            throw TownFailure(error.diagnostic(path: file.path))
        } catch let failure as TownFailure {
            throw failure
        } catch {
            let trouble = error.fileTrouble
            throw TownFailure(path: file.path, reason: "读不了这个文件：\(trouble.reason)。\(trouble.remedy)")
        }
        let reading = GoalBook.reading(document.value)
        guard reading.value.isGoalBook else {
            throw ReadBook.noGoalBook(file)
        }
        book = reading.value
        diagnostics = document.diagnostics + reading.diagnostics
    }

    private static func noGoalBook(_ file: InputFile) -> TownFailure {
        TownFailure(path: file.path, reason: "这不是绩效目标书：既没有项目绩效目标表，也没有“总体绩效目标”。请检查是否放错了文件")
    }

    private static func bytes(of file: InputFile) throws -> [UInt8] {
        let path = file.url.resolvingSymlinksInPath().path(percentEncoded: false)
        // The attributes of a link that leads nowhere are its own.
        guard FileManager.default.fileExists(atPath: path) else { throw CocoaError(.fileReadNoSuchFile) }
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        // A pipe would wait for ever and a device never end.
        guard attributes[.type] as? FileAttributeType == .typeRegular else {
            throw TownFailure(path: file.path, reason: "这不是普通文件（是管道、设备或别的东西）。请检查路径是否写对")
        }
        if let size = attributes[.size] as? Int, size > sizeLimit { throw ReadingError.tooLarge(bytes: size, limit: sizeLimit) }
        return Array(try Data(contentsOf: file.url))
    }
}

extension TownFailure: Error {
    fileprivate init(_ diagnostic: Diagnostic) {
        let sentences = [diagnostic.summary, diagnostic.explanation, diagnostic.remedy].filter { !$0.isEmpty }
        self.init(path: diagnostic.location?.file ?? "", reason: sentences.joined(separator: "。"))
    }
}
