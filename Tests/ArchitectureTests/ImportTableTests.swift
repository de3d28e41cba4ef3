import Foundation
import Testing

/// What each module may import of the project's own modules; the map of the architecture, kept by this test.
@Suite struct ImportTableTests {
    private static let values = ["Text", "Diagnostics", "GoalModel"]
    private static let figures = values + ["Aggregation", "Linting", "Reporting"]
    private static let reading = ["SourceFiles", "GoalParsing"]
    private static let outputs = ["Facts", "Print", "Tables", "Pages", "Outputs"]

    private static let delivery = ["Platform", "Intake", "Mailing"]

    /// From below to above.
    static let layers: [(module: String, imports: [String])] = [
        ("Text", ["CGLib"]),
        ("Diagnostics", ["Text"]),
        ("GoalModel", ["Text", "Diagnostics"]),
        ("SourceFiles", values + ["CXML", "CZip"]),
        ("GoalParsing", values + ["SourceFiles"]),
        ("Aggregation", values),
        ("Linting", values),
        ("Reporting", values + ["Aggregation", "Linting"]),
        ("Facts", figures),
        ("BookLayout", values),
        ("Typesetting", values + ["BookLayout", "CFontconfig", "CGLib", "CHarfBuzz", "CPango", "CPoppler", "CZlib"]),
        ("Charts", figures + ["BookLayout"]),
        ("Print", figures + ["BookLayout", "Typesetting", "Charts"]),
        ("Tables", figures + ["Facts", "CXLSXWriter"]),
        ("Pages", figures + ["BookLayout", "Charts", "Tables"]),
        ("Outputs", figures + ["Typesetting", "Facts", "Print", "Tables", "Pages"]),
        ("Platform", ["Text"]),
        ("Intake", figures + reading + ["Facts", "Platform"]),
        ("Mailing", ["Text", "Diagnostics", "Platform", "CCurl", "CGMime"]),
        ("Delivery", figures + reading + outputs + delivery + ["CSQLite", "CSystem"]),
        ("Commands", figures + reading + outputs + delivery + ["BookLayout", "Typesetting", "Delivery", "CSystem"]),
        ("goalbook", ["Commands"]),
    ]

    /// C libraries import nothing of ours.
    static let table: [String: Set<String>] = {
        let libraries = layers.flatMap(\.imports).filter { name in !layers.contains { $0.module == name } }
        let own = layers.map { ($0.module, Set($0.imports)) }
        return Dictionary(own + Set(libraries).map { ($0, []) }) { first, _ in first }
    }()

    @Test func noModuleImportsOneAboveIt() {
        var below = Set(Self.table.keys).subtracting(Self.layers.map(\.module))
        for (module, imports) in Self.layers {
            #expect(below.isSuperset(of: imports), "\(module) imports \(Set(imports).subtracting(below))")
            below.insert(module)
        }
    }

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

    /// Only what reads and makes many files is asynchronous, and the commands that wait for it.
    @Test func onlyDeliveryIsAsynchronous() throws {
        for file in try SourceTree.swiftFiles(below: SourceTree.sources)
        where !["Platform", "Intake", "Delivery", "Commands", "goalbook"].contains(file.module) {
            #expect(!file.code.contains(" async ") && !file.code.contains("await "), "\(file.path)")
        }
    }
}
