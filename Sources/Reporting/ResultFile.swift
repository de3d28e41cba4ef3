/// The files of a town's results, by their names in its folder.
public enum ResultFile: String, Sendable, Hashable, CaseIterable {
    case book = "绩效目标书.pdf"
    case brief = "领导简报.pdf"
    case review = "审核意见书.pdf"
    case page = "index.html"
    case change = "变化.html"
    case mail = "mail.html"
    case mailText = "mail.txt"
    case facts = "facts.json"
    case data = "数据.xlsx"
    case reading = "读入对照.html"
    case opinions = "审核意见表.xlsx"
}
