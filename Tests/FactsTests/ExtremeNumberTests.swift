import Aggregation
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Facts

/// Numbers at the ends of what an integer holds, in every place of a facts.json: none of its readers may trap on them.
@Suite struct ExtremeNumberTests {
    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e300", "-1"])
    func everyReaderSurvives(number: String) throws {
        let reports = try SampleReports.all.get()
        let engine = try Reviewer { try Data(contentsOf: SampleReports.root.appending(path: "Resources").appending(path: $0)) }
        // Every key of the format stands in the smallest report, too, and each is read 15 times.
        let smallest = try #require(reports.min { $0.book.projects.count < $1.book.projects.count })
        let text = String(decoding: try FactsFile.json([smallest]), as: UTF8.self)
        let keys = Set(text.matches(of: /"(\w+)" : -?\d/).map { String($0.1) })
        #expect(keys.isSuperset(of: ["budgetFen", "errors", "findings", "indicator", "number", "project", "score"]))
        for key in keys.sorted() {
            let bytes = Array(try text.replacing(Regex("\"\(key)\" : -?[0-9.]+"), with: "\"\(key)\" : \(number)").utf8)
            for book in (try? FactsFile.books(bytes, path: "甲.json")) ?? [] {
                #expect(book.book.sources.allSatisfy { $0.stripped.total >= 0 }, "\(key)")
            }
            if let towns = try? FactsFile.towns(bytes, engine) { #expect(towns.count == 1, "\(key)") }
            var earlier = EarlierBooks()
            if (try? earlier.add(facts: bytes)) != nil {
                var newer = EarlierBooks()
                try newer.add(facts: Array(text.utf8))
                let comparison = Comparison(older: earlier, newer: newer)
                #expect(comparison.towns.allSatisfy { $0.change.difference.description.count < 40 }, "\(key)")
            }
        }
    }
}
