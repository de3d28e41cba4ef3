internal import BookLayout
internal import CPango
internal import Text

extension PDFMetadata {
    /// The information dictionary (ISO 32000-1, 14.3.3); it must say the same as ``xmp`` (ISO 19005-2, 6.6.3).
    var information: String {
        let date = "(D:" + created.filter(\.isNumber) + "Z)"
        let texts = [
            ("Title", title), ("Author", author), ("Subject", subject), ("Creator", Self.creator), ("Producer", Self.producer),
        ]
        let entries = texts.map { "/\($0.0)\(PDFSyntax.string($0.1.displayable))" }.joined()
        return "<<\(entries)/CreationDate\(date)/ModDate\(date)>>"
    }

    /// What identifies the file as PDF/A-2a and PDF/UA-1 (ISO 19005-2, 6.6.4; ISO 14289-1, 5).
    ///
    /// The properties of PDF/UA are not among those that PDF/A knows and are therefore described in the file itself.
    var xmp: String {
        """
        <?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about=""
            xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
            xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
            xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
            xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <dc:format>application/pdf</dc:format>
        <dc:language><rdf:Bag><rdf:li>\(PDFMetadata.language)</rdf:li></rdf:Bag></dc:language>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">\(title.escaped)</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>\(author.escaped)</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">\(subject.escaped)</rdf:li></rdf:Alt></dc:description>
        <xmp:CreatorTool>\(PDFMetadata.creator)</xmp:CreatorTool>
        <xmp:CreateDate>\(created)</xmp:CreateDate>
        <xmp:ModifyDate>\(created)</xmp:ModifyDate>
        <xmp:MetadataDate>\(created)</xmp:MetadataDate>
        <pdf:Producer>\(PDFMetadata.producer)</pdf:Producer>
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name>
        <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category>
        <pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="r"?>
        """
    }

    static let language = "zh-CN"
    private static let creator = "goalbook"
    private static let producer = "cairo " + String(cString: cairo_version_string())
}

/// The title, author and dates that a PDF states of itself.
public struct PDFMetadata: Hashable, Sendable {
    public var title: String
    public var author: String
    public var subject: String
    /// ISO 8601 in universal time, such as `2024-01-01T00:00:00Z`.
    public var created: String

    public init(title: String, author: String, subject: String, created: String) {
        (self.title, self.author, self.subject, self.created) = (title, author, subject, created)
    }
}

/// An entry of the outline that viewers show beside the pages.
public struct Bookmark: Hashable, Sendable {
    public var title: String
    /// 0 for the top.
    public var level: Int
    /// The name of the ``BookLayout/Mark`` that it leads to.
    public var mark: String

    public init(_ title: String, level: Int, mark: String) {
        (self.title, self.level, self.mark) = (title, level, mark)
    }
}
