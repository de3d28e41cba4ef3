package import Diagnostics
internal import Facts
internal import Foundation
internal import Glibc
internal import GoalModel
internal import GoalParsing
internal import Platform
internal import SourceFiles
internal import Text

/// Reads input files of every known format into fragments of books.
package struct FileReader: Sendable {
    let lexicon: Lexicon
    /// Subfolders of the input that hold several files, which may be parts of one book.
    var sharedFolders: Set<String> = []
    /// By which books that are kept beside many others take less room; `nil` where there are few.
    var parts: SharedParts?

    /// Largest file that is read, in bytes.
    package static let sizeLimit = 32 * 1_048_576

    enum Outcome: Sendable {
        case fragments([Fragment])
        case failed(InputFailure)
        /// An old office format, to be converted before it is read.
        case old(OfficeKind)
    }

    func read(_ file: InputFile) -> Outcome {
        do {
            return .fragments(
                try CrashContainment.reading(file) {
                    let isShared = file.folder.map(sharedFolders.contains) ?? false
                    return try fragments(of: try FileReader.bytes(of: file), file).enumerated().map { place, fragment in
                        var fragment = fragment.settled(place: place, besides: isShared)
                        if let parts { fragment.book = parts.shared(fragment.book) }
                        return fragment
                    }
                })
        } catch ReadingError.needsConversion(let kind) {
            return .old(kind)
        } catch {
            return .failed(InputFailure(error, file: file))
        }
    }

    /// Reads what an old file was converted to; path, format and checksum stay those of the old one.
    func read(_ converted: URL, of file: InputFile) -> Outcome {
        do {
            return .fragments(
                try CrashContainment.reading(file) {
                    var document = try SourceReader.document(Array(try Data(contentsOf: converted)), path: file.path)
                    document.value.format = file.url.pathExtension.lowercased()
                    document.value.sha256 = sha256(try FileReader.bytes(of: file))
                    // That the content is another than the name says was our own doing.
                    document.diagnostics.removeAll { $0.id == "file-extension" }
                    return try Fragment.fragments(of: document, file: file, lexicon: lexicon)
                })
        } catch {
            return .failed(InputFailure(error, file: file))
        }
    }

    /// The document of a fragment, read once more where it was not kept.
    ///
    /// - Throws: what reading the file throws.
    func document(of fragment: Fragment) throws -> SourceDocument? {
        guard let place = fragment.place else { return fragment.document }
        let again = try fragments(of: try FileReader.bytes(of: fragment.file), fragment.file)
        let document = again.dropFirst(place).first?.document
        guard let document, document.sha256 == fragment.book.sources.first?.sha256 else {
            throw InputFailure(path: fragment.file.path, reason: "文件在读取时被改动了。请等它存好，再运行一次")
        }
        return document
    }

    private func fragments(of bytes: [UInt8], _ file: InputFile) throws -> [Fragment] {
        if FactsFile.isOne(bytes, path: file.path) {
            return try FactsFile.books(bytes, path: file.path).map { read in
                guard read.book.isGoalBook else { throw InputFailure.noGoalBook(file) }
                try read.book.checkSize(file)
                return Fragment(
                    file: file, document: nil, book: read.book, fileDiagnostics: [], diagnostics: read.diagnostics,
                    review: read.review, progress: read.progress)
            }
        }
        return try Fragment.fragments(of: try SourceReader.document(bytes, path: file.path), file: file, lexicon: lexicon)
    }

    package static func bytes(of file: InputFile) throws -> [UInt8] {
        let bytes = try contents(of: file.url, named: file.path)
        guard ["htm", "html"].contains(file.url.pathExtension.lowercased()) else { return bytes }
        var sheets: [UInt8] = []
        for page in Frameset.pages(in: bytes) { try append(page, beside: file, to: &sheets) }
        return sheets.isEmpty ? bytes : sheets
    }

    /// The sheets of a workbook that was saved as a page stand in a folder beside it; all of them are one file.
    private static func append(_ page: String, beside file: InputFile, to bytes: inout [UInt8]) throws {
        let name = (page.removingPercentEncoding ?? page).replacing("\\", with: "/")
        guard !name.hasPrefix("/"), !name.contains(":"), !name.split(separator: "/").contains("..") else { return }
        let url = file.url.deletingLastPathComponent().appending(path: name)
        var facts = stat()
        guard stat(url.path(percentEncoded: false).diskPath, &facts) == 0, facts.isRegular else { return }
        Frameset.append(try contents(of: url, named: file.path), to: &bytes)
        guard bytes.count <= sizeLimit else { throw ReadingError.tooLarge(bytes: bytes.count, limit: sizeLimit) }
    }

    /// The bytes of a file, read once and not copied.
    ///
    /// - Parameter limit: how many bytes are read of a longer one; without it a file longer than ``sizeLimit`` is refused.
    static func contents(of url: URL, named shown: String, upTo limit: Int? = nil) throws -> [UInt8] {
        let path = url.path(percentEncoded: false).diskPath
        var facts = stat()
        func check(_ isDone: Bool) throws {
            guard isDone else { throw NSError(domain: NSPOSIXErrorDomain, code: Int(errno)) }
        }
        try check(stat(path, &facts) == 0)
        // A pipe would wait for ever and a device never end.
        guard facts.isRegular else {
            throw InputFailure(path: shown, reason: "这不是普通文件（是管道、设备或别的东西）。请检查路径是否写对")
        }
        let size = Int(clamping: facts.st_size)
        if limit == nil, size > sizeLimit { throw ReadingError.tooLarge(bytes: size, limit: sizeLimit) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        try check(descriptor >= 0)
        defer { close(descriptor) }
        return try [UInt8](unsafeUninitializedCapacity: min(size, limit ?? sizeLimit)) { buffer, count in
            while count < buffer.count, let base = buffer.baseAddress {
                let got = Glibc.read(descriptor, base + count, buffer.count - count)
                try check(got >= 0)
                if got == 0 { break }
                count += got
            }
        }
    }
}

extension InputFailure {
    /// - Parameter error: what reading the file threw.
    package init(_ error: any Error, file: InputFile) {
        switch error {
        case let failure as InputFailure: self = failure
        case let error as FactsError: self.init(path: file.path, reason: error.message)
        case let error as ReadingError: self.init(error.diagnostic(path: file.path))
        default:
            let trouble = error.fileTrouble
            self.init(path: file.path, reason: "读不了这个文件：\(trouble.reason)。\(trouble.remedy)")
        }
    }

    /// What stands in a file that is no goal book.
    enum Content {
        case nothing
        /// Paragraphs without a table.
        case prose
        /// A form that nobody has filled in.
        case blankForm
        case other

        init(_ document: SourceDocument, reading: [Diagnostic]) {
            let tables = document.blocks.count { if case .table = $0 { true } else { false } }
            if document.blocks.isEmpty {
                self = .nothing
            } else if reading.contains(where: { $0.id == "form-blank" }) {
                self = .blankForm
            } else {
                self = tables == 0 ? .prose : .other
            }
        }
    }

    /// - Parameters:
    ///   - content: what was read instead.
    ///   - notes: what reading the file had to say; what was left out may have been the book.
    static func noGoalBook(_ file: InputFile, holding content: Content = .other, notes: [Diagnostic] = []) -> InputFailure {
        let leftOut = notes.filter { ["sheets-hidden", "sheet-outside", "embedded-objects", "hidden-text"].contains($0.id) }
        let also = leftOut.map { "。另外，\($0.summary)" }.joined()
        let reason =
            switch content {
            case .nothing:
                "里面没有任何文字或表格，可能是空白文件，或者只有扫描的图片\(also)。请用有文字的原件；只有扫描件时，先识别成文字，另存为 .docx"
            case .prose: "里面没有表格，只有文字，正文里的目标和指标没有读入\(also)。请把附件里的绩效目标表一并放入；只有文字的，请照填报模板填成表"
            case .blankForm: "申报表是空白的，没有项目名称、金额和指标\(also)。请填好再放进来"
            case .other: "这不是绩效目标书：没有认得出的项目绩效目标表，也没有“总体绩效目标”\(also)。请检查是否放错了文件；确是目标表的，请把表头改成通行的名称"
            }
        return InputFailure(path: file.path, reason: reason)
    }

    private init(_ diagnostic: Diagnostic) {
        let sentences = [diagnostic.summary, diagnostic.explanation, diagnostic.remedy].filter { !$0.isEmpty }
        self.init(path: diagnostic.location?.file ?? "", reason: sentences.joined(separator: "。"))
    }
}
