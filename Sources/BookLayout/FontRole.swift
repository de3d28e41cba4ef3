/// What a font is for; which family stands in for it is decided where text is drawn.
public enum FontRole: String, Hashable, Sendable, CaseIterable {
    case title = "标题"
    case body = "正文"
    case kai = "楷体"
    case hei = "黑体"
    case table = "表格"
    case digits = "数字"
}
