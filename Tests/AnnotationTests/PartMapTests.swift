import Testing

@testable import Annotation

@Suite struct PartMapTests {
    private func map(_ xml: String) throws -> PartMap { try PartMap(Array(xml.utf8), named: "x.xml") }

    @Test func elementsAreCountedInTheOrderOfTheirTags() throws {
        let map = try map("<?xml version=\"1.0\"?><!-- <no/> --><a:r x='1>2'><b/><a:c><![CDATA[<no>]]></a:c>t</a:r>")
        #expect(map.elements.indices.map(map.writtenName) == ["a:r", "b", "a:c"])
        #expect(map.children(of: 0) == [1, 2])
        #expect(map.elements.map(\.parent) == [-1, 0, 0])
        #expect(map.elements.map(\.isOneTag) == [false, true, false])
        #expect(map.attribute("x", of: 0) == "1>2")
        #expect(map.text(map.elements[2].contentStart..<map.elements[2].contentEnd) == "<![CDATA[<no>]]>")
    }

    @Test func namesAreKnownWithoutTheirPrefix() throws {
        let map = try map("<w:p xmlns:w=\"urn:w\" xmlns=\"urn:none\"><wp:p/><pPr/><q/></w:p>")
        #expect(map.isNamed("p", 0) && map.isNamed("p", 1) && !map.isNamed("p", 2) && !map.isNamed("Pr", 2))
        #expect(map.prefix(0) == "w:" && map.prefix(3).isEmpty)
        #expect(map.namespace(of: "w:", at: 3) == "urn:w" && map.namespace(of: "", at: 3) == "urn:none")
    }

    @Test(arguments: ["<a>", "</a>", "<a></a></b>", "text", "<a x='"])
    func tagsThatDoNotFitAreRefused(xml: String) {
        #expect(throws: (any Error).self) { try map(xml) }
    }

    @Test func editsLeaveAllOtherBytes() throws {
        let map = try map("<a><b/>x<c></c></a>")
        var edits = ByteEdits()
        edits.append("1", to: 1, of: map)
        edits.insert("2", at: map.elements[2].start)
        edits.insert("3", at: map.elements[2].start)
        edits.append("4", to: 0, of: map)
        #expect(String(decoding: edits.applied(to: map.bytes), as: UTF8.self) == "<a><b>1</b>x23<c></c>4</a>")
    }
}
