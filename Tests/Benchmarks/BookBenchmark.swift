import Delivery
import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import Intake
import Print
import Reporting
import SourceFiles
import Typesetting

/// Prints one book twice in one process, and how long each step took: name, first and second time in milliseconds.
///
///     goalbook-bench [--until STEP] FILE
///
/// With a step the program ends behind the first of that name, and prints nothing.
///
/// The first book pays for everything that a process needs once, such as loading fonts. `Tests/Scripts/bench` reads the times
/// and compares them.
@main struct BookBenchmark {
    private var watch: StepWatch

    private init(until step: String? = nil) {
        watch = StepWatch(end: step)
    }

    static func main() {
        do {
            if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "--check" {
                try CheckBenchmark().run(URL(filePath: CommandLine.arguments[2]))
                return
            }
            var words = CommandLine.arguments.dropFirst()
            let until = words.first == "--until" ? words.dropFirst().first : nil
            if until != nil { words = words.dropFirst(2) }
            guard words.count == 1, let file = words.first else {
                throw Failure(message: "用法：goalbook-bench [--until STEP] FILE | --check FOLDER")
            }
            var benchmark = BookBenchmark(until: until)
            try benchmark.run(URL(filePath: file))
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(1)
        }
    }

    private mutating func run(_ file: URL) throws {
        let tables = try RunResources(try ResourceFolder())
        watch.stop("规则与字体表")
        let press = PDFPrinter(fonts: tables.fonts.ready(), isOnlyWorker: true)
        watch.stop("选字体")
        let bytes = Array(try Data(contentsOf: file))
        watch.stop("读文件")
        let first = try book(bytes, file, tables, press)
        let second = try book(bytes, file, tables, press)
        guard first.bytes == second.bytes else { throw Failure(message: "两次印出的书不同") }
        let replay = try press.replay(report(bytes, file, tables))
        for _ in 0..<2 {
            watch.start()
            guard try replay() > 0 else { throw Failure(message: "没有画出") }
            watch.stop("下限：Cairo照画同样的字")
        }
        for (name, times) in watch.steps {
            print("\(name)\t\(times[0])\t\(times.count > 1 ? times[1] : 0)")
        }
    }

    private mutating func book(_ bytes: [UInt8], _ file: URL, _ tables: RunResources, _ press: PDFPrinter) throws -> PrintedPDF {
        watch.start()
        let report = try report(bytes, file, tables)
        return try press.book(report) { watch.stop($0.rawValue) }
    }

    private mutating func report(_ bytes: [UInt8], _ file: URL, _ tables: RunResources) throws -> Report {
        let document = try SourceReader.document(bytes, path: file.lastPathComponent)
        let reading = GoalBook.reading(document.value, lexicon: tables.lexicon)
        watch.stop("读入")
        let report = tables.engine.report(reading.value, document.diagnostics + reading.diagnostics)
        watch.stop("审核与汇总")
        return report
    }

    private struct Failure: Error, CustomStringConvertible {
        let message: String
        var description: String { message }
    }
}
