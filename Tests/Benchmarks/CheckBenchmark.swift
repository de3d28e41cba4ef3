import Delivery
import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import Intake
import Linting
import SourceFiles

/// How long the rules take for all books of a folder, again and again in one process: the least and the middle time in
/// milliseconds.
///
///     goalbook-bench --check FOLDER
struct CheckBenchmark {
    private static let rounds = 50

    func run(_ folder: URL) throws {
        let resources = try ResourceFolder()
        let lexicon = try RunResources(resources).lexicon
        let linter = Linter(tables: try LintingTables { try resources.bytes(of: $0) })
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let books = try files.filter { $0.pathExtension == "txt" }.map { file in
            let document = try SourceReader.document(Array(Data(contentsOf: file)), path: file.lastPathComponent)
            return GoalBook.reading(document.value, lexicon: lexicon).value
        }
        var watch = StepWatch()
        var count = 0
        for _ in 0..<CheckBenchmark.rounds {
            watch.start()
            count = books.reduce(0) { $0 + linter.findings(in: $1).count }
            watch.stop("审核")
        }
        let times = watch.steps.flatMap(\.times).sorted()
        print("审核\(books.count)本\t\(times[0])\t\(times[times.count / 2])\t问题\(count)个")
    }
}
