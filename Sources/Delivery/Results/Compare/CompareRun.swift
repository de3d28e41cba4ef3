public import Diagnostics
internal import Facts
internal import Foundation
internal import Intake
internal import Platform
public import Reporting

/// Reads two sides and tells what changed from the one to the other; writes nothing.
public struct CompareRun: Sendable {
    public var comparison: Comparison
    /// Files of both sides that were passed over.
    public var skipped: [String]
    public var notices: [String]
    public var failures: [InputFailure]
    /// How many books each side holds.
    public var books: (older: Int, newer: Int)

    /// - Parameters:
    ///   - older: a file, a folder, a folder of results, or a facts.json.
    ///   - newer: the same.
    ///   - names: what the two are called; without them their paths tell.
    public static func running(
        _ older: String, _ newer: String, named names: VersionNames? = nil, tables: RunResources, jobs: Int
    ) async -> CompareRun {
        let names = names ?? VersionNames(paths: parts(older), parts(newer))
        let before = await Side.reading(older, tables: tables, jobs: jobs)
        let after = await Side.reading(newer, tables: tables, jobs: jobs)
        return CompareRun(
            comparison: Comparison(older: before.books, newer: after.books, names: names),
            skipped: before.skipped + after.skipped,
            notices: before.notices + after.notices, failures: before.failures + after.failures,
            books: (before.books.editions.count, after.books.editions.count))
    }

    /// The folders down to a file or folder, and its name without ending.
    private static func parts(_ path: String) -> [String] {
        let url = URL(filePath: path).standardizedFileURL
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder)
        let parts = url.pathComponents.dropLast()
        return parts + [exists && isFolder.boolValue ? url.lastPathComponent : url.deletingPathExtension().lastPathComponent]
    }

    /// One of the two.
    private struct Side {
        var books = EarlierBooks()
        var skipped: [String] = []
        var notices: [String] = []
        var failures: [InputFailure] = []

        static func reading(_ path: String, tables: RunResources, jobs: Int) async -> Side {
            var side = Side()
            let url = URL(filePath: path)
            if let names = try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)),
                Manifest.marks(names, in: url)
            {
                side.take(FactsSearch([path], excluding: URL(filePath: "/dev/null")).files)
            } else if url.pathExtension.lowercased() != "json" || !side.takesFindings(of: url) {
                let search = InputSearch([path])
                let run = await CheckRun.running(
                    search, tables: tables, settings: ReviewFiles(search, engine: tables.engine), judgedOn: nil, jobs: jobs)
                for report in run.reports { side.books.add(report) }
                side.skipped = search.skipped
                side.notices = run.notices
                side.failures = run.failures
            }
            return side
        }

        /// Facts that hold findings are taken with them; others, and files that are none, are read like any input.
        private mutating func takesFindings(of file: URL) -> Bool {
            let input = InputFile(url: file, path: file.lastPathComponent)
            return (try? CrashContainment.reading(input) { try books.add(facts: try FileReader.bytes(of: input)) }) != nil
        }

        /// Facts are taken as they were written then: what was found by the rules of that day.
        private mutating func take(_ files: [InputFile]) {
            for file in files {
                do {
                    try CrashContainment.reading(file) { try books.add(facts: try FileReader.bytes(of: file)) }
                } catch is FactsError {
                    failures.append(
                        InputFailure(path: file.path, reason: "不是 goalbook.facts/1 格式的数据，可能已损坏。请用原来的目标书重新生成"))
                } catch {
                    failures.append(InputFailure(error, file: file))
                }
            }
        }
    }
}
