import Delivery
import Facts
import Foundation
import GoalModel
import Intake
import Pages
import Print
import Reporting
import TestSupport
import Testing

/// No facts.json, however wrong, crashes the program; what is read is written again and stays as it is.
@Suite struct FactsMutationTests {
    private static let values = [
        "-1", "1e30", "99999999999999", "9223372036854775807", "-9223372036854775808", "null", "\"x\"", "101", "33.33333", "true",
        "\"\"", "0", "\"\\u0000../..\"",
        "\"0 - - 9 9 9 9,-\"", "\"9999999999 - 1 1 1 1 1\"", "12", "\"12-31\"", "\"≥95%\"",
    ]

    @Test func wrongFactsAreSurvived() throws {
        let tables = try RunResources(ResourceFolder())
        let press = PDFPrinter(fonts: tables.fonts.ready())
        let book = try Corpus.all[0].book(of: "亮甲店镇")
        var short = book
        short.projects = Array(book.projects.prefix(3))
        let original = String(decoding: try FactsFile.json([tables.engine.report(short)]), as: UTF8.self)
        let lines = original.split(separator: "\n").map(String.init)
        var random = SplitMix64(seed: 20_260_301)
        var read = 0
        let count = Cases.number(400, quick: 10)
        for round in 0..<count {
            let text = mutated(lines, &random).joined(separator: "\n")
            guard let first = try? FactsFile.books(Array(text.utf8), path: "甲.json").first else { continue }
            read += 1
            let report = tables.engine.report(first.book, first.diagnostics)
            let again = try FactsFile.json([report])
            let second = try #require(try FactsFile.books(Array(again), path: "甲.json").first)
            #expect(second.book == first.book)
            #expect(try FactsFile.json([tables.engine.report(second.book, second.diagnostics)]) == again)
            #expect(TownPage(report: report, css: "").html.contains("</html>"))
            if round.isMultiple(of: 40) { #expect(try press.book(report).pageCount > 0) }
        }
        print("wrong facts: \(read) of \(count) read")
        #expect(read > count / 4)
    }

    /// Other values in a few places, and now and then a line less or twice.
    private func mutated(_ lines: [String], _ random: inout SplitMix64) -> [String] {
        var lines = lines
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let index = Int.random(in: 0..<lines.count, using: &random)
            let line = lines[index]
            let value = Self.values.randomElement(using: &random) ?? "0"
            let end = line.hasSuffix(",") ? "," : ""
            if Int.random(in: 0..<8, using: &random) == 0, end == "," {
                if Bool.random(using: &random) { lines.remove(at: index) } else { lines.insert(line, at: index) }
            } else if let colon = line.range(of: " : "), !line.hasSuffix("{"), !line.hasSuffix("[") {
                lines[index] = line[..<colon.upperBound] + value + end
            } else if line.hasSuffix("\"") || line.hasSuffix("\",") {
                lines[index] = value + end
            }
        }
        return lines
    }
}
