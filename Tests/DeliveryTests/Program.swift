import Foundation

/// The built program, run as a user runs it.
struct Program {
    struct Outcome {
        let exitCode: Int32
        let output: String
        let errors: String
    }

    /// The executable beside the tests.
    static var executable: URL {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let candidates = [
            Bundle.main.bundleURL.deletingLastPathComponent(), Bundle.main.bundleURL, tests.deletingLastPathComponent(),
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
        ]
        let found = candidates.map { $0.appending(path: "goalbook") }.first {
            FileManager.default.isExecutableFile(atPath: $0.path(percentEncoded: false))
        }
        return found ?? URL(filePath: FileManager.default.currentDirectoryPath).appending(path: ".build/debug/goalbook")
    }

    static func run(_ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, in: folder, environment: environment)
    }

    static func run(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws -> Outcome {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = folder }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        // Errors are few enough for a pipe's buffer; output is read to its end first.
        try process.run()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            exitCode: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self))
    }
}

/// A folder of its own for one test.
struct Workbench: ~Copyable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "goalbook-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    func write(_ text: String, to name: String) throws {
        try write(Array(text.utf8), to: name)
    }

    func write(_ bytes: [UInt8], to name: String) throws {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    /// Relative paths and contents of all files below a folder.
    func files(below name: String) throws -> [String: Data] {
        let root = folder.appending(path: name)
        var files: [String: Data] = [:]
        for path in FileManager.default.subpaths(atPath: root.path(percentEncoded: false)) ?? [] {
            let url = root.appending(path: path)
            if let data = try? Data(contentsOf: url) { files[path] = data }
        }
        return files
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }
}
