internal import Aggregation
internal import Diagnostics
public import Foundation
internal import GoalModel
internal import GoalParsing
public import Reporting
internal import SourceFiles

/// Reports of the books in `samples/`, or of those in the folder that `GOALBOOK_CORPUS` names.
public enum SampleReports {
    public static let css: Result<String, any Error> = Result {
        try String(contentsOf: root.appending(path: "Resources/site.css"), encoding: .utf8)
    }

    public static let script: Result<String, any Error> = Result {
        try String(contentsOf: root.appending(path: "Resources/site.js"), encoding: .utf8)
    }

    public static let all: Result<[Report], any Error> = Result {
        let corpus = ProcessInfo.processInfo.environment["GOALBOOK_CORPUS"].map { URL(filePath: $0) }
        let folder = corpus ?? root.appending(path: "samples")
        let engine = try Reviewer { try Data(contentsOf: root.appending(path: "Resources").appending(path: $0)) }
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }.map { file in
            let document = try ExtractedText.document(Array(try Data(contentsOf: file)), path: file.lastPathComponent)
            let reading = GoalBook.reading(document.value, lexicon: try .ours())
            let day = CalendarDay(iso: "\(reading.value.fiscalYear ?? 2024)-05-10")
            return engine.report(reading.value, document.diagnostics + reading.diagnostics, asOf: day)
        }
    }

    public static let root = URL(filePath: FileManager.default.currentDirectoryPath)
}
