/// A parsed XML or HTML document: one flat tape of elements and texts, small and quick to walk.
///
/// Names are without prefixes: the parts of office documents are told apart by where they stand. A class, so that its
/// elements are cheap to hand around.
final class Markup {
    fileprivate(set) var names: [String] = []
    fileprivate var nodes: [Node] = []
    fileprivate var attributes: [Attribute] = []
    fileprivate var bytes: [UInt8] = []
    /// The classes of a page whose style sheet hides them.
    var hiddenClasses: Set<Substring> = []

    fileprivate struct Node {
        /// Index into `names`; ``text`` for a text.
        var name: UInt16
        var attributeCount: UInt16
        /// Of attributes, or of bytes for a text.
        var start: UInt32
        /// Behind the last node inside; for a text the end of its bytes.
        var end: UInt32

        static let text = UInt16.max
    }

    fileprivate struct Attribute {
        var name: UInt16
        var start: UInt32
        var end: UInt32
    }

    /// The outermost element; `nil` for an empty document.
    var root: MarkupElement? {
        nodes.indices.first { nodes[$0].name != Node.text }.map { MarkupElement(markup: self, index: $0) }
    }
}

/// One element of a parsed document.
struct MarkupElement {
    fileprivate let markup: Markup
    fileprivate let index: Int

    /// Tells elements of one document apart.
    var id: Int {
        index
    }

    var name: String {
        markup.names[Int(markup.nodes[index].name)]
    }

    /// Whether the page's style sheet hides what has this element's class.
    var isHiddenByClass: Bool {
        guard !markup.hiddenClasses.isEmpty, let classes = self["class"] else { return false }
        return classes.split(whereSeparator: \.isWhitespace).contains(where: markup.hiddenClasses.contains)
    }

    /// The value of an attribute, whatever its prefix.
    subscript(attribute: String) -> String? {
        let node = markup.nodes[index]
        for slot in Int(node.start)..<(Int(node.start) + Int(node.attributeCount)) {
            let found = markup.attributes[slot]
            if markup.names[Int(found.name)] == attribute {
                return String(decoding: markup.bytes[Int(found.start)..<Int(found.end)], as: UTF8.self)
            }
        }
        return nil
    }

    /// A whole number, held within 32 bits as the formats have them, so that no sum of a document's numbers overflows.
    func integer(_ attribute: String) -> Int? {
        self[attribute].flatMap { Int($0) }.map { Int(Int32(clamping: $0)) }
    }

    var children: Children {
        Children(markup: markup, position: index + 1, end: Int(markup.nodes[index].end))
    }

