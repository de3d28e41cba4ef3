internal import Diagnostics
internal import GoalModel
internal import Linting
public import Reporting
internal import Text

/// Everything that is to be said of the files of some books, by the paths of the files.
public struct Annotations: Sendable {
    /// The first comment of a file, with its findings in the order of the book.
    struct OfFile: Sendable {
        var opening: [String]
        var all: [Annotation]
    }

    private(set) var files: [String: OfFile] = [:]

    /// - Parameter reports: of all books that stand in the files; hidden numbers stay hidden.
    public init(_ reports: [Report]) {
        var towns: [String: [(town: String, severity: [Severity])]] = [:]
        for report in reports {
            for (path, found) in Annotations.found(in: report) {
                files[path, default: OfFile(opening: [], all: [])].all += found.map(\.annotation)
                towns[path, default: []].append((report.town + report.year, found.map(\.severity)))
            }
        }
        for (path, towns) in towns { files[path]?.opening = Annotations.opening(towns) }
    }

    /// The paths of the files that something is to be said of.
    public var paths: [String] { files.keys.sorted() }

    private static func found(
        in report: Report
    ) -> [(path: String, all: [(annotation: Annotation, severity: Severity)])] {
        let first = (report.book.sources.first { isAnnotated($0.format) } ?? report.book.sources.first)?.path ?? ""
        var byFile: [String: [(annotation: Annotation, severity: Severity)]] = [:]
        for source in report.book.sources { byFile[source.path] = [] }
        for note in report.notes where note.severity > .hint {
            byFile[note.location?.file ?? first, default: []].append((Annotation(note), note.severity))
        }
        for finding in report.findings {
            let annotation = Annotation(finding, in: report)
            byFile[annotation.place?.file ?? first, default: []].append((annotation, finding.severity))
        }
        return byFile.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Whether files of a format, or what LibreOffice makes of them, take comments.
    public static func isAnnotated(_ format: String) -> Bool {
        ["docx", "docm", "xlsx", "xlsm", "doc", "wps", "rtf", "odt", "xls", "et", "ods"].contains(format)
    }

    private static func opening(_ towns: [(town: String, severity: [Severity])]) -> [String] {
        let counts = towns.map { town, severity in
            let words = Severity.allCases.reversed().map { kind in "\(kind.title)\(severity.count { $0 == kind })" }
            return "\(town)：" + words.joined(separator: "，") + "。"
        }
        return [restriction] + counts + [usage]
    }

    static let restriction = "内部资料，仅供内部审核使用，不要外传。"
    private static let usage = "每个问题一条批注，第一个词是级别。改好的，在批注下答复“已改”；不改的，答复“同意保留：”并写明理由。定稿前请删去全部批注。"
}

extension Annotation {
    init(_ finding: Finding, in report: Report) {
        let project = report.book.project(numbered: finding.project)
        let title = project.flatMap { $0.places[.title] ?? $0.places[.name] ?? $0.places.values.min() }
        place = finding.location ?? title
        reach =
            if finding.location == nil || finding.location == project?.places[.title] {
                place == nil ? .book : .project
            } else {
                finding.location?.paragraph == nil ? .cell : .paragraph
            }
        self.title = "\(finding.severity.title)：\(finding.title)"
        let others = finding.projects.dropFirst().map(String.init).filter { !finding.message.contains($0) }
            .joined(separator: "、")
        lines = [
            finding.message.asSentence, others.isEmpty ? "" : "另有项目\(others)。",
            finding.remedy.isEmpty ? "" : "改法：" + finding.remedy.asSentence, finding.offer,
        ].filter { !$0.isEmpty }
        mark = "〔\(finding.code) \(finding.fingerprint)〕"
        original = report.original(of: finding)
        suggestion = finding.suggestion
        isError = finding.severity == .error
    }

    /// What reading had to say.
    init(_ note: Diagnostic) {
        place = note.location
        reach =
            switch note.location {
            case let place? where place.paragraph != nil: .paragraph
            case let place? where place.row != nil || place.table != nil: .cell
            default: .book
            }
        title = "\(note.severity.title)：\(note.summary)"
        let remedy = note.remedy.isEmpty ? "" : "改法：" + note.remedy
        lines = [note.explanation, remedy].filter { !$0.isEmpty }.map(\.asSentence)
        mark = "〔\(([note.id, note.location?.inFile].compactMap(\.self)).joined(separator: " "))〕"
        (original, suggestion, isError) = (nil, nil, note.severity == .error)
    }
}
