/// A page's content as Cairo wrote it, made into marked content of which every part is either an element's or an artifact's
/// (ISO 14289-1, 7.1).
///
/// Each of Cairo's flat tags `/P <</MCID n>> BDC` gets the name of its element. Everything else that paints goes between
/// `/Artifact BMC` and `EMC`. Numbers are left as they are.
struct PageContent {
    let bytes: [UInt8]
    private let tags: [String]
    private var edits: [Edit] = []
    private var open: [Open] = []
    /// How many `q` are not yet undone, and how many were not when the artifact began that is open now.
    private var level = 0
    private var artifactLevel: Int?
    private var pathStart: Int?
    private var pieces = 0
    private var isInOrder = true

    private struct Edit {
        var range: Range<Int>
        var text: String
    }

    private enum Open {
        case piece
        /// Marked content without an identifier, and where it begins; such as a text for copying.
        case other(from: Int, isEmpty: Bool)
    }

    /// - Parameters:
    ///   - content: decoded.
    ///   - tags: of the elements, by marked-content identifier.
    /// - Returns: `nil` when the content does not hold exactly the pieces 0, 1, 2… for which there are tags.
    static func rewritten(_ content: [UInt8], tags: [String]) -> [UInt8]? {
        var page = PageContent(bytes: content, tags: tags)
        return page.run() ? page.result() : nil
    }

    private init(bytes: [UInt8], tags: [String]) {
        self.bytes = bytes
        self.tags = tags
    }

    private mutating func run() -> Bool {
        var tokens = ContentTokens(bytes)
        var operands: [ContentTokens.Token] = []
        while let token = tokens.next() {
            guard token.kind == .operator else {
                operands.append(token)
                continue
            }
            handle(token, operands)
            operands.removeAll(keepingCapacity: true)
        }
        closeArtifact(at: bytes.count)
        return isInOrder && open.isEmpty && pieces == tags.count
    }

    private mutating func handle(_ token: ContentTokens.Token, _ operands: [ContentTokens.Token]) {
        let start = operands.first?.range.lowerBound ?? token.range.lowerBound
        let name = name(of: token)
        if name != Self.endMarked, case .other(let from, true)? = open.last {
            open[open.count - 1] = .other(from: from, isEmpty: false)
        }
        switch name {
        case Self.save: level += 1
        case Self.restore:
            if artifactLevel == level { closeArtifact(at: start) }
            level -= 1
        case Self.beginMarked, Self.beginMarkedWithProperties: begin(start, operands)
        case Self.endMarked: end(token.range.upperBound)
        case Self.beginText, Self.paintObject, Self.shade, Self.image: openArtifact(at: start)
        case Self.moveTo, Self.rectangle: pathStart = pathStart ?? start
        case _ where Self.paints(name):
            if let pathStart { openArtifact(at: pathStart) }
            pathStart = nil
        case Self.noPaint: pathStart = nil
        default: break
        }
    }

    private mutating func begin(_ start: Int, _ operands: [ContentTokens.Token]) {
        guard let key = operands.firstIndex(where: { isIdentifierKey($0.range) }), key + 1 < operands.count else {
            open.append(.other(from: start, isEmpty: true))
            return
        }
        closeArtifact(at: start)
        let digits = String(decoding: bytes[operands[key + 1].range], as: UTF8.self)
        if !open.isEmpty || Int(digits) != pieces { isInOrder = false }
        if tags.indices.contains(pieces), let name = operands.first {
            edits.append(Edit(range: name.range, text: "/" + tags[pieces]))
        }
        pieces += 1
        open.append(.piece)
    }

    private mutating func end(_ end: Int) {
        switch open.popLast() {
        case .piece: break
        case .other(let from, isEmpty: true):
            // Cairo marks a blank at a line's end so; Poppler then gives a reader nothing of the rest of the piece.
            edits.append(Edit(range: from..<end, text: ""))
        case .other: break
        case nil: isInOrder = false
        }
    }

    private mutating func openArtifact(at place: Int) {
        guard open.isEmpty, artifactLevel == nil else { return }
        edits.append(Edit(range: place..<place, text: "/Artifact BMC\n"))
        artifactLevel = level
    }

    private mutating func closeArtifact(at place: Int) {
        guard artifactLevel != nil else { return }
        edits.append(Edit(range: place..<place, text: "\nEMC\n"))
        artifactLevel = nil
    }

    /// Edits come in the order of their places.
    private func result() -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + edits.count * 16)
        var position = 0
        for edit in edits where edit.range.lowerBound >= position {
            result += bytes[position..<edit.range.lowerBound]
            result += edit.text.utf8
            position = edit.range.upperBound
        }
        return result + bytes[position...]
    }
}

extension PageContent {
    /// An operator's letters as one number; 0 for one that is longer than four.
    func name(of token: ContentTokens.Token) -> UInt32 {
        token.range.count <= 4 ? bytes[token.range].reduce(0) { $0 << 8 | UInt32($1) } : 0
    }

    func isIdentifierKey(_ range: Range<Int>) -> Bool {
        range.count == 5 && bytes[range].elementsEqual("/MCID".utf8)
    }

    // The letters of operators as numbers, so that each comparison is one step.
    /// `q`.
    private static let save: UInt32 = 0x71
    /// `Q`.
    private static let restore: UInt32 = 0x51
    /// `BMC`.
    private static let beginMarked: UInt32 = 0x424d43
    /// `BDC`.
    private static let beginMarkedWithProperties: UInt32 = 0x424443
    /// `EMC`.
    private static let endMarked: UInt32 = 0x454d43
    /// `BT`.
    private static let beginText: UInt32 = 0x4254
    /// `Do`.
    private static let paintObject: UInt32 = 0x446f
    /// `sh`.
    private static let shade: UInt32 = 0x7368
    /// `BI`.
    private static let image: UInt32 = 0x4249
    /// `m`.
    private static let moveTo: UInt32 = 0x6d
    /// `re`.
    private static let rectangle: UInt32 = 0x7265
    /// `n`.
    private static let noPaint: UInt32 = 0x6e

    /// Whether an operator paints a path (ISO 32000-1, table 60): `S s f F f* B B* b b*`.
    private static func paints(_ name: UInt32) -> Bool {
        switch name {
        case 0x53, 0x73, 0x66, 0x46, 0x662a, 0x42, 0x422a, 0x62, 0x622a: true
        default: false
        }
    }
}
