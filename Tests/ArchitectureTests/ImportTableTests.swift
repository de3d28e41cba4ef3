import Foundation
import Testing

/// What each module may import of the project's own modules, as the manifest lists it from below to above.
@Suite struct ImportTableTests {
    /// The modules of the manifest in its order, each with what it depends on.
    static let layers: [(module: String, imports: [String])] = {
        let text = (try? String(contentsOf: SourceTree.root.appending(path: "Package.swift"), encoding: .utf8)) ?? ""
        var lists: [String: [String]] = [:]
        func names(_ expression: Substring) -> [String] {
            expression.matches(of: /"(\w+)"|\b([a-z]\w*)/).flatMap { match in
                match.1.map { [String($0)] } ?? match.2.flatMap { lists[String($0)] } ?? []
            }
        }
        for match in text.matches(of: /let (\w+): \[Target\.Dependency\] = (.+)/) { lists[String(match.1)] = names(match.2) }
        return text.matches(of: /(?:module\(|executableTarget\(name:)\s*"(\w+)",([^)]*)/).map { (String($0.1), names($0.2)) }
    }()

    /// C libraries import nothing of ours.
    static let table: [String: Set<String>] = {
        let libraries = layers.flatMap(\.imports).filter { name in !layers.contains { $0.module == name } }
        let own = layers.map { ($0.module, Set($0.imports)) }
        return Dictionary(own + Set(libraries).map { ($0, []) }) { first, _ in first }
    }()

    @Test func manifestIsRead() {
        #expect(Self.layers.first?.module == "Text" && Self.layers.last?.module == "goalbook")
        #expect(Self.table["Reporting"] == ["Text", "Diagnostics", "GoalModel", "Aggregation", "Appraisal", "Linting"])
        #expect(Self.table["goalbook"] == ["Commands"] && Self.table["CXML"] == [])
    }

    @Test func noModuleImportsOneAboveIt() {
        var below = Set(Self.table.keys).subtracting(Self.layers.map(\.module))
        for (module, imports) in Self.layers {
            #expect(below.isSuperset(of: imports), "\(module) imports \(Set(imports).subtracting(below))")
            below.insert(module)
        }
    }

    @Test func modulesAreThoseOfTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: SourceTree.sources.path(percentEncoded: false))
        #expect(Set(folders) == Set(Self.table.keys).union([Self.map]))
    }

    /// The map beside the modules tells of each of them.
    @Test func theMapNamesEveryModule() throws {
        let map = try String(contentsOf: SourceTree.sources.appending(path: Self.map), encoding: .utf8)
        for module in Self.table.keys { #expect(map.contains("`\(module)`"), "\(Self.map) says nothing of \(module)") }
    }

    private static let map = "README.md"

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
