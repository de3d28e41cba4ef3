/// What a file holds, by its first bytes and its parts.
enum FileContent {
    case word(OfficePackage)
    case workbook(OfficePackage)
    case page
    case csv
    case text
    case pdf

    /// - Parameter suffix: helps only between plain text and CSV, which look alike.
    /// - Throws: ``ReadingError`` for files that are something else, locked, broken, or have to be converted first.
    init(_ bytes: [UInt8], suffix: String) throws(ReadingError) {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
            let archive = try ZipArchive(bytes)
            if let kind = try FileContent.openDocument(archive) { throw .needsConversion(kind) }
            let package = try OfficePackage(archive)
            switch package.kind {
            case .text: self = .word(package)
            case .sheets: self = .workbook(package)
            }
            return
        }
        if CompoundFile.isOne(bytes) {
            guard let package = ReadOnlyWorkbook.package(of: bytes) else { throw CompoundFile.trouble(bytes) }
            self = try FileContent(package, suffix: suffix)
            return
        }
        if bytes.starts(with: Array("{\\rtf".utf8)) { throw .needsConversion(.text) }
        if FileContent.locks.contains(where: { bytes.starts(with: $0) }) {
            throw .otherKind(
                "文件被本单位的加密软件（透明加密，如亿赛通）锁住了，别处打不开", remedy: "请在装有该软件的电脑上解密（申请外发），再放进来；用Word或WPS另存没有用")
        }
        if bytes.starts(with: FileContent.pdfMark) {
            self = .pdf
            return
        }
        if let other = FileContent.others.first(where: { bytes.starts(with: $0.magic) }) {
            throw .otherKind("这是\(other.name)，不是文字或表格", remedy: other.remedy)
        }
        if let markup = try FileContent.markup(bytes) {
            self = markup
        } else {
            self = suffix == "csv" || CommaSeparated.isLikely(bytes) ? .csv : .text
        }
    }

    /// `nil` for bytes that are no markup.
    private static func markup(_ bytes: [UInt8]) throws(ReadingError) -> FileContent? {
        let head = bytes.prefix(4_096).filter { $0 != 0 }
        let text = String(decoding: head, as: UTF8.self)
        func start(of text: String) -> Substring.UnicodeScalarView {
            text.unicodeScalars.drop { $0.value == 0xFEFF || $0.value == 0xFFFD || $0.properties.isWhitespace }
        }
        guard let first = start(of: text).first, "<mM".unicodeScalars.contains(first) else { return nil }
        let word = text.lowercased()
        let start = start(of: word)
        if start.starts(with: "mime-version:".unicodeScalars) { throw .needsConversion(.text) }
        guard start.first == "<" else { return nil }
        if word.contains("urn:schemas-microsoft-com:office:spreadsheet\"") && word.contains("<workbook") {
            throw .needsConversion(.sheets)
        }
        if word.contains("progid=\"word.document\"") || word.contains("<w:worddocument") { throw .needsConversion(.text) }
        let tags = ["<html", "<!doctype html", "<table", "<body", "<head", "<div", "<meta"]
        return tags.contains { word.contains($0) } ? .page : nil
    }

    static func openDocument(_ archive: ZipArchive) throws(ReadingError) -> OfficeKind? {
        guard let type = try archive.part("mimetype") else { return nil }
        let text = String(decoding: type.prefix(100), as: UTF8.self)
        if text.contains("opendocument.text") { return .text }
        return text.contains("opendocument.spreadsheet") ? .sheets : nil
    }

    /// What to do with files that hold others.
    static let unpacking = "请解压后，把里面的文件放进来"
    static let pdfMark = Array("%PDF".utf8)

    static let others: [(magic: [UInt8], name: String, remedy: String)] = [
        ([0x89, 0x50, 0x4E, 0x47], "图片（PNG）", "请用原来的Word或Excel文件"),
        ([0xFF, 0xD8, 0xFF], "图片（JPEG）", "请用原来的Word或Excel文件"),
        (Array("Rar!".utf8), "压缩包（RAR）", unpacking),
        ([0x37, 0x7A, 0xBC, 0xAF], "压缩包（7z）", unpacking),
        ([0x1F, 0x8B], "压缩包（gz）", unpacking),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "压缩包（xz）", unpacking),
        (Array("BZh".utf8), "压缩包（bz2）", unpacking),
        (Array("MSCF".utf8), "压缩包（CAB）", unpacking),
    ]

    /// What the encryption software of offices writes at the beginning of every file.
    static let locks: [[UInt8]] = [
        Array("%TSD-Header".utf8), [0x62, 0x14, 0x23, 0x65], Array("E-SafeNet".utf8), [0x00] + Array("E-SafeNet".utf8),
    ]

    /// The extensions that files of each format usually have.
    static let usualExtensions: [String: Set<String>] = [
        "docx": ["docx", "docm"], "xlsx": ["xlsx", "xlsm"], "html": ["html", "htm"], "csv": ["csv"], "txt": ["txt", "csv"],
        "pdf": ["pdf"],
    ]
}
