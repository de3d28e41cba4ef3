import Testing

@testable import Typesetting

@Suite
struct PageContentTests {
    private func rewritten(_ content: String, _ tags: [String]) -> String? {
        PageContent.rewritten(Array(content.utf8), tags: tags).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test("Marks get their element's type, other drawing is an artifact")
    func artifacts() {
        let content = """
            q
            /P << /MCID 0 >> BDC
            BT (a) Tj ET
            EMC
            /P << /MCID 1 >> BDC
            BT (b) Tj ET
            EMC
            BT (c) Tj ET
            1 w 0 0 m 5 5 l S
            Q
            """
        #expect(
            rewritten(content, ["H1", "TD"]) == """
                q
                /H1 << /MCID 0 >> BDC
                BT (a) Tj ET
                EMC
                /TD << /MCID 1 >> BDC
                BT (b) Tj ET
                EMC
                /Artifact BMC
                BT (c) Tj ET
                1 w 0 0 m 5 5 l S

                EMC
                Q
                """)
    }

    @Test("An artifact begins with a path and ends at the next mark; clipping is none")
    func paths() {
        #expect(
            rewritten("0 0 9 9 re W n 1 0 m 2 2 l 3 3 l f* /P <</MCID 0>> BDC EMC", ["P"])
                == "0 0 9 9 re W n /Artifact BMC\n1 0 m 2 2 l 3 3 l f* \nEMC\n/P <</MCID 0>> BDC EMC")
        #expect(rewritten("q q /x Do Q Q", []) == "q q /Artifact BMC\n/x Do \nEMC\nQ Q")
        #expect(rewritten("0 0 m q Q", []) == "0 0 m q Q")
    }

    @Test("Blank spans at a line's end go, those with characters stay")
    func spans() {
        let content = "/P <</MCID 0>> BDC BT /Span <</ActualText<feff>>> BDC (a) Tj EMC /Span <</ActualText<20>>> BDC EMC ET EMC"
        #expect(
            rewritten(content, ["P"])
                == "/P <</MCID 0>> BDC BT /Span <</ActualText<feff>>> BDC (a) Tj EMC  ET EMC")
    }

    @Test(
        "No file is made where marks differ in number or order",
        arguments: [
            "", "/P <</MCID 1>> BDC EMC", "/P <</MCID 0>> BDC EMC /P <</MCID 1>> BDC EMC", "/P <</MCID 0>> BDC",
            "/P <</MCID 0>> BDC EMC EMC", "/P <</MCID 0.5>> BDC EMC", "/P <</MCID>> BDC EMC", "/A BMC /P <</MCID 0>> BDC EMC EMC",
        ])
    func mismatches(content: String) {
        #expect(rewritten(content, ["P"]) == nil)
    }
}
