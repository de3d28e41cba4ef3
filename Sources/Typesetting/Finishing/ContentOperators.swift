extension PageContent {
    /// An operator's letters as one number; 0 for one that is longer than four.
    func name(of token: ContentTokens.Token) -> UInt32 {
        token.range.count <= 4 ? bytes[token.range].reduce(0) { $0 << 8 | UInt32($1) } : 0
    }

    func isIdentifierKey(_ range: Range<Int>) -> Bool {
        range.count == 5 && bytes[range].elementsEqual("/MCID".utf8)
    }

    private static func code(_ name: String) -> UInt32 {
        name.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }

    static let save = code("q")
    static let restore = code("Q")
    static let beginMarked = code("BMC")
    static let beginMarkedWithProperties = code("BDC")
    static let endMarked = code("EMC")
    static let beginText = code("BT")
    static let paintObject = code("Do")
    static let shade = code("sh")
    static let image = code("BI")
    static let moveTo = code("m")
    static let rectangle = code("re")
    static let noPaint = code("n")
    /// The operators that paint a path (ISO 32000-1, table 60).
    static let painting = Set(["S", "s", "f", "F", "f*", "B", "B*", "b", "b*"].map(code))
}
