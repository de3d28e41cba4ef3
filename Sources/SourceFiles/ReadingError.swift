public import Diagnostics

/// Why a file could not be read at all.
public enum ReadingError: Error, Hashable, Sendable {
    case empty
    case binary
    case unknownEncoding
    case tooLarge(bytes: Int, limit: Int)
    /// Broken off or broken: what of it, in words.
    case damaged(String)
    /// Made to do harm, or so odd that reading it on is not worth the risk: what was found, in words.
    case hostile(String)
    case passwordProtected
    /// Another kind of file than can be read: what it is and what to do, in words.
    case otherKind(String, remedy: String)
    /// An old or foreign office format that has to be converted before.
    case needsConversion(OfficeKind)

    static let drawnTables = ReadingError.otherKind(
        "这是由Word文件提取的文字，表格画成了竖线（如antiword的输出），分不清哪几行是一格", remedy: "请直接用原来的Word文件，或用Word、WPS另存为 .docx 后再试")
    static let framesetAlone = ReadingError.otherKind(
        "这个网页只有框架，内容在旁边的文件夹里（Excel存为网页时，“文件名.files”里的sheet001.htm等），没有找到",
        remedy: "请把那个文件夹一起放在网页旁边，或用Excel打开后另存为 .xlsx")
    static let untaggedPDF = ReadingError.otherKind(
        "这份PDF没有结构标记，读不出哪些字在表格的哪一格", remedy: "请用生成它的Word或Excel文件；只能用PDF时，请另存为带标记的PDF（Word、WPS导出时勾选“辅助功能文档结构标记”）")
    static let scannedPDF = ReadingError.otherKind(
        "这份PDF只有图片没有文字（扫描件）", remedy: "请用原来的Word或Excel文件；只有纸的，请先录入成Word或Excel")
    static let lockedPDF = ReadingError.otherKind("这份PDF设了密码或限制了权限", remedy: "请用没有密码和限制的PDF，或用生成它的Word或Excel文件")
    static let textTooLong = ReadingError.hostile("有一段文字超过\(SourceReader.longestText / 1_024) KB")

    /// The trouble as a diagnostic at the file.
    public func diagnostic(path: String) -> Diagnostic {
        let place = Location(file: path)
        return switch self {
        case .empty:
            Diagnostic(.error, id: "file-empty", at: place, "文件是空的，没有任何内容", remedy: "请确认导出是否成功，重新保存后再试")
        case .binary:
            Diagnostic(
                .error, id: "file-binary", at: place, "文件不是文本，含有二进制内容", explanation: "也不是认得的Word或Excel文件",
                remedy: "请用Word或WPS打开，另存为 .docx 或 .xlsx 后再试；本单位装有加密软件的，请先解密（外发）")
        case .unknownEncoding:
            Diagnostic(
                .error, id: "encoding-unknown", at: place, "认不出文字编码", explanation: "试过 UTF-8、UTF-16 和 GB18030，都有无法识别的字节",
                remedy: "请用记事本或 WPS 打开，另存为 UTF-8 编码")
        case .tooLarge(let bytes, let limit):
            Diagnostic(
                .error, id: "file-too-large", at: place, "文件过大（\(bytes / 1_048_576) MB，上限 \(limit / 1_048_576) MB）",
                remedy: "一个乡镇的目标书通常不到 1 MB，请检查是否选错了文件")
        case .damaged(let what):
            Diagnostic(
                .error, id: "file-damaged", at: place, "文件已损坏：\(what)", explanation: "可能没有传完，或保存时中断",
                remedy: "请重新复制或重新导出；能用Word或WPS打开的，另存一份再试")
        case .hostile(let what):
            Diagnostic(
                .error, id: "file-refused", at: place, "为安全起见没有读取：\(what)", explanation: "正常的目标书不会这样",
                remedy: "请查明文件来源；内容可信的，用WPS打开后另存一份再试")
        case .passwordProtected:
            Diagnostic(
                .error, id: "file-locked", at: place, "文件是加密的，有打开密码",
                remedy: "请用Word、Excel或WPS打开，取消密码（文件—文档加密；另存为—工具—常规选项），另存一份再试")
        case .otherKind(let what, let remedy):
            Diagnostic(.error, id: "file-kind", at: place, what, remedy: remedy)
        case .needsConversion(let kind):
            Diagnostic(
                .error, id: "conversion-needed", at: place, "这是旧格式或其他软件的\(kind.title)，不能直接读取",
                remedy: "请安装LibreOffice（apt-get install \(kind.package)）后再试，或用WPS另存为 \(kind.modern)")
        }
    }
}

/// The two families of office documents.
public enum OfficeKind: String, Hashable, Sendable {
    case text
    case sheets

    public var title: String {
        switch self {
        case .text: "文字文档"
        case .sheets: "表格"
        }
    }

    /// The extension of the format that can be read.
    public var modern: String {
        switch self {
        case .text: ".docx"
        case .sheets: ".xlsx"
        }
    }

    /// Debian's package that converts it.
    public var package: String {
        switch self {
        case .text: "libreoffice-writer-nogui"
        case .sheets: "libreoffice-calc-nogui"
        }
    }
}
