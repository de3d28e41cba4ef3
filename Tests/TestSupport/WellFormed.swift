package import Foundation
package import FoundationXML

/// What an independent reader of markup makes of a page.
package final class WellFormed: NSObject, XMLParserDelegate {
    package private(set) var elements: [String] = []
    package private(set) var ids: [String] = []
    package private(set) var links: [String] = []
    package private(set) var attributes: Set<String> = []
    package private(set) var text = ""
    /// The text inside `<script>`, each element's own.
    package private(set) var scripts: [String] = []
    package private(set) var failure: String?
    private var isInScript = false

    package init(_ page: String) {
        super.init()
        let parser = XMLParser(data: Data(page.utf8))
        parser.delegate = self
        if !parser.parse() {
            failure = "\(parser.lineNumber):\(parser.columnNumber) \(parser.parserError.map { "\($0)" } ?? "")"
        }
    }

    package func parser(
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

    package func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        isInScript = false
    }

    package func parser(_ parser: XMLParser, foundCharacters string: String) {
        if isInScript {
            scripts[scripts.count - 1] += string
        } else {
            text += string
        }
    }
}
