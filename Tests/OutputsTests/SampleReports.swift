import Aggregation
import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import Linting
import Reporting
import SourceFiles

/// Reports of the books in `samples/`, or of those in the folder that `GOALBOOK_CORPUS` names.
enum SampleReports {
    static let css: Result<String, any Error> = Result {
        try String(contentsOf: root.appending(path: "Resources/site.css"), encoding: .utf8)
    }

    static let all: Result<[Report], any Error> = Result {
        let corpus = ProcessInfo.processInfo.environment["GOALBOOK_CORPUS"].map { URL(filePath: $0) }
        let folder = corpus ?? root.appending(path: "samples")
        let linter = Linter(tables: try LintingTables { try Data(contentsOf: resource($0)) })
        let scoring = QualityScoring(weights: try table("score.json5"))
        let kinds: ProjectKinds = try table("project-kinds.json5")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { file in
            let document = try ExtractedText.document(Array(try Data(contentsOf: file)), path: file.lastPathComponent)
            let reading = GoalBook.reading(document.value)
            let findings = linter.findings(in: reading.value)
            return Report(
                book: reading.value, diagnostics: document.diagnostics + reading.diagnostics, findings: findings,
                quality: scoring.quality(of: reading.value, findings: findings), kinds: kinds,
                asOf: CalendarDay(iso: "\(reading.value.fiscalYear ?? 2024)-05-10"))
        }
    }

    static let root = URL(filePath: FileManager.default.currentDirectoryPath)

    private static func resource(_ name: String) -> URL {
        root.appending(path: "Resources").appending(path: name)
    }

    private static func table<Value: Decodable>(_ name: String) throws -> Value {
        let decoder = JSONDecoder()
        decoder.allowsJSON5 = true
        return try decoder.decode(Value.self, from: Data(contentsOf: resource(name)))
    }
}
