internal import Diagnostics
internal import Text

/// A document whose name does not tell that it is one.
public struct StrayDocument: Hashable, Sendable {
    /// As `Word文件`.
    public let title: String
    public let remedy: String

    /// - Parameter read: gives the first bytes of the file, at most so many; most files tell with few.
    /// - Returns: `nil` for what can be no book of goals and holds none.
    public init?(reading read: (_ limit: Int) throws -> [UInt8]) rethrows {
        var bytes = try read(1_048_576)
        let isPDF = bytes.starts(with: FileContent.pdfMark)
        if isPDF || bytes.starts(with: Array("PK".utf8)) || CompoundFile.isOne(bytes) { bytes = try read(32 * 1_048_576) }
        if isPDF, PrintedBook.isOne(bytes) { return nil }
        let found: (title: String, remedy: String)?
        if bytes.starts(with: Array("PK".utf8)) {
            found = StrayDocument.zip(bytes)
        } else if CompoundFile.isOne(bytes) {
            found = StrayDocument.old(CompoundFile.trouble(bytes))
        } else if isPDF {
            found = ("PDF文件", StrayDocument.renaming(".pdf"))
        } else if let other = FileContent.others.first(where: { bytes.starts(with: $0.magic) }) {
            // Pictures lie beside books for many reasons.
            found = other.name.hasPrefix("图片") ? nil : (other.name, other.remedy)
        } else if bytes.starts(with: Array("{\\rtf".utf8)) {
            found = ("Word文件（RTF）", StrayDocument.renaming(".rtf"))
        } else if FileContent.locks.contains(where: { bytes.starts(with: $0) }) {
            found = ("被加密软件锁住的文件", "是目标书的，请解密（申请外发）后再放进来")
        } else if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) {
            found = ("压缩包（TAR）", FileContent.unpacking)
        } else {
            found = StrayDocument.text(bytes)
        }
        guard let found else { return nil }
        (title, remedy) = found
    }

    private static func renaming(_ suffix: String) -> String { "是目标书的，请把文件名改为以 \(suffix) 结尾" }

    private static func zip(_ bytes: [UInt8]) -> (String, String)? {
        let other = ("压缩包（ZIP）", FileContent.unpacking)
        guard let archive = try? ZipArchive(bytes) else { return other }
        // Slides and programs.
        if ["ppt/presentation.xml", "META-INF/MANIFEST.MF"].contains(where: archive.holds) { return nil }
        if archive.holds("OFD.xml") { return ("OFD版式文件", "是目标书的，请用生成它的Word或Excel文件") }
        if let type = try? archive.part("mimetype"), String(decoding: type.prefix(100), as: UTF8.self).contains("opendocument") {
            switch (try? FileContent.openDocument(archive)) ?? nil {
            case .text: return ("文字文档（ODT）", renaming(".odt"))
            case .sheets: return ("电子表格（ODS）", renaming(".ods"))
            case nil: return nil
            }
        }
        switch (try? OfficePackage(archive))?.kind {
        case .text: return ("Word文件", renaming(".docx"))
        case .sheets: return ("Excel文件", renaming(".xlsx"))
        case nil: return other
        }
    }

    private static func old(_ trouble: ReadingError) -> (String, String)? {
        switch trouble {
        case .needsConversion(.text): ("旧格式的Word文件", renaming(".doc"))
        case .needsConversion(.sheets): ("旧格式的Excel文件", renaming(".xls"))
        case .passwordProtected: ("有密码的Word或Excel文件", "是目标书的，请取消密码，另存为 .docx 或 .xlsx")
        default: nil
        }
    }

    private static func text(_ bytes: [UInt8]) -> (String, String)? {
        let text = (try? DecodedText.decoding(bytes, path: ""))?.value.text ?? ""
        guard text.holds("绩效目标"), ["绩效指标", "项目编码", "总体绩效目标"].contains(where: text.holds) else { return nil }
        let isPage = text.prefix(2_000).lowercased().contains("<html")
        return isPage ? ("网页", renaming(".html")) : ("写有绩效目标的文字", renaming(".txt"))
    }
}
