import Delivery
import Diagnostics
import Facts
import Foundation
import GoalModel
import GoalParsing
import Intake
import Pages
import Print
import Reporting
import SourceFiles
import TestSupport
import Testing

/// No damage to a document crashes the program: reading, linting, adding up, and every output.
///
/// Ten thousand damaged documents are tried in `make check`; `GOALBOOK_MUTATIONS` sets another number.
@Suite struct MutationTests {
    private static let count =
        ProcessInfo.processInfo.environment["GOALBOOK_MUTATIONS"].flatMap { Int($0) }
        ?? Cases.number(10_000, quick: 100)

    private static func originals() throws -> [[UInt8]] {
        let names = ["hostile/编码/utf8.txt", "hostile/编码/gb18030.txt", "hostile/缺格.txt"]
        var originals = try names.map(Repository.fixture)
        let prose = try Corpus.all[0].bytes(of: "亮甲店镇")
        originals.append(Array(prose.prefix(9_000)))
        return originals
    }

    /// Several runs side by side, each with damage of its own.
    private static let runs: [UInt64] = Array(0..<8)

    @Test(arguments: runs)
    func damagedDocumentsAreSurvived(run: UInt64) throws {
        let originals = try Self.originals()
        let tables = try RunResources(ResourceFolder())
        let press = PDFPrinter(fonts: tables.fonts.ready())
        var mutator = Mutator(seed: 20_260_101 + run)
        var read = 0
        var refused = 0
        for round in 0..<Self.count / Self.runs.count {
            let bytes = mutator.mutated(originals[round % originals.count])
            let document: Warned<SourceDocument>
            do {
                document = try ExtractedText.document(bytes, path: "甲.txt")
            } catch {
                refused += 1
                continue
            }
            let reading = GoalBook.reading(document.value, lexicon: try .ours())
            let report = tables.engine.report(reading.value, document.diagnostics + reading.diagnostics)
            read += 1
            #expect(try FactsFile.json([report]).count > 100)
            #expect(TownPage(report: report, css: "").html.contains("</html>"))
            #expect(!LeaderMail(report: report).html.isEmpty && !LeaderMail(report: report).text.isEmpty)
            if round.isMultiple(of: 50) { #expect(try press.book(report).pageCount > 0) }
        }
        print("damaged documents, run \(run): \(read) read, \(refused) refused")
        #expect(read > Self.count / Self.runs.count / 2)
    }
}
