public import Appraisal
public import Diagnostics
package import Foundation
public import GoalModel
internal import Text

/// The files of actual figures of a run, and what they say of each book.
public struct ActualsFiles: Sendable {
    private var files: [ActualsFile] = []
    /// Files that cannot be read, and workbooks of other books.
    public private(set) var failures: [InputFailure] = []
    /// The files that gave something; known once the books are.
    package private(set) var good: [InputFile] = []
    /// Good copies of before, by the paths of their files.
    private var earlier: [String: EarlierCopy] = [:]

    /// A file as it was when it could be read.
    package struct EarlierCopy: Sendable {
        let url: URL
        /// In words: `2026年7月1日`.
        let madeOn: String

        package init(url: URL, madeOn: String) { (self.url, self.madeOn) = (url, madeOn) }
    }

    /// - Parameter paths: files, and folders in which they stand.
    public init(_ paths: [String]) {
        for path in paths {
            for file in ActualsFiles.files(at: path) {
                do throws(InputFailure) { files.append(try ActualsFile(file)) } catch { failures.append(error) }
            }
        }
    }

    /// - Parameter earlier: copies that stand in for files that cannot be read any more, by their paths.
    package init(_ files: [InputFile], earlier: [String: EarlierCopy]) {
        self.earlier = earlier
        for file in files {
            do throws(InputFailure) { self.files.append(try ActualsFile(file)) } catch { fallBack(on: file, because: error) }
        }
    }

    /// Takes the copy of a file, where there is one, and tells why.
    private mutating func fallBack(on file: InputFile, because failure: InputFailure) {
        failures.append(failure)
        guard let copy = earlier[file.path] else { return }
        let old = try? ActualsFile(InputFile(url: copy.url, path: file.path))
        guard var old else { return }
        old.staleness = "这里是\(copy.madeOn)的执行数据，没有更新：\(failure.path)：\(failure.reason)"
        files.append(old)
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
        var index = 0
        while index < files.count {
            let file = files[index]
            index += 1
            let mine =
                file.marks.isEmpty
                ? Array(books.indices)
                : marks.indices.filter { index in
                    file.marks.contains { $0.isOfSameBook(as: marks[index]) }
                }
            if mine.isEmpty {
                refuse(file, books)
                continue
            }
            for index in mine { result[index].checks += ActualsFiles.checks(file, marks[index]) }
            var matching = ActualsMatching(file, books: books, among: mine)
            matching.fill(&result)
            if let failure = matching.failure { failures.append(failure) }
            note(file, books, &result)
        }
        return result
    }

    /// A workbook that belongs to none of the books; the copy of before may.
    private mutating func refuse(_ file: ActualsFile, _ books: [GoalBook]) {
        let failure = ActualsFiles.refusal(file, books)
        if file.staleness == nil { fallBack(on: file.file, because: failure) } else { failures.append(failure) }
    }

    /// Takes note of whom a file has given something.
    private mutating func note(_ file: ActualsFile, _ books: [GoalBook], _ result: inout [Actuals]) {
        let mine = result.indices.filter { result[$0].files.last == file.file.path }
        guard let staleness = file.staleness else {
            if !mine.isEmpty { good.append(file.file) }
            return
        }
        for book in mine { result[book].staleness = staleness }
        guard let place = failures.firstIndex(where: { $0.files == [file.file.path] }) else { return }
        let names = mine.map { books[$0].shownName }
        failures[place].towns = names.count > 3 ? ["\(names[0])等\(names.count)个乡镇"] : names
    }

    private static func checks(_ file: ActualsFile, _ mark: BookMark) -> [AppraisalCheck] {
        guard let own = file.marks.first(where: { $0.isOfSameBook(as: mark) }), own.fingerprint != mark.fingerprint else {
            return []
        }
        return [
            AppraisalCheck(
                .unknownKey, .warning, at: Location(file: file.file.path),
                "\(file.file.path.quoted)生成以后目标书改过：请核对各行的序号和指标，或重新生成执行数据表")
        ]
    }

    private static func refusal(_ file: ActualsFile, _ books: [GoalBook]) -> InputFailure {
        let made = file.marks.map { "\($0.unit) \($0.year.map { "\($0)年" } ?? "")" }.joined(separator: "、")
        let given = books.map { "\($0.unit.code ?? "") \($0.shownName)" }.joined(separator: "、")
        return InputFailure(
            path: file.file.path, reason: "是另一本目标书（\(made)）的执行数据，与给出的目标书（\(given)）不符，没有读入。请核对文件 [M01]")
    }
}
