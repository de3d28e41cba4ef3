/// A parsed XML or HTML document: one flat tape of elements and texts, small and quick to walk.
///
/// Names are without prefixes: the parts of office documents are told apart by where they stand. A class, so that its
/// elements are cheap to hand around, and constant, so that looking at them is.
final class Markup {
    fileprivate let tape: Tape
    /// The classes of a page whose style sheet hides them.
    var hiddenClasses: Set<Substring> = []

    fileprivate init(_ tape: Tape) {
        self.tape = tape
    }

    fileprivate struct Tape {
        var names: [String] = []
        var nodes: [Node] = []
        var attributes: [Attribute] = []
        var bytes: [UInt8] = []
    }

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

    /// By the id of each element its number among the elements alone, in the order of their start tags.
    var elementNumbers: [Int] {
        var count = -1
        return tape.nodes.map { node in
            if node.name != Node.text { count += 1 }
            return count
        }
    }

    /// The outermost element; `nil` for an empty document.
    var root: MarkupElement? {
        tape.nodes.firstIndex { $0.name != Node.text }.map { MarkupElement(markup: self, index: $0) }
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
        markup.tape.names[Int(markup.tape.nodes[index].name)]
    }

    /// Whether the page's style sheet hides what has this element's class.
    var isHiddenByClass: Bool {
        guard !markup.hiddenClasses.isEmpty, let classes = self["class"] else { return false }
        return classes.split(whereSeparator: \.isWhitespace).contains(where: markup.hiddenClasses.contains)
    }

    /// The value of an attribute, whatever its prefix.
    subscript(attribute: String) -> String? {
        let node = markup.tape.nodes[index]
        for slot in Int(node.start)..<(Int(node.start) + Int(node.attributeCount)) {
            let found = markup.tape.attributes[slot]
            if markup.tape.names[Int(found.name)] == attribute {
                return String(decoding: markup.tape.bytes[Int(found.start)..<Int(found.end)], as: UTF8.self)
            }
        }
        return nil
    }

    /// A whole number, held within 32 bits as the formats have them, so that no sum of a document's numbers overflows.
    func integer(_ attribute: String) -> Int? {
        self[attribute].flatMap { Int($0) }.map { Int(Int32(clamping: $0)) }
    }

    var children: Children {
        Children(markup: markup, position: index + 1, end: Int(markup.tape.nodes[index].end))
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
        let last = Int(markup.tape.nodes[index].end)
        return ((index + 1)..<last).compactMap { place in
            let number = markup.tape.nodes[place].name
            guard number != Markup.Node.text, markup.tape.names[Int(number)] == name else { return nil }
            return MarkupElement(markup: markup, index: place)
        }
    }

    /// All text inside, at any depth.
    var text: String {
        var result: [UInt8] = []
        for node in markup.tape.nodes[(index + 1)..<Int(markup.tape.nodes[index].end)] where node.name == Markup.Node.text {
            result += markup.tape.bytes[Int(node.start)..<Int(node.end)]
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The texts inside, at any depth, each by itself.
    var texts: [String] {
        markup.tape.nodes[(index + 1)..<Int(markup.tape.nodes[index].end)].filter { $0.name == Markup.Node.text }.map {
            String(decoding: markup.tape.bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
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
            let node = markup.tape.nodes[index]
            if node.name == Markup.Node.text {
                position += 1
                return .text(String(decoding: markup.tape.bytes[Int(node.start)..<Int(node.end)], as: UTF8.self))
            }
            position = Int(node.end)
            return .element(MarkupElement(markup: markup, index: index))
        }
    }
}

/// Writes the tape while a parser tells what it meets.
struct MarkupTape {
    private var tape = Markup.Tape()
    private var open: [Int] = []
    private var numbers: [UnsafeRawPointer: UInt16] = [:]
    private let deepest: Int
    /// The last node is a text that goes on: nothing began or ended behind it.
    private var isInText = false
    /// Elements with a hundred attributes, each of which the parser compares with each.
    private var crowded = 0
    /// Why the parser must stop.
    private(set) var refusal: String?

    private let most: Int

    /// - Parameter most: more nodes than this are no town's book, and would take too much time and memory.
    init(deepest: Int, most: Int) {
        (self.deepest, self.most) = (deepest, most)
    }

    /// - Parameter name: interned by the parser: the same name is always at the same address.
    mutating func number(of name: UnsafePointer<UInt8>) -> UInt16 {
        if let known = numbers[UnsafeRawPointer(name)] { return known }
        guard tape.names.count < Int(Markup.Node.text) - 1 else {
            refusal = "标记的种类太多"
            return 0
        }
        let number = UInt16(tape.names.count)
        tape.names.append(String(cString: name))
        numbers[UnsafeRawPointer(name)] = number
        return number
    }

    mutating func begin(_ name: UInt16) {
        guard refusal == nil else { return }
        guard open.count < deepest else {
            refusal = "标记嵌套超过\(deepest)层"
            return
        }
        guard tape.nodes.count < most else {
            refusal = "内容太多"
            return
        }
        isInText = false
        open.append(tape.nodes.count)
        tape.nodes.append(
            Markup.Node(name: name, attributeCount: 0, start: UInt32(tape.attributes.count), end: 0))
    }

    mutating func attribute(_ name: UInt16, _ value: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil, let element = open.last, tape.nodes[element].attributeCount < .max else { return }
        let start = UInt32(tape.bytes.count)
        tape.bytes.append(contentsOf: value)
        tape.attributes.append(Markup.Attribute(name: name, start: start, end: UInt32(tape.bytes.count)))
        tape.nodes[element].attributeCount += 1
        if tape.nodes[element].attributeCount == 100 { crowded += 1 }
        if crowded > 50 { refusal = "许多标记各有上百个属性" }
    }

    mutating func text(_ value: UnsafeBufferPointer<UInt8>) {
        guard refusal == nil, !open.isEmpty, !value.isEmpty else { return }
        let start = UInt32(tape.bytes.count)
        tape.bytes.append(contentsOf: value)
        if isInText, let last = tape.nodes.last {
            tape.nodes[tape.nodes.count - 1].end = UInt32(tape.bytes.count)
            if tape.bytes.count - Int(last.start) > SourceReader.longestText * 2 { refusal = "有一段文字太长" }
        } else if tape.nodes.count < most {
            isInText = true
            tape.nodes.append(
                Markup.Node(name: Markup.Node.text, attributeCount: 0, start: start, end: UInt32(tape.bytes.count)))
        } else {
            refusal = "内容太多"
        }
    }

    mutating func end() {
        guard refusal == nil, let element = open.popLast() else { return }
        isInText = false
        tape.nodes[element].end = UInt32(tape.nodes.count)
    }

    /// Ends what is still open, as HTML leaves it.
    mutating func finish() -> Markup {
        while let element = open.popLast() { tape.nodes[element].end = UInt32(tape.nodes.count) }
        return Markup(tape)
    }
}

extension MarkupElement {
    /// An office document's switch, such as `<w:strike/>`: on unless it says otherwise.
    var isOn: Bool {
        !["0", "false", "off", "none"].contains(self["val"] ?? "1")
    }
}
