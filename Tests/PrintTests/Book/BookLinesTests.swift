import BookLayout
import Foundation
import GoalModel
import Reporting
import TestSupport
import Testing

@testable import Print
@testable import Typesetting

/// Every line of the printed books, as it is set.
@Suite
struct BookLinesTests {
    private func press() throws -> PDFPrinter {
        PDFPrinter(fonts: try BookFonts(json5: Repository.resource("fonts.json5")).ready())
    }

    private func texts(of town: String, in corpus: Corpus, _ press: PDFPrinter) throws -> [PlacedText<TextBlock>] {
        let report = try Reviewer(file: Repository.resource).report(try corpus.book(of: town))
        var composer = BookComposer(report, measurer: press.fonts, type: press.type)
        return composer.compose().pages.flatMap(\.texts)
    }

    @Test("Line breaks, stretching, missing glyphs, overflow", arguments: Corpus.costly, Corpus.towns)
    func linesOfBooks(corpus: Corpus, town: String) throws {
        let press = try press()
        let texts = try texts(of: town, in: corpus, press)
        #expect(press.fonts.takeMissingGlyphs().isEmpty)
        var seen: Set<ObjectIdentifier> = []
        var inspection = LineInspection()
        for text in texts.map(\.block.text) where seen.insert(ObjectIdentifier(text)).inserted {
            inspection.look(at: text, in: press.fonts)
        }
        #expect(inspection.faults.isEmpty, "\(inspection.faults.prefix(5).joined(separator: "\n"))")
        #expect(inspection.lineCount > 500)
        #expect(inspection.stretchedCount > 10)
        // Every number and every word of these books fits its column.
        #expect(inspection.torn.isEmpty, "\(inspection.torn.joined(separator: "\n"))")
    }

    @Test("Paragraphs begin two characters in, and every line stands on the grid", arguments: Corpus.costly, Corpus.towns)
    func indentAndGrid(corpus: Corpus, town: String) throws {
        let press = try press()
        let body = try texts(of: town, in: corpus, press).filter { $0.block.text.request.alignment == .justified }
        #expect(body.count >= 10)
        for placed in body {
            let lines = placed.block.text.lines
            let begins = lines.indices.filter { $0 == 0 || lines[$0].bytes.lowerBound > lines[$0 - 1].bytes.upperBound }
            for index in lines.indices {
                let indent = begins.contains(index) ? 2 * press.type.bodyCell : 0
                #expect(abs(lines[index].x - indent) < 0.01)
            }
            #expect(placed.block.leading == press.type.linePitch)
            let rest = (placed.y / press.type.linePitch).rounded() * press.type.linePitch - placed.y
            #expect(abs(rest) < 0.01, "\(placed.block.text.request.text)")
        }
    }

    @Test("Amounts have two decimals, one below the other", arguments: Corpus.towns)
    func decimalPoints(town: String) throws {
        let press = try press()
        var points: [Double: [Double]] = [:]
        for placed in try texts(of: town, in: Corpus.all[0], press) where placed.block.text.request.alignment == .trailing {
            let request = placed.block.text.request
            let isAmount = request.text.wholeMatch(of: /-?[0-9,]+\.[0-9]+/) != nil
            guard isAmount, request.style.role == .digits else { continue }
            let whole = try #require(request.text.split(separator: ".").first)
            #expect(request.text.wholeMatch(of: /-?[0-9,]+\.[0-9]{2}/) != nil, "\(request.text)")
            let before = press.fonts.layOut(TextRequest(String(whole), request.style, width: 1_000)).end(ofLine: 0)
            let right = placed.x + request.width
            points[right, default: []].append(placed.x + placed.block.start(ofLine: 0) + before)
        }
        #expect(points.count >= 3)
        for (right, places) in points {
            let (least, most) = (places.min() ?? 0, places.max() ?? 0)
            #expect(most - least < 0.05, "column that ends at \(right)")
        }
    }
}

extension LineInspection {
    fileprivate mutating func look(at text: ShapedText, in fonts: FontContext) {
        let lines = text.lines.indices.map { index in
            let line = text.lines[index]
            return Line(
                text: text.string(ofLine: index), start: line.x, end: line.end,
                glyphEnd: line.x + line.runs.reduce(0) { $0 + $1.width }, stretch: line.stretch)
        }
        // Running heads may be cut short.
        let shown = lines.map(\.text).joined()
        let isShortened = text.request.oneLine && shown.hasSuffix("…") && text.request.text.hasPrefix(shown.dropLast())
        look(
            at: lines, of: isShortened ? shown : text.request.text, width: text.request.width, em: text.size,
            isJustified: text.request.alignment == .justified
        ) { run in
            fonts.layOut(TextRequest(run, text.request.style, width: 100_000)).end(ofLine: 0)
        }
    }
}
