internal import Diagnostics
internal import GoalModel

/// Reads tagged PDFs, as Word, WPS, LibreOffice and this program write them, by what their structure tree says.
///
/// The tree and the texts of the pages are read here and not by Poppler, whose structure elements give a text only by
/// interpreting the whole page for each of them, and whose memory and time no budget limits.
enum TaggedPDF {
    /// - Throws: ``ReadingError`` for a PDF without structure, a scanned, an encrypted or a broken one.
    static func document(
        _ bytes: [UInt8], path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> Warned<SourceDocument> {
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
        let objects = try PDFObjects(bytes, budget)
        guard let catalogue = try objects.dictionary(objects.trailer["Root"]) else { throw .damaged("PDF没有目录对象") }
        let pages = try PDFPages(catalogue, objects)
        let root = try objects.dictionary(catalogue["StructTreeRoot"]) ?? [:]
        var reader = try StructureReader(root, objects, pages, budget)
        let flow = try reader.flow(root)
        let rest = try reader.rest()
        if rest.named == 0 { throw rest.unnamed == 0 && rest.pictures > 0 ? .scannedPDF : .untaggedPDF }
        var document = SourceDocument(path: path, format: "pdf", encoding: "UTF-8", sha256: "", blocks: [])
        try place(flow, in: &document, budget)
        var notes = diagnostics(flow, rest, path: path)
        if PrintedBook.isOne(bytes) {
            document.blocks = PrintedBook.parts(of: document.blocks)
            notes.append(.printedHere(path: path))
        }
        return Warned(document, notes)
    }

    /// In bytes; fonts in a PDF may take some megabytes.
    private static let sizeLimit = 32 * 1_048_576

    private static func place(
        _ flow: StructureFlow, in document: inout SourceDocument, _ budget: ReadingBudget
    ) throws(ReadingError) {
        let whole = Location(file: document.path)
        var paragraphs = 0
        var tables = 0
        for block in flow.blocks {
            switch block {
            case .paragraph(let paragraph):
                try budget.spend(paragraphs: 1)
                paragraphs += 1
                let place = Location(in: whole, page: paragraph.page, paragraph: paragraphs)
                document.blocks.append(
                    .paragraph(
                        .init(
                            text: paragraph.lines.joined(), location: place, isMarkedHeading: paragraph.isHeading,
                            level: paragraph.level)))
            case .table(let table):
                tables += 1
                let rows = try table.placed(in: whole, table: tables, budget)
                if !rows.isEmpty { document.blocks.append(.table(.init(rows: rows, rowsAreCertain: true))) }
            }
        }
    }

    private static func diagnostics(_ flow: StructureFlow, _ rest: PDFRest, path: String) -> [Diagnostic] {
        let place = Location(file: path)
        var result: [Diagnostic] = []
        if rest.unknown > 0 {
            result.append(
                Diagnostic(
                    .warning, id: "pdf-glyphs", at: place, "有\(rest.unknown)个字认不出，已用“\u{FFFD}”代替",
                    explanation: "这份PDF的字体没有说明是哪些字", remedy: "请用生成它的Word或Excel文件"))
        }
        if rest.unnamed > 0 {
            result.append(
                Diagnostic(
                    rest.unnamed * 20 > rest.named ? .warning : .hint, id: "pdf-untagged", at: place,
                    "有\(rest.unnamed)个字不在结构标记里，没有读入", explanation: "结构标记不全，这些字属于哪里看不出来", remedy: "请与原文核对；最好用生成它的Word或Excel文件"))
        }
        if flow.notes > 0 {
            result.append(
                Diagnostic(.hint, id: "footnotes", at: place, "有\(flow.notes)处脚注或尾注，没有读入", remedy: "如属于目标书的内容，请写到正文里"))
        }
        return result
    }
}

extension Diagnostic {
    fileprivate static func printedHere(path: String) -> Diagnostic {
        Diagnostic(
            .hint, id: "pdf-printed-here", at: Location(file: path), "这是本程序印的目标书，封面、目录和附录没有读入",
            explanation: "它们由目标书算出来，会重新生成", remedy: "如有原来的文件，请用原来的")
    }
}
