public import Appraisal
public import Diagnostics
internal import Foundation
public import GoalModel
internal import Text

/// The files of actual figures of a run, and what they say of each book.
public struct ActualsFiles: Sendable {
    private var files: [ActualsFile] = []
    /// Files that cannot be read, and workbooks of other books.
    public private(set) var failures: [InputFailure] = []

    /// - Parameter paths: files, and folders in which they stand.
    public init(_ paths: [String]) {
        for path in paths {
            for file in ActualsFiles.files(at: path) {
                do throws(InputFailure) { files.append(try ActualsFile(file)) } catch { failures.append(error) }
            }
        }
    }

    private static func files(at path: String) -> [InputFile] {
        let url = URL(filePath: path)
        guard (try? FolderListing.isFolder(input: path)) == true, let listing = try? FolderListing(url, shown: path) else {
            return [InputFile(url: url, path: path)]
        }
        return listing.names.filter(ActualsFile.isOne).sorted()
            .map { InputFile(url: url.appending(path: $0), path: path + "/" + listing.shown($0)) }
    }

    public var isEmpty: Bool { files.isEmpty }

    /// The actual figures of each book, in the order of the books.
    ///
    /// A workbook that was made from another book is refused; rows that belong to none of the books are told.
    public mutating func actuals(of books: [GoalBook]) -> [Actuals] {
        var result = books.map { _ in Actuals() }
        let marks = books.map(BookMark.init)
        for file in files {
            let mine =
                file.marks.isEmpty
                ? Array(books.indices)
                : marks.indices.filter { index in
                    file.marks.contains { $0.isOfSameBook(as: marks[index]) }
                }
            if mine.isEmpty {
                failures.append(ActualsFiles.refusal(file, books))
                continue
            }
            for index in mine {
                guard let mark = file.marks.first(where: { $0.isOfSameBook(as: marks[index]) }),
                    mark.fingerprint != marks[index].fingerprint
                else { continue }
                result[index].checks.append(
                    AppraisalCheck(
                        .unknownKey, .warning, at: Location(file: file.file.path),
                        "\(file.file.path.quoted)生成以后目标书改过：请核对各行的序号和指标，或重新生成执行数据表"))
            }
            var matching = ActualsMatching(file, books: books, among: mine)
            matching.fill(&result)
            if let failure = matching.failure { failures.append(failure) }
        }
        return result
    }

    private static func refusal(_ file: ActualsFile, _ books: [GoalBook]) -> InputFailure {
        let made = file.marks.map { "\($0.unit) \($0.year.map { "\($0)年" } ?? "")" }.joined(separator: "、")
        let given = books.map { "\($0.unit.code ?? "") \($0.shownName)" }.joined(separator: "、")
        return InputFailure(
            path: file.file.path, reason: "是另一本目标书（\(made)）的执行数据，与给出的目标书（\(given)）不符，没有读入。请核对文件 [M01]")
    }
}
