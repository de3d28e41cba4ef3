/// Word documents for tests, from the XML of their bodies.
public enum WordBuilder {
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let names = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
        xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
        xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"
        """

    /// - Parameters:
    ///   - body: inside `w:body`.
    ///   - styles, numbering: inside `w:styles` and `w:numbering`.
    ///   - main: the name of the document's part.
    public static func file(_ body: String, styles: String = "", numbering: String = "", main: String = "word/document.xml")
        -> [UInt8]
    {
        let name = main.split(separator: "/").last ?? ""
        return ZipWriter.file([
            ("_rels/.rels", relations([("officeDocument", main)])),
            ("word/_rels/\(name).rels", relations([("styles", "styles.xml"), ("numbering", "numbering.xml")])),
            (
                main,
                "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:document \(names)><w:body>\(body)</w:body></w:document>"
            ),
            ("word/styles.xml", "<w:styles \(names)>\(styles)</w:styles>"),
            ("word/numbering.xml", "<w:numbering \(names)>\(numbering)</w:numbering>"),
            (
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ])
    }

    private static func relations(_ targets: [(String, String)]) -> String {
        let links = targets.enumerated().map { index, target in
            "<Relationship Id=\"r\(index)\" Type=\"\(office)/\(target.0)\" Target=\"\(target.1)\"/>"
        }
        return
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links.joined())</Relationships>"
    }

    /// A paragraph of one run.
    public static func paragraph(_ text: String, _ properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(run(text))</w:p>"
    }

    public static func run(_ text: String, _ properties: String = "") -> String {
        "<w:r>\(properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>")<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
    }

    /// A table row of cells, each a text or XML of paragraphs, with the properties behind `:`.
    public static func row(_ cells: [(text: String, properties: String)], _ properties: String = "") -> String {
        let inner = cells.map { cell in
            let body = cell.text.hasPrefix("<") ? cell.text : paragraph(cell.text)
            return "<w:tc><w:tcPr>\(cell.properties)</w:tcPr>\(body)</w:tc>"
        }
        return "<w:tr>\(properties.isEmpty ? "" : "<w:trPr>\(properties)</w:trPr>")\(inner.joined())</w:tr>"
    }

    /// A complex field with an instruction and a result.
    public static func field(_ instruction: String, _ result: String) -> String {
        """
        <w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">\(instruction)</w:instrText></w:r>\
        <w:r><w:fldChar w:fldCharType="separate"/></w:r>\(result)<w:r><w:fldChar w:fldCharType="end"/></w:r>
        """
    }
}
