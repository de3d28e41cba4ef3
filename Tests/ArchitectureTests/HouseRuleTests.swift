import Foundation
import Testing

/// Rules of the house that a compiler does not check.
@Suite struct HouseRuleTests {
    @Test func topLevelIsAsAgreed() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: SourceTree.root.path(percentEncoded: false))
        let visible = Set(names.filter { !$0.hasPrefix(".") && $0 != "out" })
        #expect(visible == ["Package.swift", "Sources", "Tests", "Resources", "samples", "Makefile", "README.md"])
    }

    @Test func noFileIsLongerThanFourHundredLines() throws {
        for folder in [SourceTree.sources, SourceTree.tests] {
            for file in try SourceTree.swiftFiles(below: folder) {
                let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).count
                #expect(lines <= 400, "\(file.path) has \(lines) lines")
            }
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
