import BookLayout
import Testing

@testable import Typesetting

/// Cairo keeps the glyphs of all threads' fonts in one place.
@Suite struct GlyphCacheTests {
    /// Draws many characters in several sizes, and lets Cairo forget their fonts.
    private static func draw(from first: UInt32, _ fonts: FontContext) throws -> [UInt8] {
        var structure = StructureTree()
        var page = Page<TextBlock>(label: .arabic(1))
        for size in [9.0, 12, 16] {
            for start in stride(from: first, to: first + 1_000, by: 40) {
                let text = String(String.UnicodeScalarView((start..<start + 40).compactMap(Unicode.Scalar.init)))
                let block = fonts.layOut(TextRequest(text, TextStyle(.body, size: size, leading: 18), width: 800))
                let y = Double(page.texts.count) * 5
                page.texts.append(PlacedText(block, lines: 0..<1, x: 0, y: y, element: structure.add(.paragraph)))
            }
        }
        var document = try PDFDocument(width: 900, height: 900, structure: structure)
        document.prepareFonts(for: [page], of: fonts)
        try document.add(page, left: 20, top: 20)
        let drawn = try document.end()
        fonts.forgetDocuments()
        return try drawn.finished(structure, bookmarks: [], metadata: SmallPress.metadata)
    }

    @Test("Threads that draw more glyphs than Cairo would keep make the files that one alone makes")
    func manyThreads() async throws {
        let fonts = FontSet(.builtIn)
        let starts: [UInt32] = (0..<8).map { 0x4E00 + $0 * 1_000 }
        let together = try await withThrowingTaskGroup(of: (Int, [[UInt8]]).self) { group in
            for worker in 0..<3 {
                group.addTask {
                    let context = FontContext(fonts)
                    return (worker, try starts.map { try Self.draw(from: $0, context) })
                }
            }
            return try await group.reduce(into: [[[UInt8]]](repeating: [], count: 3)) { $0[$1.0] = $1.1 }
        }
        let context = FontContext(fonts)
        let alone = try starts.reversed().map { try Self.draw(from: $0, context) }
        #expect(alone.allSatisfy { $0.count > 100_000 } && Set(alone).count == starts.count)
        for files in together { #expect(files == alone.reversed()) }
    }
}
