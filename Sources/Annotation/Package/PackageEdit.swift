internal import SourceFiles
internal import Text

/// A file with the parts that have been changed or added so far.
struct PackageEdit {
    let file: OfficeFile
    /// Whether the file is written by the strict variant of the standard, which names everything otherwise.
    let isStrict: Bool
    private var changed: [(name: String, bytes: [UInt8])] = []

    /// - Throws: ``ReadingError`` for a file without a main part or a list of what its parts hold.
    init(_ file: OfficeFile) throws(ReadingError) {
        self.file = file
        guard let bytes = try file.bytes(of: file.main) else { throw .damaged("没有正文") }
        // Readers do without it; the programs that show comments do not.
        guard try file.xml("[Content_Types].xml") != nil else { throw .damaged("没有“[Content_Types].xml”") }
        isStrict = String(decoding: bytes.prefix(16_384), as: UTF8.self).contains("http://purl.oclc.org/ooxml/")
    }

    /// The namespace of relations in documents; also what their types begin with.
    var relations: String {
        isStrict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    }

    /// A part as it is by now, taken apart; `nil` when there is none of this name.
    func map(_ part: String) throws(ReadingError) -> PartMap? {
        if let own = changed.first(where: { $0.name.lowercased() == part.lowercased() }) {
            return try PartMap(own.bytes, named: part)
        }
        guard let bytes = try file.xml(part) else { return nil }
        return try PartMap(bytes, named: part)
    }

    mutating func set(_ bytes: [UInt8], of part: String) {
        if let index = changed.firstIndex(where: { $0.name.lowercased() == part.lowercased() }) {
            changed[index].bytes = bytes
        } else {
            changed.append((part, bytes))
        }
    }

    /// Adds text at the end of a part's outermost element.
    mutating func append(_ text: String, to part: String, _ map: PartMap) {
        var edits = ByteEdits()
        edits.append(text, to: 0, of: map)
        set(edits.applied(to: map.bytes), of: part)
    }

    /// A name that no part has yet: `xl/comments1.xml`.
    func freeName(_ stem: String, _ ending: String, from first: Int = 1) -> String {
        var number = first
        while true {
            let name = stem + (number == 0 ? "" : "\(number)") + ending
            if !file.holds(name), !changed.contains(where: { $0.name.lowercased() == name.lowercased() }) { return name }
            number += 1
        }
    }

    /// Lets a part relate to another.
    ///
    /// - Parameter type: the last word of the relation's type.
    /// - Returns: the relation's id.
    mutating func relate(_ part: String, to target: String, type: String) throws(ReadingError) -> String {
        let name = OfficeFile.relationsPart(of: part)
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        let empty = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\"\(namespace)\"/>"
        let map: PartMap
        if let own = try self.map(name) { map = own } else { map = try PartMap(Array(empty.utf8), named: name) }
        let taken = Set(map.elements.indices.compactMap { map.attribute("Id", of: $0)?.lowercased() })
        var number = taken.count
        while taken.contains("rid\(number)") { number += 1 }
        let words = "Id=\"rId\(number)\" Type=\"\(relations)/\(type)\" Target=\"/\(target.escaped)\""
        append("<\(map.prefix(0))Relationship \(words)/>", to: name, map)
        return "rId\(number)"
    }

    /// Says of a new part what it holds.
    mutating func declare(_ part: String, as type: String) throws(ReadingError) {
        try addType("Override PartName=\"/\(part.escaped)\" ContentType=\"\(type)\"", unless: "PartName", is: "/" + part)
    }

    /// Says of all parts with an ending what they hold, unless that is said.
    mutating func declare(ending: String, as type: String) throws(ReadingError) {
        try addType("Default Extension=\"\(ending)\" ContentType=\"\(type)\"", unless: "Extension", is: ending)
    }

    private mutating func addType(_ words: String, unless attribute: String, is value: String) throws(ReadingError) {
        let name = "[Content_Types].xml"
        guard let map = try map(name) else { throw .damaged("没有\(name.quoted)") }
        let isSaid = map.children(of: 0).contains { map.attribute(attribute, of: $0)?.lowercased() == value.lowercased() }
        if !isSaid { append("<\(map.prefix(0))\(words)/>", to: name, map) }
    }

    func written() throws(ReadingError) -> [UInt8] { try file.replacing(changed) }
}
