import BookLayout
import TestSupport
import Testing

@testable import Typesetting

@Suite
struct LineInspectionTests {
    @Test("Line breaks, stretching, missing glyphs, overflow", arguments: 0..<Cases.number(10, quick: 5))
    func randomPages(part: Int) {
        let fonts = FontContext(FontSet(.builtIn))
        var inspection = LineInspection()
        for page in 0..<50 {
            var random = RandomPage(seed: UInt64(part * 50 + page))
            let role = random.pick([FontRole.body, .hei, .table, .digits])
            let size = random.pick([9, 10.5, 16])
            let style = TextStyle(role, size: size, leading: 1.5 * size, letterSpacing: random.pick([0, 0, -0.207]))
            let width = random.characters() * size
            let alignment = random.pick([TextAlignment.justified, .justified, .leading, .center, .trailing])
            let indent = alignment == .justified && width > 5 * size ? 2 * size : 0
            let request = TextRequest(random.text(), style, width: width, alignment: alignment, indent: indent)
            inspection.look(at: fonts.layOut(request), of: request, in: fonts)
        }
        #expect(inspection.faults.isEmpty, "\(inspection.faults.count): \(inspection.faults.prefix(5).joined(separator: "\n"))")
        #expect(fonts.takeMissingGlyphs().isEmpty)
        #expect(inspection.lineCount > 500)
        #expect(inspection.stretchedCount > 50)
        // Only where a number, a word or a row of signs is wider than its column.
        #expect(inspection.torn.count < inspection.lineCount / 5, "\(inspection.torn.prefix(5))")
    }
}

extension LineInspection {
    fileprivate mutating func look(at block: TextBlock, of request: TextRequest, in fonts: FontContext) {
        let text = block.text
        let lines = text.lines.indices.map { index in
            let line = text.lines[index]
            return Line(
                text: text.string(ofLine: index), start: line.x, end: line.end,
                glyphEnd: line.x + line.runs.reduce(0) { $0 + $1.width }, stretch: line.stretch)
        }
        look(
            at: lines, of: request.text, width: request.width, em: request.style.size,
            isJustified: request.alignment == .justified
        ) { run in
            fonts.layOut(TextRequest(run, request.style, width: 100_000)).end(ofLine: 0)
        }
    }
}
