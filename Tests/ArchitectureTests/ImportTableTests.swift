import Foundation
import Testing

/// What each module may import of the project's own modules; the map of the architecture, kept by this test.
@Suite struct ImportTableTests {
    static let table: [String: Set<String>] = [
        "CCurl": [], "CFontconfig": [], "CGLib": [], "CGMime": [], "CHarfBuzz": [], "CPango": [], "CPoppler": [], "CSQLite": [],
        "CSystem": [],
        "CXLSXWriter": [], "CXML": [], "CZip": [], "CZlib": [],
        "Diagnostics": [],
        "GoalModel": ["Diagnostics"],
        "SourceFiles": ["Diagnostics", "GoalModel", "CGLib", "CXML", "CZip"],
        "GoalParsing": ["Diagnostics", "GoalModel", "SourceFiles"],
        "Aggregation": ["GoalModel", "Diagnostics"],
        "Linting": ["Diagnostics", "GoalModel"],
        "Reporting": ["Diagnostics", "GoalModel", "Aggregation", "Linting"],
        "Facts": ["Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting"],
        "BookLayout": ["Diagnostics", "GoalModel"],
        "Typesetting": ["Diagnostics", "GoalModel", "BookLayout", "CFontconfig", "CHarfBuzz", "CPango", "CPoppler", "CZlib"],
        "Charts": ["Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "BookLayout"],
        "Print": ["Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "BookLayout", "Typesetting", "Charts"],
        "Outputs": [
            "Diagnostics", "GoalModel", "Aggregation", "Linting", "Reporting", "Facts", "BookLayout", "Typesetting", "Charts",
            "CGLib",
            "CXLSXWriter",
        ],
        "Delivery": [
            "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Reporting", "Facts", "Print", "Outputs", "CCurl", "CGMime",
            "CSQLite",
            "CSystem",
        ],
        "Commands": [
            "Diagnostics", "GoalModel", "SourceFiles", "GoalParsing", "Aggregation", "Linting", "Reporting", "Facts",
            "BookLayout",
            "Typesetting", "Print", "Outputs", "Delivery", "CSystem",
        ],
        "goalbook": ["Commands"],
    ]

    @Test func modulesAreThoseOfTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: SourceTree.sources.path(percentEncoded: false))
        #expect(Set(folders) == Set(Self.table.keys))
    }

    @Test func importsStayWithinTheTable() throws {
        var seen = 0
        for file in try SourceTree.swiftFiles(below: SourceTree.sources) {
            let allowed = try #require(Self.table[file.module], "\(file.path) is in no known module")
            for imported in file.imports where Self.table[imported] != nil {
                seen += 1
                #expect(allowed.contains(imported), "\(file.path) imports \(imported)")
            }
        }
        #expect(seen > 60, "imports were not found at all")
    }

    @Test func manifestDeclaresNoMoreThanTheTable() throws {
        let manifest = try String(contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)
        let condensed = manifest.filter { !$0.isWhitespace }
        for (module, allowed) in Self.table {
            guard let start = condensed.range(of: "module(\"\(module)\",["),
                let end = condensed.range(of: "])", range: start.upperBound..<condensed.endIndex)
            else { continue }
            let declared = condensed[start.upperBound..<end.lowerBound].split(separator: ",").map { $0.filter { $0 != "\"" } }
            #expect(!declared.isEmpty)
            for dependency in declared { #expect(allowed.contains(dependency), "\(module) declares \(dependency)") }
        }
    }

    /// Only delivering is asynchronous, and the commands that wait for it.
    @Test func onlyDeliveryIsAsynchronous() throws {
        for file in try SourceTree.swiftFiles(below: SourceTree.sources)
        where !["Delivery", "Commands", "goalbook"].contains(file.module) {
            #expect(!file.code.contains(" async ") && !file.code.contains("await "), "\(file.path)")
        }
    }
}
