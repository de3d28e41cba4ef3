public import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Pages
internal import Print
internal import Reporting
internal import Tables
internal import Text

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
    case reading
    case annotated

    /// As help names it.
    public var title: Bilingual {
        switch self {
        case .site: Bilingual("网页", en: "pages")
        case .book: Bilingual("目标书", en: "goal book")
        case .brief: Bilingual("领导简报", en: "brief")
        case .review: Bilingual("审核意见书", en: "review opinion")
        case .mail: Bilingual("邮件", en: "mails")
        case .workbook: Bilingual("Excel 表", en: "Excel files")
        case .facts: Bilingual("数据", en: "facts.json")
        case .sheets: Bilingual("项目单页", en: "a form a project")
        case .reading: Bilingual("读入对照", en: "what each cell was read as")
        case .annotated: Bilingual("审核批注", en: "the towns' own files with comments")
        }
    }

    /// What is made when nothing is named: all but the sheets, which say again what stands in the book, and the towns' own
    /// files, which are theirs.
    public static let standard = Set(allCases).subtracting([.sheets, .annotated])

    /// Whether it needs fonts.
    public var isPrinted: Bool { OutputFormat.catalogue.contains { $0.kind == self && $0.phase == .print } }

    /// What of a town's folder the overview leads to when this is the first kind that was made.
    public var entryFile: String { OutputFormat.catalogue.first { $0.kind == self }?.file ?? "" }
}

extension OutputFormat {
    /// Every result of a town: first the page that leads to the others, then in the order of its list of files.
    public static let catalogue: [OutputFormat] =
        [
            text(.site, ResultFile.page.rawValue, for: .inside, .page) { town, report in
                TownPage(report: report, css: town.css, script: town.script, beside: town.files, links: town.links).html
            },
            OutputFormat(.book, ResultFile.book.rawValue, "绩效目标书（打印）", for: .everyone, .print) { town, report, press in
                guard let (book, proof) = try press?.unprovenBook(report, created: town.created) else { return [] }
                return [OutputFile(ResultFile.book.rawValue, book, proof)]
            },
            pdf(.brief, ResultFile.brief.rawValue, "领导简报（打印）", for: .everyone) { try $0.brief($1, created: $2) },
            pdf(.review, ResultFile.review.rawValue, "审核意见书（打印）", for: .inside) { try $0.review($1, created: $2) },
            workbook(ResultFile.data.rawValue, "数据（Excel）") { try DataWorkbook($0).written(created: $1) },
            workbook(ResultFile.opinions.rawValue, "审核意见表（Excel）") { try OpinionSheet([$0]).written(created: $1) },
            // Plain tables cannot say that they are for inside use.
            OutputFormat(.site, TownTables.folder, for: .everyone, .downloads) { _, report, _ in
                TownTables(report).files().map { OutputFile($0.path, $0.bytes) }
            },
            text(.site, ResultFile.change.rawValue, "与上一份相比的全部变化", for: .inside, .downloads) { town, report in
                ComparePage(report, css: town.css, home: ResultFile.page.rawValue)?.html
            },
            text(.reading, ResultFile.reading.rawValue, "读入对照：每一格被认作什么", for: .inside, .downloads) { town, report in
                ReadingPage(report, town.tables, css: town.readingStyle, home: ResultFile.page.rawValue)?.html
            },
            OutputFormat(.annotated, annotatedFolder, "原文件加批注", for: .inside, .downloads) { town, report, _ in
                try town.annotate?(report).map { OutputFile("\(annotatedFolder)/\($0.name)", $0.bytes) } ?? []
            },
            text(.mail, ResultFile.mail.rawValue, "给领导的邮件", for: .everyone, .mail) { LeaderMail(report: $1).html },
            text(.mail, ResultFile.mailText.rawValue, for: .everyone, .mail) { LeaderMail(report: $1).text },
            OutputFormat(.facts, ResultFile.facts.rawValue, "全部数据（JSON）", for: .inside, .facts) { _, report, _ in
                [OutputFile(ResultFile.facts.rawValue, try FactsFile.json([report]))]
            },
            OutputFormat(.sheets, SheetFiles.folder, for: .everyone, .print) { town, report, press in
                let projects = report.book.projects
                return try zip(projects, SheetFiles.names(of: projects)).compactMap { project, name in
                    try press.map {
                        OutputFile("\(SheetFiles.folder)/\(name)", try $0.sheet(project, of: report, created: town.created))
                    }
                }
            },
        ] + AppraisalOutput.formats

    /// The folder with the town's own files.
    public static let annotatedFolder = "审核批注"

    private static func pdf(
        _ kind: OutputKind, _ file: String, _ title: String, for audience: Audience,
        print: @escaping @Sendable (PDFPrinter, Report, Date?) throws -> PrintedPDF
    ) -> OutputFormat {
        OutputFormat(kind, file, title, for: audience, .print) { town, report, press in
            try press.map { [OutputFile(file, try print($0, report, town.created))] } ?? []
        }
    }

    private static func workbook(
        _ file: String, _ title: String, write: @escaping @Sendable (Report, Date?) throws -> WrittenWorkbook
    ) -> OutputFormat {
        OutputFormat(.workbook, file, title, for: .inside, .workbook) { town, report, _ in
            let written = try write(report, town.created)
            return [OutputFile(file, written.bytes, written.diagnostics)]
        }
    }

    /// - Parameter write: `nil` where there is nothing to show.
    private static func text(
        _ kind: OutputKind, _ file: String, _ title: String? = nil, for audience: Audience, _ phase: Phase,
        write: @escaping @Sendable (OutputSource, Report) -> String?
    ) -> OutputFormat {
        OutputFormat(kind, file, title, for: audience, phase) { town, report, _ in
            write(town, report).map { [OutputFile(file, Data($0.utf8))] } ?? []
        }
    }
}

/// The names of the files of 项目单页, each `<number>-<code or name>.pdf`.
enum SheetFiles {
    static let folder = "项目单页"

    /// In the order of the projects; safe as names, and none twice.
    static func names(of projects: [Project]) -> [String] {
        var seen: Set<String> = []
        return projects.map { project in
            let number = max(0, project.number).padded(to: 3)
            let words = project.code.fileNamePart(upTo: 24) ?? project.name.fileNamePart(upTo: 24)
            let stem = "\(number)-\(words ?? "项目")"
            var name = stem
            var copy = 1
            // A project's number stands once in a book, so that this is for damaged ones.
            while !seen.insert(name.lowercased()).inserted {
                copy += 1
                name = "\(stem)(\(copy))"
            }
            return name + ".pdf"
        }
    }
}
