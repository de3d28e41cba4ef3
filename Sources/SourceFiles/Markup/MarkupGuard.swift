internal import Text

/// Looks through raw XML before a parser may see it, for what makes parsers slow or wrong.
///
/// A document type could define entities; thousands of levels or of attributes in one tag make a parser's work grow with
/// their square. Office documents have none of these.
enum MarkupGuard {
    static let deepest = 256
    private static let mostAttributes = 1_000
    /// A county's export has some hundred thousand.
    static let mostElements = 1_000_000

    /// - Throws: ``ReadingError`` naming the part.
    static func check(_ xml: [UInt8], part: String) throws(ReadingError) {
        var depth = 0
        var elements = 0
        var index = 0
        let count = xml.count
        while index < count {
            guard xml[index] == UInt8(ascii: "<"), index + 1 < count else {
                index += 1
                continue
            }
            switch xml[index + 1] {
            case UInt8(ascii: "!"):
                if stands("<!--", xml, index) {
                    index = end(of: "-->", xml, index + 4)
                } else if stands("<![CDATA[", xml, index) {
                    index = end(of: "]]>", xml, index + 9)
                } else {
                    throw .hostile("\(part.quoted)里有文档类型声明（DOCTYPE）")
                }
            case UInt8(ascii: "?"): index = end(of: "?>", xml, index + 2)
            case UInt8(ascii: "/"):
                depth -= 1
                index += 2
            default:
                elements += 1
                guard elements <= mostElements else { throw .hostile("\(part.quoted)内容太多（标记超过\(mostElements / 10_000)万个）") }
                index = try tag(xml, index + 1, &depth, part)
            }
        }
    }

    /// Goes over a start tag; returns the place behind it.
    private static func tag(_ xml: [UInt8], _ start: Int, _ depth: inout Int, _ part: String) throws(ReadingError) -> Int {
        var index = start
        var quote: UInt8?
        var attributes = 0
        while index < xml.count {
            let byte = xml[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "=") {
                attributes += 1
                if attributes > mostAttributes { throw .hostile("\(part.quoted)里一个标记有上千个属性") }
            } else if byte == UInt8(ascii: ">") {
                if xml[index - 1] != UInt8(ascii: "/") { depth += 1 }
                if depth > deepest { throw .hostile("\(part.quoted)里标记嵌套超过\(deepest)层") }
                return index + 1
            }
            index += 1
        }
        return index
    }

    private static func stands(_ word: StaticString, _ xml: [UInt8], _ index: Int) -> Bool {
        index + word.utf8CodeUnitCount <= xml.count
            && word.withUTF8Buffer { $0.elementsEqual(xml[index..<(index + word.utf8CodeUnitCount)]) }
    }

    private static func end(of word: StaticString, _ xml: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < xml.count {
            if stands(word, xml, index) { return index + word.utf8CodeUnitCount }
            index += 1
        }
        return index
    }
}
