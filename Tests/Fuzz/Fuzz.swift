import Foundation
import GoalParsing
import Synchronization
import TestSupport

/// Feeds damaged documents to each reader: none may crash it, and none may keep it busy.
///
///     goalbook-fuzz [READER…] [--count N] [--seed S] [--only INDEX]
///
/// Work is done in processes of their own; where one dies, the document that it died of is named, and `--only` tries it alone.
@main struct Fuzz {
    private var readers: [FuzzReader] = []
    private var count = 200_000
    private var seed: UInt64 = 1
    private var only: Int?
    /// A worker's range, set by the process that starts it.
    private var range: Range<Int>?

    /// Seconds that one document may take.
    private static let patience = 5
    private static let chunk = 10_000

    static func main() {
        do {
            var fuzz = try Fuzz(CommandLine.arguments.dropFirst())
            exit(try fuzz.run() ? 0 : 1)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            exit(2)
        }
    }

    private init(_ arguments: ArraySlice<String>) throws {
        var rest = arguments
        while let word = rest.popFirst() {
            if let reader = FuzzReader(rawValue: word) {
                readers.append(reader)
            } else if let value = rest.popFirst().flatMap({ Int($0) }) {
                switch word {
                case "--count": count = value
                case "--seed": seed = UInt64(value)
                case "--only": only = value
                case "--from": range = value..<(value + Fuzz.chunk)
                default: throw Misuse(word: word)
                }
            } else {
                throw Misuse(word: word)
            }
        }
        if readers.isEmpty { readers = FuzzReader.allCases }
    }

    private struct Misuse: Error {
        let word: String
    }

    private mutating func run() throws -> Bool {
        if let only { range = only..<(only + 1) }
        if let range, let reader = readers.first {
            try work(reader, range)
            return true
        }
        var isWhole = true
        for reader in readers { isWhole = try supervise(reader) && isWhole }
        return isWhole
    }

    /// One worker's part: prints the index of each thousandth document, and at its end how many were read.
    private func work(_ reader: FuzzReader, _ range: Range<Int>) throws {
        let seeds = try reader.seeds()
        let lexicon = try Lexicon.ours()
        let current = Progress()
        Thread.detachNewThread { current.watch(patience: Fuzz.patience) }
        var read = 0
        for index in range {
            current.begin(index)
            let bytes = reader.bytes(seeds, seed: seed, index: index)
            if only != nil { print("第\(index)个，\(bytes.count)字节") }
            if reader.read(bytes, lexicon: lexicon) { read += 1 }
        }
        print(read)
    }

    private func supervise(_ reader: FuzzReader) throws -> Bool {
        let started = Date()
        var read = 0
        var failures: [String] = []
        let starts = Array(stride(from: 0, to: count, by: Fuzz.chunk))
        for pair in stride(from: 0, to: starts.count, by: 2) {
            let workers = try starts[pair..<min(pair + 2, starts.count)].map { try Worker(reader, seed: seed, from: $0) }
            for worker in workers {
                switch worker.result() {
                case .success(let number): read += number
                case .failure(let death): failures.append(death.words)
                }
            }
        }
        let seconds = Int(Date().timeIntervalSince(started))
        let good = failures.isEmpty
        print("\(good ? "通过  " : "不通过 ")\(reader.rawValue)：\(starts.count * Fuzz.chunk)个损坏的文件，读入\(read)个，\(seconds)秒")
        for failure in failures { print("        \(failure)") }
        return good
    }
}

/// Which document is being read, so that a hang can be told.
private final class Progress: Sendable {
    private let index = Mutex(-1)

    func begin(_ index: Int) {
        self.index.withLock { $0 = index }
        Progress.note(index)
    }

    func watch(patience: Int) {
        var last = -1
        while true {
            sleep(UInt32(patience))
            let now = index.withLock { $0 }
            if now == last {
                FileHandle.standardError.write(Data("超时\n".utf8))
                _exit(99)
            }
            last = now
        }
    }

    /// Written at the beginning of a file that the supervisor reads when the worker has died.
    private static func note(_ index: Int) {
        var number = Int64(index)
        _ = pwrite(3, &number, 8, 0)
    }
}

/// A process that reads a range of documents.
private struct Worker {
    private let process = Process()
    private let output = Pipe()
    private let note: URL
    private let reader: FuzzReader

    struct Death: Error {
        let words: String
    }

    init(_ reader: FuzzReader, seed: UInt64, from: Int) throws {
        self.reader = reader
        note = FileManager.default.temporaryDirectory.appending(path: "goalbook-fuzz-\(UUID().uuidString)")
        // Descriptor 3 is the note; the shell opens it and becomes the worker.
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [
            "-c", "exec \"$0\" \"$1\" --seed \"$2\" --from \"$3\" 3>\"$4\"",
            URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
                .path(percentEncoded: false), reader.rawValue, String(seed), String(from), note.path(percentEncoded: false),
        ]
        process.standardOutput = output
        try process.run()
    }

    func result() -> Result<Int, Death> {
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        defer { try? FileManager.default.removeItem(at: note) }
        if process.terminationStatus == 0, process.terminationReason == .exit,
            let read = Int(text.split(separator: "\n").last ?? "")
        {
            return .success(read)
        }
        let bytes = (try? Data(contentsOf: note)) ?? Data()
        let index = bytes.prefix(8).reversed().reduce(Int64(0)) { $0 << 8 | Int64($1) }
        return .failure(
            Death(words: "第\(index)个使程序停止（\(process.terminationStatus)）：goalbook-fuzz \(reader.rawValue) --only \(index)"))
    }
}
