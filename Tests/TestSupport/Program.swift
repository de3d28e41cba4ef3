public import Foundation

/// The built program, run as a user runs it.
public struct Program {
    public struct Outcome: Sendable {
        public let exitCode: Int32
        public let output: String
        public let errors: String
    }

    /// The executable beside the tests.
    public static var executable: URL {
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

    public static func run(_ arguments: String..., in folder: URL? = nil, environment: [String: String] = [:]) throws -> Outcome {
        try run(arguments, in: folder, environment: environment)
    }

    public static func run(_ arguments: [String], in folder: URL? = nil, environment: [String: String] = [:]) throws -> Outcome {
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
