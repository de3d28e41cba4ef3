import Foundation
import Testing

/// Rules of the house that a compiler does not check.
@Suite struct HouseRuleTests {
    @Test func topLevelIsAsAgreed() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path(percentEncoded: false))
        let visible = Set(names.filter { !$0.hasPrefix(".") && $0 != "out" })
        #expect(visible == ["Package.swift", "Sources", "Tests", "Resources", "samples", "Makefile", "README.md"])
    }

    @Test func noFileIsLongerThanThreeHundredLines() throws {
        for file in try SourceTree.swiftFiles(below: SourceTree.sources) + SourceTree.swiftFiles(below: SourceTree.tests) {
            #expect(file.lineCount <= 300, "\(file.path) has \(file.lineCount) lines")
        }
    }

    @Test func noFunctionIsLongerThanSixtyLines() throws {
        var seen = 0
        for file in try SourceTree.swiftFiles(below: SourceTree.sources) + SourceTree.swiftFiles(below: SourceTree.tests) {
            let functions = FunctionLengths(file.text).functions
            seen += functions.count
            for function in functions {
                #expect(function.lines <= 60, "\(file.path): \(function.declaration) has \(function.lines) lines")
            }
        }
        #expect(seen > 3_000, "functions were not found at all")
    }

    @Test func lengthsOfFunctionsAreSeen() {
        let text = """
            protocol P {
                func none()
            }
            struct S: P {
                var one: Int { 1 }
                public static func several(
                    a: Int
                ) -> Int {
                    if a > 0 {
                        return 1
                    }
                    return 2
                }
                init?() {
                    return nil
                }
            }
            """
        let functions = FunctionLengths(text).functions
        #expect(functions.map(\.lines) == [8, 3])
        #expect(functions.map(\.declaration) == ["public static func several(", "init?() {"])
    }

    /// No room holds a fifth of the house.
    @Test func noModuleIsLargerThanAFifth() throws {
        let files = try SourceTree.swiftFiles(below: SourceTree.sources)
        let all = files.reduce(0) { $0 + $1.lineCount }
        for (module, mine) in Dictionary(grouping: files, by: \.module) {
            let lines = mine.reduce(0) { $0 + $1.lineCount }
            #expect(lines * 5 <= all, "\(module) has \(lines) of \(all) lines")
        }
    }

    @Test(arguments: [
        "try!", "fatalError(", "@unchecked", "nonisolated(unsafe)", "Bundle.module", "#filePath", "preconditionFailure(",
    ])
    func sourcesAvoid(word: String) throws {
        for file in try SourceTree.swiftFiles(below: SourceTree.sources) {
            #expect(!file.code.contains(word), "\(file.path) contains \(word)")
        }
    }
}
