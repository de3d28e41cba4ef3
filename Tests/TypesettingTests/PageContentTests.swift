import Testing

@testable import Typesetting

@Suite
struct PageContentTests {
    private func rewritten(_ content: String, _ tags: [String]) -> String? {
        rewritten(content, pieces: tags.map { PageContent.Piece(tag: $0) })
    }

    private func rewritten(_ content: String, pieces: [PageContent.Piece]) -> String? {
        PageContent.rewritten(Array(content.utf8), pieces).map { String(decoding: $0, as: UTF8.self) }
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

    @Test("The colour of a text becomes its mark, and black is set only where it was not")
    func colours() {
        let content = """
            0.9 0.9 0.9 rg /a0 gs
            0 0 9 9 re f
            0.75 0.125 0.125 rg BT
            (a) Tj
            ET
            0.75 0.140625 0.125 rg BT
            (b) Tj
            ET
            0 0 0 rg BT
            (c) Tj
            ET
            0 0 0 RG 1 w
            0 0 m 5 5 l S
            """
        #expect(
            rewritten(content, ["H1", "TD"]) == """
                0.9 0.9 0.9 rg /a0 gs
                /Artifact BMC
                0 0 9 9 re f

                EMC
                /H1 << /MCID 0 >> BDC
                0 0 0 rg BT
                (a) Tj
                ET
                EMC
                /TD << /MCID 1 >> BDC
                BT
                (b) Tj
                ET
                EMC
                /Artifact BMC
                BT
                (c) Tj
                ET
                0 0 0 RG 1 w
                0 0 m 5 5 l S
                EMC

                """)
        // What a state that is left has set is gone.
        #expect(
            rewritten("q 0.5 0 0 rg 0 0 9 9 re f Q 0.75 0.125 0.125 rg BT ET", ["P"])
                == "q 0.5 0 0 rg /Artifact BMC\n0 0 9 9 re f \nEMC\nQ /P << /MCID 0 >> BDC\nBT ETEMC\n")
    }

    @Test("Pieces of which nothing is to be seen have empty marks; figures count behind the texts")
    func emptyPieces() {
        let nothing = PageContent.Piece(tag: "TD", isShown: false)
        let text = PageContent.Piece(tag: "P")
        let figure = "/P << /MCID 0 >> BDC f EMC"
        #expect(rewritten("", pieces: [nothing]) == "/TD << /MCID 0 >> BDC\nEMC\n")
        #expect(
            rewritten(
                "0.75 0.140625 0.125 rg BT ET \(figure)", pieces: [nothing, text, nothing, PageContent.Piece(tag: "Figure")])
                == "/TD << /MCID 0 >> BDC\nEMC\n/P << /MCID 1 >> BDC\nBT ET EMC\n/TD << /MCID 2 >> BDC\nEMC\n"
                + "/Figure << /MCID 3 >> BDC f EMC")
        // Blanks that are drawn after all.
        #expect(rewritten("0.75 0.125 0.125 rg BT ET", pieces: [nothing]) == "/TD << /MCID 0 >> BDC\nBT ETEMC\n")
    }

    @Test("No file is made where the colours of texts differ in number or order")
    func colourMismatches() {
        let (first, second) = ("0.75 0.125 0.125 rg BT ET ", "0.75 0.140625 0.125 rg BT ET ")
        for content in [first, second, second + first, first + first, first + second + first, first + "0.75 0.125 0.125 rg"] {
            #expect(rewritten(content, ["P", "P"]) == nil, "\(content)")
        }
        #expect(rewritten("/P << /MCID 0 >> BDC \(first) EMC", ["Figure"]) == nil)
    }

    @Test("Each of a page's texts has its own colour, which Cairo writes as it is read")
    func eachColour() throws {
        #expect(Set((0..<PieceColour.count).map { PieceColour(ofPiece: $0).number }).count == PieceColour.count)
        for words in ["0.75 0.125 0.1", "0.75 0.125", "0.75 0.875 0.125", "0.74 0.125 0.125", "0.75 1 0.125", "0.75 0. 0.125"] {
            var tokens = ContentTokens(Array(words.utf8))
            var operands: [ContentTokens.Token] = []
            while let token = tokens.next() { operands.append(token) }
            #expect(PieceColour(operands, in: Array(words.utf8)) == nil, "\(words)")
        }
    }
}
