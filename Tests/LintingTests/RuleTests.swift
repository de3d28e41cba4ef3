import Diagnostics
import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

struct RuleTests {
    /// Every example finds exactly what it says; a failing one is reported at its line in the rule's file.
    @Test(arguments: RuleCatalogue.descriptions.map(\.code))
    func examples(code: String) throws {
        let rule = try #require(RuleCatalogue.all.first { $0.description.code == code })
        let linter = Linter(tables: try .repository, rules: [rule])
        let description = rule.description
        #expect(!description.passing.isEmpty && !description.failing.isEmpty)
        for example in description.passing + description.failing {
            let place = try source(of: example)
            let places = (linter.marks(in: example.book) + linter.marks(in: example.book, beside: example.others))
                .map(\.mark.place)
            #expect(places == example.finds, "\(example.text)", sourceLocation: place)
            #expect(description.failing.contains(example) == !example.finds.isEmpty, sourceLocation: place)
            #expect(!example.text.isEmpty, sourceLocation: place)
        }
    }

    /// However an example is written, its rule finds the same in it.
    @Test(arguments: RuleCatalogue.descriptions.map(\.code))
    func mutatedExamples(code: String) throws {
        let rule = try #require(RuleCatalogue.all.first { $0.description.code == code })
        let linter = Linter(tables: try .repository, rules: [rule])
        func found(in book: GoalBook) -> [String] {
            linter.marks(in: book).map(\.mark).map {
                "\($0.place) \($0.project ?? 0) \($0.row ?? 0) \($0.group) \($0.severity?.rawValue ?? "")"
            }
        }
        for example in rule.description.passing + rule.description.failing {
            let place = try source(of: example)
            for mutation in ExampleMutation.all where RuleTests.exceptions[code]?.contains(mutation.description) != true {
                let mutated = found(in: mutation.apply(example.book))
                #expect(mutated == found(in: example.book), "\(mutation)：\(example.text)", sourceLocation: place)
            }
        }
    }

    /// Where another way of writing is another thing.
    private static let exceptions: [String: Set<String>] = [
        // 100元 for 100万元 is a slip of the unit; 0.01万元 for 100万元 is none.
        "F08": ["元与万元互换"]
    ]

    private func source(of example: Example) throws -> SourceLocation {
        let module = try #require(example.fileID.split(separator: "/").first)
        let file = try #require(example.fileID.split(separator: "/").last)
        let path = "\(Repository.root.path)/Sources/\(module)/Rules/\(file)"
        return SourceLocation(fileID: example.fileID, filePath: path, line: example.line, column: 1)
    }

    @Test func everyRuleFileIsInTheCatalogue() throws {
        let folder = Repository.root.appendingPathComponent("Sources/Linting/Rules")
        let known = Set(RuleCatalogue.all.map { "\(type(of: $0))" })
        var found: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard line.hasPrefix("struct "), let protocols = line.split(separator: ":").dropFirst().first else { continue }
                guard protocols.contains("Rule {") else { continue }
                let name = line.dropFirst("struct ".count).prefix { $0 != ":" }
                found.insert(String(name))
                #expect(file.lastPathComponent == "\(name).swift")
            }
        }
        #expect(found == known)
    }

    @Test func namesAreUniqueAndWellFormed() {
        let rules = RuleCatalogue.descriptions
        #expect(Set(rules.map(\.code)).count == rules.count)
        #expect(Set(rules.map(\.id)).count == rules.count)
        #expect(Set(rules.map(\.title)).count == rules.count)
        #expect(Set(rules.map(\.action)).count == rules.count && rules.allSatisfy { (1...20).contains($0.action.count) })
        for rule in rules {
            #expect(rule.id.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(rule.id)")
            #expect(rule.code.wholeMatch(of: /[A-Z][0-9]{2}/) != nil, "\(rule.code)")
            for text in [rule.title, rule.why, rule.remedy, rule.sources.text] { #expect(!text.isEmpty, "\(rule.code)") }
            #expect(RuleCatalogue.description(of: rule.id) == rule)
            #expect(RuleCatalogue.description(of: rule.code.lowercased()) == rule)
        }
    }

    @Test func explanationsShowExamples() throws {
        let text = try #require(RuleCatalogue.description(of: "I03")).text
        #expect(text.contains("number-missing") && text.contains("≤2.8万元") && text.contains("财预〔2015〕88号"))
    }

    /// A rule's level is that of the protocol it conforms to: rows have a row number, projects a number.
    @Test func levelsAreTrue() throws {
        for rule in RuleCatalogue.all {
            let linter = Linter(tables: try .repository, rules: [rule])
            for finding in rule.description.failing.flatMap({ linter.findings(in: $0.book) }) {
                switch rule.description.level {
                case .indicator: #expect(finding.indicator != nil && finding.project != nil, "\(finding.code)")
                case .project: #expect(finding.indicator == nil && finding.project != nil, "\(finding.code)")
                case .book: break
                case .county: Issue.record("\(finding.code)在单个乡镇中也报了")
                }
                #expect(!finding.message.isEmpty && !finding.message.hasSuffix("。"), "\(finding.message)")
            }
        }
    }
}
