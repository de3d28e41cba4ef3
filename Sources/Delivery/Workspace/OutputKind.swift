internal import Reporting

/// A kind of result that `--only` can name.
public enum OutputKind: String, Sendable, Hashable, CaseIterable {
    case site
    case book
    case brief
    case review
    case mail
    case workbook
    case facts
    case sheets

    /// What is made when nothing is named: all but the sheets, which say again what stands in the book.
    public static let standard = Set(allCases).subtracting([.sheets])

    /// Whether it needs fonts.
    var isPrinted: Bool {
        switch self {
        case .book, .brief, .review, .sheets: true
        case .site, .mail, .workbook, .facts: false
        }
    }
}
