public import Diagnostics
internal import GoalModel
public import Linting
internal import Text

/// A finding's place in words, by its parts: an output leaves out what it shows beside the finding.
public struct FindingPlace: Sendable {
    /// In the document, without the title of a project that is named beside it.
    public let location: Location?
    /// The name of the project; empty where the book has none with this number.
    public let name: String
    private let number: Int?
    private let indicator: Int?

    fileprivate init(_ finding: Finding, in report: Report) {
        number = finding.project
        indicator = finding.indicator
        name = report.book.project(numbered: finding.project)?.name ?? ""
        location = finding.project == nil ? finding.location : finding.location?.withoutHeading
    }

    /// `第2行指标`.
    public var row: String? { indicator.map { "第\($0)行指标" } }

    /// `甲.docx 表31 第5行 第2行指标`, for a column beside the project's.
    public var withoutProject: String { Self.joined([location?.description, row], by: " ") }

    /// `甲.docx 表31 第5行 项目3“某某项目” 第2行指标`.
    public var words: String {
        Self.joined([location?.description, number.map { "项目\($0)\(name.quoted)" }, row], by: " ")
    }

    /// `甲镇/项目3 某某项目/第2行指标`: the steps from the town to the row.
    public func path(from town: String) -> String {
        Self.joined([town, number.map { "项目\($0) \(name)" }, row], by: "/")
    }

    private static func joined(_ parts: [String?], by separator: String) -> String {
        parts.compactMap(\.self).joined(separator: separator)
    }
}

extension Report {
    public func place(of finding: Finding) -> FindingPlace { FindingPlace(finding, in: self) }
}
