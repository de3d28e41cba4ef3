internal import Annotation
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Reporting

/// A town's own Word and Excel files with its findings as comments, among its results.
struct AnnotatedInputs: Sendable {
    private let files: [InputFile]
    private let created: Date?

    init(_ town: ReadBook, created: Date?) {
        (files, self.created) = (town.files, created)
    }

    /// The files, and where one could not take comments, a text that says why.
    @Sendable func made(of report: Report) -> [(name: String, bytes: Data)] {
        let annotations = Annotations([report])
        let day = created.flatMap(CalendarDay.init(utc:))?.iso ?? "\(report.book.fiscalYear ?? 1970)-01-01"
        var made: [(name: String, bytes: Data)] = []
        var troubles: [String] = []
        for (file, copy) in zip(files, ModernCopies(files).copies) {
            do {
                let copy = try copy.get()
                guard let annotated = try annotations.annotated(copy.bytes, path: file.path, on: day) else { continue }
                let name = AnnotationRun.name(of: file, ending: copy.ending).replacing("/", with: "-")
                made.append((name, Data(annotated.bytes)))
            } catch {
                let reason = (error as? AnnotatingError)?.message ?? (error as? InputFailure)?.reason ?? "\(error)"
                troubles.append("\(file.path)：\(reason)\n")
            }
        }
        if !troubles.isEmpty { made.append(("没有写成批注的文件.txt", Data(troubles.joined().utf8))) }
        return made
    }
}
