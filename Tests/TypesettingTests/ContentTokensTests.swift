import Testing

@testable import Typesetting

@Suite
struct ContentTokensTests {
    private func tokens(_ text: String) -> [String] {
        var tokens = ContentTokens(Array(text.utf8))
        var found: [String] = []
        while let token = tokens.next() {
            let word = String(decoding: tokens.bytes[token.range], as: UTF8.self)
            found.append(token.kind == .operator ? word + "!" : word)
        }
        return found
    }

    @Test("Numbers, names, strings, arrays, dictionaries, operators")
    func kinds() {
        #expect(
            tokens("/P << /MCID 0 >> BDC\n[<00a1>-12.5(a\\)(b) c)]TJ T* % 注\nQ")
                == [
                    "/P", "<<", "/MCID", "0", ">>", "BDC!", "[", "<00a1>", "-12.5", "(a\\)(b) c)", "]", "TJ!", "T*!", "Q!",
                ])
        #expect(tokens("/a0 gs/f-0-0 1 Tf") == ["/a0", "gs!", "/f-0-0", "1", "Tf!"])
        #expect(tokens("").isEmpty)
    }

    @Test("Data of inline images are no operators")
    func images() {
        #expect(tokens("BI /W 1 ID q Q EIx EMC\nEI Q") == ["BI!", "/W", "1", "ID q Q EIx EMC\nEI!", "Q!"])
    }

    @Test(
        "Broken content is taken apart to its end",
        arguments: ["(abc", "<ab", "BI ID xyz", "<", "\\", "(a\\", "[<<", ")", "BI ID "])
    func broken(text: String) {
        #expect(!tokens(text).isEmpty)
    }
}
