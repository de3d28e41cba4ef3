public import Diagnostics
internal import Text

/// Reads files of every known format, told apart by what is in them and not by their names.
public enum SourceReader {
    /// Extensions of files that are read; anything else is no input.
    public static let extensions: Set<String> = [
        "txt", "csv", "docx", "docm", "xlsx", "xlsm", "html", "htm", "json", "doc", "wps", "rtf", "odt", "xls", "et", "ods",
        "pdf",
    ]

    /// - Throws: ``ReadingError`` for a file that cannot be read at all; what is wrong in places is a diagnostic.
    public static func document(_ bytes: [UInt8], path: String) throws(ReadingError) -> Warned<SourceDocument> {
        var result: Warned<SourceDocument>
        let checksum = Coming { Text.sha256(bytes) }
        checksum.beginBeside()
        defer { checksum.giveUp() }
        let suffix = String(path.split(separator: ".").last ?? "").lowercased()
        let budget = ReadingBudget()
        var isClean = false
        switch try FileContent(bytes, suffix: suffix) {
        case .word(let package): result = try WordReader.document(package, path: path, budget)
        case .workbook(let package): result = try WorkbookReader.document(package, path: path, budget)
        case .page: result = try WebPage.document(bytes, path: path, budget)
        case .csv: result = try CommaSeparated.document(bytes, path: path, budget)
        case .pdf: result = try TaggedPDF.document(bytes, path: path, budget)
        case .text: (result, isClean) = try ExtractedText.document(bytes, path: path, budget)
        }
        if !isClean {
            var cleaning = TextCleaning()
            cleaning.clean(&result.value)
            result.diagnostics += cleaning.diagnostics
        }
        try checkLength(result.value)
        result.value.sha256 = checksum.value
        let usual = FileContent.usualExtensions[result.value.format] ?? []
        if !usual.contains(suffix), SourceReader.extensions.contains(suffix) {
            result.diagnostics.insert(.otherContent(suffix: suffix, format: result.value.format, path: path), at: 0)
        }
        return result
    }

    /// Whether a PDF was printed by this program; such a book lies beside its source for good reason.
    public static func isPrintedHere(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: FileContent.pdfMark) && PrintedBook.isOne(bytes)
    }

    /// Whether a file that has to be converted is encrypted: where that fails, it has a password.
    public static func isLocked(_ bytes: [UInt8]) -> Bool {
        CompoundFile.isOne(bytes) && CompoundFile.isLockedWorkbook(bytes)
    }

    /// What a file has to be converted to before it is read; `nil` for one that is read as it is, or not at all.
    public static func conversion(of bytes: [UInt8]) -> OfficeKind? {
        do { _ = try FileContent(bytes, suffix: "") } catch ReadingError.needsConversion(let kind) { return kind } catch {}
        return nil
    }

    /// What a Word or Excel file says beside its content: its properties, comments, text boxes and charts.
    ///
    /// - Throws: ``ReadingError`` for a file that is broken; files of other formats say nothing.
    public static func textsBesideContent(of bytes: [UInt8]) throws(ReadingError) -> [String] {
        switch try FileContent(bytes, suffix: "") {
        case .word(let package), .workbook(let package): try package.textsBesideContent()
        case .page, .csv, .text, .pdf: []
        }
    }

    /// A book's longest paragraph has some thousand characters; one of megabytes is a file gone wrong, and slow to look at.
    private static func checkLength(_ document: SourceDocument) throws(ReadingError) {
        for block in document.blocks {
            switch block {
            case .paragraph(let paragraph): try checkLength(paragraph.text)
            case .table(let table): for row in table.rows { for cell in row.cells { try checkLength(cell.text) } }
            }
        }
    }

    private static func checkLength(_ text: String) throws(ReadingError) {
        if text.utf8.count > longestText { throw .textTooLong }
    }

    /// In bytes.
    static let longestText = 512 * 1_024
}

extension Diagnostic {
    fileprivate static func otherContent(suffix: String, format: String, path: String) -> Diagnostic {
        Diagnostic(
            .hint, id: "file-extension", at: Location(file: path), "扩展名是“.\(suffix)”，内容却是“.\(format)”的",
            explanation: "已按内容读取", remedy: "如能照常打开，不必处理；也可以把扩展名改成“.\(format)”")
    }
}
