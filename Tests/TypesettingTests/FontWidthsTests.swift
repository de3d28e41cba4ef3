import Testing

@testable import Typesetting

/// What of a font's list of widths need not be said.
@Suite struct FontWidthsTests {
    @Test(arguments: [
        ("1000 1000 1000", ""),
        ("1000 594 593 1000 1000 250", "/W[1[594 593 1000 1000 250]]"),
        ("500 1000 1000 1000 250", "/W[0[500]4[250]]"),
    ])
    func onlyTheUnusual(widths: String, left: String) throws {
        let short = try #require(FontWidths.shortened(Array("<< /Type /Font\n   /W [0 [ \(widths) ]]\n>>".utf8)))
        #expect(String(decoding: short, as: UTF8.self) == "<< /Type /Font\n   \(left)\n>>")
    }

    @Test func otherListsStay() {
        #expect(FontWidths.shortened(Array("<</W [3 [ 500 ]]>>".utf8)) == nil)
        #expect(FontWidths.shortened(Array("<</W [0 [ 500 ] 7 [ 250 ]]>>".utf8)) == nil)
    }
}