    /// The elements directly inside, without texts.
    var elements: [MarkupElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    func first(_ name: String) -> MarkupElement? {
        for case .element(let element) in children where element.name == name { return element }
        return nil
    }

    /// The elements of a name inside, at any depth.
    func all(_ name: String) -> [MarkupElement] {
        let last = Int(markup.nodes[index].end)
        return ((index + 1)..<last).compactMap { place in
            let number = markup.nodes[place].name
            guard number != Markup.Node.text, markup.names[Int(number)] == name else { return nil }
            return MarkupElement(markup: markup, index: place)
        }
    }

    /// All text inside, at any depth.
    var text: String {
        var result: [UInt8] = []
        for node in markup.nodes[(index + 1)..<Int(markup.nodes[index].end)] where node.name == Markup.Node.text {
            result += markup.bytes[Int(node.start)..<Int(node.end)]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The texts inside, at any depth, each by itself.
    var texts: [String] {
        markup.nodes[(index + 1)..<Int(markup.nodes[index].end)].filter { $0.name == Markup.Node.text }.map {
            String(decoding: markup.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
        }
    }

    enum Child {
        case element(MarkupElement)
        case text(String)
    }

    /// What stands directly inside an element, in order.
    struct Children: Sequence, IteratorProtocol {
        fileprivate let markup: Markup
        fileprivate var position: Int
        fileprivate let end: Int

        mutating func next() -> Child? {
            guard position < end else { return nil }
            let index = position
            let node = markup.nodes[index]
            if node.name == Markup.Node.text {
                position += 1
                return .text(String(decoding: markup.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self))
            }
            position = Int(node.end)
            return .element(MarkupElement(markup: markup, index: index))
        }
    }
}

/// Writes the tape while a parser tells what it meets.
struct MarkupTape {
    private let markup = Markup()
    private var open: [Int] = []
    private var numbers: [UnsafeRawPointer: UInt16] = [:]
    private let deepest: Int
    /// The last node is a text that goes on: nothing began or ended behind it.
    private var isInText = false
    /// Elements with a hundred attributes, each of which the parser compares with each.
    private var crowded = 0
    /// Why the parser must stop.
    private(set) var refusal: String?

    /// More nodes than this are no town's book, and would take too much memory.
    private static let mostNodes = 2_500_000

    init(deepest: Int) {
        self.deepest = deepest
    }

    /// - Parameter name: interned by the parser: the same name is always at the same address.
    mutating func number(of name: UnsafePointer<UInt8>) -> UInt16 {
        if let known = numbers[UnsafeRawPointer(name)] { return known }
        guard markup.names.count < Int(Markup.Node.text) - 1 else {
            refusal = "标记的种类太多"
            return 0
        }
        let number = UInt16(markup.names.count)
        markup.names.append(String(cString: name))
        numbers[UnsafeRawPointer(name)] = number
        return number
    }

    mutating func begin(_ name: UInt16) {
        guard refusal == nil else { return }
        guard open.count < deepest else {
            refusal = "标记嵌套超过\(deepest)层"
            return
        }
        guard markup.nodes.count < MarkupTape.mostNodes else {
            refusal = "内容太多"
            return
        }
        isInText = false
        open.append(markup.nodes.count)
        markup.nodes.append(
            Markup.Node(name: name, attributeCount: 0, start: UInt32(markup.attributes.count), end: 0))
    }

    mutating func attribute(_ name: UInt16, _ value: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil, let element = open.last, markup.nodes[element].attributeCount < .max else { return }
        let start = UInt32(markup.bytes.count)
        markup.bytes.append(contentsOf: value)
        markup.attributes.append(Markup.Attribute(name: name, start: start, end: UInt32(markup.bytes.count)))
        markup.nodes[element].attributeCount += 1
        if markup.nodes[element].attributeCount == 100 { crowded += 1 }
        if crowded > 50 { refusal = "许多标记各有上百个属性" }
    }

    mutating func text(_ value: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil, !open.isEmpty, !value.isEmpty else { return }
        let start = UInt32(markup.bytes.count)
        markup.bytes.append(contentsOf: value)
        if isInText, let last = markup.nodes.last {
            markup.nodes[markup.nodes.count - 1].end = UInt32(markup.bytes.count)
            if markup.bytes.count - Int(last.start) > SourceReader.longestText * 2 { refusal = "有一段文字太长" }
        } else if markup.nodes.count < MarkupTape.mostNodes {
            isInText = true
            markup.nodes.append(
                Markup.Node(name: Markup.Node.text, attributeCount: 0, start: start, end: UInt32(markup.bytes.count)))
        } else {
            refusal = "内容太多"
        }
    }

    mutating func end() {
        guard refusal == nil, let element = open.popLast() else { return }
        isInText = false
        markup.nodes[element].end = UInt32(markup.nodes.count)
    }

    /// Ends what is still open, as HTML leaves it.
    mutating func finish() -> Markup {
        while let element = open.popLast() { markup.nodes[element].end = UInt32(markup.nodes.count) }
        return markup
    }
}

extension MarkupElement {
    /// An office document's switch, such as `<w:strike/>`: on unless it says otherwise.
    var isOn: Bool {
        !["0", "false", "off", "none"].contains(self["val"] ?? "1")
    }
}
