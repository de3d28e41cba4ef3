internal import Text

/// A .docx or .xlsx: parts in a zip file, found by their relations and not by their names.
final class OfficePackage {
    let kind: OfficeKind
    /// The part that everything begins with, such as `word/document.xml`.
    let main: String
    private let archive: ZipArchive

    /// - Throws: ``ReadingError`` for an archive that is no Word or Excel file.
    init(_ archive: ZipArchive) throws(ReadingError) {
        self.archive = archive
        let relations = try OfficePackage.relations(in: "_rels/.rels", of: archive)
        let target = relations.first { $0.type.hasSuffix("/officeDocument") }?.target ?? OfficePackage.guess(archive)
        guard let target, archive.holds(target) else {
            throw .otherKind("这是压缩包，不是Word或Excel文件", remedy: FileContent.unpacking)
        }
        main = target
        switch target.split(separator: "/").first?.lowercased() {
        case "word": kind = .text
        case "xl": kind = .sheets
        default: kind = try OfficePackage.kind(of: target, in: archive)
        }
    }

    /// Another part that the main part relates to.
    struct Relation {
        var id: String
        /// The last word tells: `styles`, `numbering`, `worksheet`, `sharedStrings`.
        var type: String
        /// From the top of the package; empty for what lies outside of the file, which is never followed.
        var target: String
    }

    /// What a Word or Excel file says beside its content: properties, comments, text boxes and charts.
    ///
    /// - Throws: ``ReadingError`` for a part that is broken.
    func textsBesideContent() throws(ReadingError) -> [String] {
        var texts: [String] = []
        for name in archive.names where name.hasSuffix(".xml") && OfficePackage.isBesideContent(name) {
            if let root = try markup(name)?.root { texts += root.texts }
        }
        return texts
    }

    private static func isBesideContent(_ name: String) -> Bool {
        name.hasPrefix("docProps/")
            || ["comments", "Comments", "/persons/", "/drawings/", "/charts/"].contains(where: name.contains)
    }

    /// The relations of the main part.
    func relations() throws(ReadingError) -> [Relation] { try relations(of: main) }

    /// The relations of a part.
    func relations(of part: String) throws(ReadingError) -> [Relation] {
        try OfficePackage.relations(in: OfficePackage.relationsPart(of: part), of: archive)
    }

    static func relationsPart(of part: String) -> String {
        let folder = part.split(separator: "/").dropLast().joined(separator: "/")
        return folder + (folder.isEmpty ? "" : "/") + "_rels/\(part.split(separator: "/").last ?? "").rels"
    }

    /// A part as XML; `nil` when there is none of this name.
    func markup(_ part: String) throws(ReadingError) -> Markup? {
        guard !part.isEmpty, let bytes = try archive.part(part) else { return nil }
        return try Markup.xml(bytes, named: part)
    }

    /// A sheet as XML, without the blank cells of a long one.
    func sheet(_ part: String) throws(ReadingError) -> Markup? {
        guard !part.isEmpty, let bytes = try archive.sheet(part) else { return nil }
        return try Markup.xml(bytes, named: part)
    }

    /// The part that a relation of this type leads to.
    func related(_ type: String) throws(ReadingError) -> Markup? {
        guard let relation = try relations().first(where: { $0.type.hasSuffix("/" + type) }) else { return nil }
        return try markup(relation.target)
    }

    /// A book with many pictures has some hundreds.
    private static let mostRelations = 10_000

    static func relations(in part: String, of archive: ZipArchive) throws(ReadingError) -> [Relation] {
        guard let bytes = try archive.part(part), let root = try Markup.xml(bytes, named: part).root else { return [] }
        let base = part.split(separator: "/").dropLast(2).map(String.init)
        let found = root.elements
        guard found.count <= mostRelations else { throw .hostile("\(part.quoted)里有\(found.count)处链接") }
        return found.map { element in
            let outside = element["TargetMode"] == "External"
            return Relation(
                id: element["Id"] ?? "", type: element["Type"] ?? "",
                target: outside ? "" : resolved(element["Target"] ?? "", from: base))
        }
    }

    /// `../styles.xml` from `word/sub`, `/word/styles.xml` from anywhere.
    private static func resolved(_ target: String, from base: [String]) -> String {
        let target = target.replacing("\\", with: "/")
        var path = target.hasPrefix("/") ? [] : base
        for step in target.split(separator: "/") {
            switch step {
            case "..": _ = path.popLast()
            case ".": continue
            default: path.append(String(step))
            }
        }
        return path.joined(separator: "/")
    }

    private static func guess(_ archive: ZipArchive) -> String? {
        ["word/document.xml", "xl/workbook.xml"].first { archive.holds($0) }
    }

    private static func kind(of part: String, in archive: ZipArchive) throws(ReadingError) -> OfficeKind {
        let types = try archive.part("[Content_Types].xml") ?? []
        let root = types.isEmpty ? nil : try Markup.xml(types, named: "[Content_Types].xml").root
        let type = root?.elements.first { $0["PartName"]?.lowercased() == "/" + part.lowercased() }?["ContentType"] ?? ""
        if type.contains("wordprocessingml") || type.contains("ms-word") { return .text }
        if type.contains("spreadsheetml") || type.contains("ms-excel") { return .sheets }
        throw .otherKind("这不是Word或Excel文件（可能是演示文稿）", remedy: "请用Word或Excel文件")
    }
}
