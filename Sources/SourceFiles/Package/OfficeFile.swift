internal import Text

/// A .docx or .xlsx as somebody sees it who writes into it: its parts by their names, and where its values stand.
package final class OfficeFile {
    package var kind: OfficeKind { content.kind }
    /// The part that everything begins with, such as `word/document.xml`.
    package var main: String { content.main }
    private let bytes: [UInt8]
    private let archive: ZipArchive
    private let content: OfficePackage

    /// - Throws: ``ReadingError`` for a file that is none, or is broken, locked or hostile.
    package init(_ bytes: [UInt8]) throws(ReadingError) {
        var bytes = bytes
        if CompoundFile.isOne(bytes) {
            guard let package = ReadOnlyWorkbook.package(of: bytes) else { throw CompoundFile.trouble(bytes) }
            bytes = package
        }
        self.bytes = bytes
        archive = try ZipArchive(bytes)
        content = try OfficePackage(archive)
    }

    /// Whether the bytes begin as those of a file that this may be.
    package static func isLikely(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || CompoundFile.isOne(bytes) && ReadOnlyWorkbook.package(of: bytes) != nil
    }

    package func holds(_ part: String) -> Bool { archive.holds(part) }

    /// A part that is well-formed XML in UTF-8; `nil` when there is none of this name.
    ///
    /// - Throws: ``ReadingError`` for XML that is broken, hostile, or in another encoding.
    package func xml(_ part: String) throws(ReadingError) -> [UInt8]? {
        guard let bytes = try archive.part(part) else { return nil }
        _ = try Markup.xml(bytes, named: part)
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw .otherKind("\(part.quoted)是用UTF-16写的", remedy: "请用Word、Excel或WPS打开，另存一份再试")
        }
        return bytes
    }

    /// A part as it is.
    package func bytes(of part: String) throws(ReadingError) -> [UInt8]? { try archive.part(part) }

    /// What the relations of a part lead to; those that lead out of the file have an empty target.
    package func relations(of part: String) throws(ReadingError) -> [(id: String, type: String, target: String)] {
        try content.relations(of: part).map { ($0.id, $0.type, $0.target) }
    }

    /// `word/_rels/document.xml.rels` of `word/document.xml`.
    package static func relationsPart(of part: String) -> String { OfficePackage.relationsPart(of: part) }

    /// The elements of a Word document's main part that its values stand in.
    package func wordAnchors(path: String) throws(ReadingError) -> WordAnchors {
        try WordReader.anchors(content, path: path, ReadingBudget())
    }

    /// The parts of a workbook's sheets, in the order of its list; `nil` for what is no sheet of cells in this file.
    package func sheetParts() throws(ReadingError) -> [String?] {
        let sheets = try content.markup(main)?.root?.first("sheets")?.elements ?? []
        let relations = try content.relations()
        return sheets.map { sheet in
            let relation = relations.first { $0.id == sheet["id"] && $0.type.hasSuffix("/worksheet") }
            return relation.flatMap { $0.target.isEmpty ? nil : $0.target }
        }
    }

    /// The archive without the times at which its entries were made.
    ///
    /// - Throws: ``ReadingError`` when it cannot be written again.
    package static func undated(_ bytes: [UInt8]) throws(ReadingError) -> [UInt8] {
        try ZipRewriting.bytes(of: bytes, replacing: [], undating: true)
    }

    /// The file with other parts, new ones behind the old; all others stay as they are, to the byte.
    ///
    /// - Throws: ``ReadingError`` when the archive cannot be written again.
    package func replacing(_ parts: [(name: String, bytes: [UInt8])]) throws(ReadingError) -> [UInt8] {
        try ZipRewriting.bytes(of: bytes, replacing: parts.map { (archive.index(of: $0.name), $0.name, $0.bytes) })
    }
}
