internal import CPango
public import Diagnostics
internal import Text

/// A PDF could not be made.
public enum PrintingError: ExplainedError, Hashable {
    /// Cairo failed; in its own words.
    case drawing(String)
    /// The machine has no font at all.
    case noFont
    /// What Cairo wrote is not as Cairo 1.16 writes.
    case unknownShape(String)
    /// A page, counted from 1, does not hold the texts that were drawn on it.
    case piecesDiffer(page: Int)
    /// Poppler cannot read the finished file.
    case unreadable
    /// A text of the source was not found in the finished file.
    case textMissing(place: String, text: String)
    /// A link or bookmark leads to a place that the book does not have.
    case unknownMark(String)

    public var message: String {
        switch self {
        case .drawing(let words): "绘制失败：\(words)"
        case .noFont: "没有任何字体。请安装：sudo apt-get install fonts-noto-cjk"
        case .unknownShape(let part): "PDF 后处理失败：不认识 Cairo 写出的\(part)"
        case .piecesDiffer(let page): "PDF 后处理失败：第\(page)页的文字与排版不符"
        case .textMissing(let place, let text):
            "印出的 PDF 与原文不符：\(place)\(text.shortened(to: 21).quoted)没有完整读回。请把原文件发给维护人员；加 --no-proof 可以不核对"
        case .unreadable: "生成的 PDF 读不回来"
        case .unknownMark(let name): "PDF 后处理失败：没有名为\(name.quoted)的位置"
        }
    }

    static func check(_ status: cairo_status_t) throws(PrintingError) {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw .drawing(String(cString: cairo_status_to_string(status)))
    }
}
