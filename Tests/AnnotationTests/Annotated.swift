import Diagnostics
import SourceFiles
import TestSupport
import Testing

@testable import Annotation

/// Packages to annotate, and what is said of them.
enum Annotated {
    static let path = "甲镇.docx"
    static let author = Author(date: "2024-01-01T00:00:00Z")
    static let transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"

    static func note(
        table: Int? = nil, row: Int? = nil, cell: Int? = nil, sheet: String? = nil, original: String? = nil,
        suggestion: String? = nil, isError: Bool = false, reach: Annotation.Reach = .cell
    ) -> Annotation {
        let place = Location(file: path, table: table, row: row, cell: cell, sheet: sheet)
        return Annotation(
            place: reach == .book ? nil : place, reach: reach, title: isError ? "错误：甲<乙" : "提示：甲&乙", lines: ["因为。", "改法：改。"],
            mark: "〔I03 \(String(format(table, row, cell)))〕", original: original, suggestion: suggestion, isError: isError)
    }

    private static func format(_ parts: Int?...) -> String {
        let digits = parts.map { String($0 ?? 0) }.joined(separator: "a")
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    static func said(_ all: [Annotation]) -> Annotations.OfFile {
        Annotations.OfFile(opening: [Annotations.restriction, "甲镇：错误1。"], all: all)
    }

    /// A Word file from the XML of its body.
    ///
    /// - Parameters:
    ///   - document: the whole part, in place of the body.
    ///   - others: parts besides, each with the type of the document's relation to it.
    static func word(
        _ body: String = "", document: String? = nil,
        office: String = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        others: [(name: String, type: String, text: String)] = []
    ) -> [UInt8] {
        let package = "http://schemas.openxmlformats.org/package/2006"
        let names = "xmlns:w=\"\(transitional)\" xmlns:v=\"urn:schemas-microsoft-com:vml\""
        let links = others.enumerated().map {
            "<Relationship Id=\"r\($0)\" Type=\"\(office)/\($1.type)\" Target=\"\($1.name.split(separator: "/").last ?? "")\"/>"
        }
        let main = document ?? "<?xml version=\"1.0\"?><w:document \(names)><w:body>\(body)<w:sectPr/></w:body></w:document>"
        return ZipWriter.file(
            [
                (
                    "[Content_Types].xml",
                    "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
                ),
                (
                    "_rels/.rels",
                    "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
                ), ("word/document.xml", main),
                (
                    "word/_rels/document.xml.rels",
                    "<Relationships xmlns=\"\(package)/relationships\">\(links.joined())</Relationships>"
                ),
                ("docProps/app.xml", "<Properties/>"),
            ] + others.map { ($0.name, $0.text) })
    }

    static func annotated(_ bytes: [UInt8], _ all: [Annotation], correcting: Bool = false) throws -> AnnotatedFile {
        try WordAnnotator.annotate(OfficeFile(bytes), path: path, said(all), by: author, correcting: correcting)
    }

    static func part(_ name: String, of bytes: [UInt8]) throws -> String {
        String(decoding: try #require(try OfficeFile(bytes).bytes(of: name)), as: UTF8.self)
    }

    /// The text between the beginning and the end of the comment with a number.
    static func anchored(_ number: Int, in document: String) throws -> String {
        let map = try PartMap(Array(document.utf8), named: "document.xml")
        func mark(_ name: String) -> Int? { map.all(name).first { map.attribute("id", of: $0) == "\(number)" } }
        let start = map.elements[try #require(mark("commentRangeStart"))].end
        let end = map.elements[try #require(mark("commentRangeEnd"))].start
        return map.all("t").filter { (start..<end).contains(map.elements[$0].start) }
            .map { map.text(map.elements[$0].contentStart..<map.elements[$0].contentEnd) }.joined()
    }

    /// What a reader finds in a file, without its places.
    static func blocks(_ bytes: [UInt8]) throws -> [SourceDocument.Block] {
        try SourceReader.document(bytes, path: path).value.blocks
    }
}
