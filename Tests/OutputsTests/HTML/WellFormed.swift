import Foundation
import FoundationXML
import Testing

/// What an independent reader of markup makes of a page.
final class WellFormed: NSObject, XMLParserDelegate {
    private(set) var elements: [String] = []
    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    private(set) var attributes: Set<String> = []
    private(set) var text = ""
    /// The text inside `<script>`, each element's own.
    private(set) var scripts: [String] = []
    private(set) var failure: String?
    private var isInScript = false

    init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() {
            failure = "\(parser.lineNumber):\(parser.columnNumber) \(parser.parserError.map { "\($0)" } ?? "")"
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(name)
        if name == "script" { scripts.append("") }
        isInScript = name == "script"
        if let id = attributes["id"] { ids.append(id) }
        for key in ["href", "src"] { if let link = attributes[key] { links.append(link) } }
        self.attributes.formUnion(attributes.keys)
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isInScript = false
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isInScript {
            scripts[scripts.count - 1] += string
        } else {
            text += string
        }
    }
}

/// Expects a page that is well-formed, calls nothing from outside, and links only to what is there.
///
/// - Parameter script: the one script that it holds, if any.
func expectSafe(_ page: String, script: String? = nil, sourceLocation: SourceLocation = #_sourceLocation) {
    let read = WellFormed(page)
    #expect(read.failure == nil, sourceLocation: sourceLocation)
    #expect(Set(read.ids).count == read.ids.count, "repeated ids", sourceLocation: sourceLocation)
    #expect(
        !read.elements.contains { ["link", "img", "iframe", "object", "form"].contains($0) },
        sourceLocation: sourceLocation)
    #expect(read.scripts == (script.map { ["\n\($0)\n"] } ?? []), sourceLocation: sourceLocation)
    #expect(!read.attributes.contains { $0.lowercased().hasPrefix("on") }, sourceLocation: sourceLocation)
    for link in read.links {
        if link.hasPrefix("#") {
            #expect(read.ids.contains(String(link.dropFirst())), "\(link)", sourceLocation: sourceLocation)
        } else {
            #expect(!link.contains(":") && !link.hasPrefix("/"), "\(link)", sourceLocation: sourceLocation)
        }
    }
}
