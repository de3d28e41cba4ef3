internal import BookLayout
internal import Text

/// A page's content as Cairo wrote it, made into marked content of which every part is either an element's or an artifact's
/// (ISO 14289-1, 7.1).
///
/// The colour of each text, see ``PieceColour``, becomes the beginning of marked content, and each of Cairo's flat tags
/// `/P <</MCID n>> BDC` gets the name of its element. Everything else that paints goes between `/Artifact BMC` and `EMC`. Numbers
/// are left as they are.
struct PageContent {
    /// What a page shows of an element.
    struct Piece: Sendable {
        var tag: String
        /// Whether Cairo is sure to write something of it.
        var isShown = true
    }

    let bytes: [UInt8]
    private let expected: [Piece]
    private var edits: [Edit] = []
    private var open: [Open] = []
    /// How many `q` are not yet undone, and how many were not when the artifact began that is open now.
    private var level = 0
    private var artifactLevel: Int?
    private var pathStart: Int?
    /// How many have begun, and how many of them Cairo has tagged.
    private var pieces = 0
    private var tagged = 0
    private var isInOrder = true
    /// Whether what is filled is black, as it is where a page begins, and what it was at each open `q`.
    private var isBlack = true
    private var blackOutside: [Bool] = []

    private struct Edit {
        var range: Range<Int>
        var text: String
    }

    private enum Open {
        /// A text in its colour, and where the last that was shown of it ends; `nil` while it is being shown.
        case text(end: Int?)
        /// What Cairo has tagged.
        case figure
        /// Marked content without an identifier, and where it begins; such as a text for copying.
        case other(from: Int, isEmpty: Bool)
    }

    static func pieces(of page: DrawnPage, _ structure: StructureTree) -> [Piece] {
        page.pieces.map { Piece(tag: structure[$0.element].role.tag, isShown: $0.isShown) }
    }

    /// - Parameters:
    ///   - content: decoded.
    ///   - expected: by marked-content identifier.
    /// - Returns: `nil` when the content does not hold exactly the pieces that are expected, in their order.
    static func rewritten(_ content: [UInt8], _ expected: [Piece]) -> [UInt8]? {
        var page = PageContent(bytes: content, expected: expected)
        return page.run() ? page.result() : nil
    }

    private init(bytes: [UInt8], expected: [Piece]) {
        self.bytes = bytes
        self.expected = expected
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
        closeText()
        closeArtifact(at: bytes.count)
        skipEmpty(at: bytes.count) { _ in true }
        return isInOrder && open.isEmpty && pieces == expected.count
    }

    private mutating func handle(_ token: ContentTokens.Token, _ operands: [ContentTokens.Token]) {
        let start = operands.first?.range.lowerBound ?? token.range.lowerBound
        let name = name(of: token)
        if name != Self.endMarked, case .other(let from, true)? = open.last {
            open[open.count - 1] = .other(from: from, isEmpty: false)
        }
        if name != Self.beginText { closeText() }
        switch name {
        case Self.save:
            level += 1
            blackOutside.append(isBlack)
        case Self.restore:
            if artifactLevel == level { closeArtifact(at: start) }
            level -= 1
            isBlack = blackOutside.popLast() ?? true
        case Self.fillColour: setColour(start, token.range.upperBound, operands)
        case _ where Self.setsOtherColour(name): isBlack = false
        case Self.beginMarked, Self.beginMarkedWithProperties: begin(start, operands)
        case Self.endMarked: end(token.range.upperBound)
        case Self.beginText:
            if case .text = open.first { open[0] = .text(end: nil) } else { openArtifact(at: start) }
        case Self.endText:
            if case .text = open.first { open[0] = .text(end: behind(token.range.upperBound)) }
        case Self.paintObject, Self.shade, Self.image: openArtifact(at: start)
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
        skipEmpty(at: start) { _ in true }
        let number = operands[key + 1].range
        if !open.isEmpty || Int(String(decoding: bytes[number], as: UTF8.self)) != tagged { isInOrder = false }
        if expected.indices.contains(pieces), let name = operands.first {
            edits.append(Edit(range: name.range, text: "/" + expected[pieces].tag))
            if tagged != pieces { edits.append(Edit(range: number, text: "\(pieces)")) }
        }
        pieces += 1
        tagged += 1
        open.append(.figure)
    }

    /// The colour of a text is taken out, and black put in where another one was set before.
    private mutating func setColour(_ start: Int, _ end: Int, _ operands: [ContentTokens.Token]) {
        let colour = PieceColour(operands, in: bytes)
        guard let colour, open.isEmpty else {
            let wasBlack = isBlack
            isBlack = operands.count == 3 && operands.allSatisfy { bytes[$0.range].elementsEqual("0".utf8) }
            if colour != nil { isInOrder = false }
            if wasBlack && isBlack { edits.append(Edit(range: start..<behind(end), text: "")) }
            return
        }
        closeArtifact(at: start)
        skipEmpty(at: start) { PieceColour(ofPiece: $0) != colour }
        if !expected.indices.contains(pieces) || PieceColour(ofPiece: pieces) != colour {
            isInOrder = false
        } else {
            let black = isBlack ? "" : "0 0 0 rg "
            edits.append(Edit(range: start..<behind(end), text: beginning(ofPiece: pieces) + black))
        }
        isBlack = true
        pieces += 1
        open.append(.text(end: nil))
    }

    private func beginning(ofPiece index: Int) -> String { "/\(expected[index].tag) << /MCID \(index) >> BDC\n" }

    /// Pieces of which there is nothing to be seen get an empty mark, so that their elements have one.
    private mutating func skipEmpty(at place: Int, while isSkipped: (Int) -> Bool) {
        while expected.indices.contains(pieces), !expected[pieces].isShown, isSkipped(pieces) {
            edits.append(Edit(range: place..<place, text: beginning(ofPiece: pieces) + "EMC\n"))
            pieces += 1
        }
    }

    /// Behind the white space that follows an operator.
    private func behind(_ end: Int) -> Int { end < bytes.count && bytes[end] <= 0x20 ? end + 1 : end }

    private mutating func closeText() {
        guard open.count == 1, case .text(let end?) = open[0] else { return }
        edits.append(Edit(range: end..<end, text: "EMC\n"))
        open = []
    }

    private mutating func end(_ end: Int) {
        switch open.popLast() {
        case .figure: break
        case .text: isInOrder = false
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
    /// `ET`.
    private static let endText: UInt32 = 0x4554
    /// `rg`.
    private static let fillColour: UInt32 = 0x7267
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

    /// Whether an operator sets the colour of what is filled in another way (ISO 32000-1, table 74): `cs sc scn g k`.
    private static func setsOtherColour(_ name: UInt32) -> Bool {
        switch name {
        case 0x6373, 0x7363, 0x73636e, 0x67, 0x6b: true
        default: false
        }
    }

    /// Whether an operator paints a path (ISO 32000-1, table 60): `S s f F f* B B* b b*`.
    private static func paints(_ name: UInt32) -> Bool {
        switch name {
        case 0x53, 0x73, 0x66, 0x46, 0x662a, 0x42, 0x422a, 0x62, 0x622a: true
        default: false
        }
    }
}
