import Foundation
import Linting

/// The repository's resources folder, found by walking up from the working directory and from the test binary.
enum ResourceFolder {
    struct NotFound: Error {}

    static var repository: URL {
        get throws {
            let starts = [FileManager.default.currentDirectoryPath, CommandLine.arguments.first ?? "/"]
            for start in starts {
                var folder = URL(fileURLWithPath: start).standardizedFileURL
                while folder.path != "/" {
                    if FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path) {
                        return folder
                    }
                    folder.deleteLastPathComponent()
                }
            }
            throw NotFound()
        }
    }

    static func data(_ name: String) throws -> Data {
        try Data(contentsOf: repository.appendingPathComponent("Resources").appendingPathComponent(name))
    }
}

extension LintingTables {
    static var repository: LintingTables {
        get throws { try loaded.get() }
    }

    private static let loaded = Result { try LintingTables(file: ResourceFolder.data) }
}

/// Pseudo-random numbers that are the same in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
