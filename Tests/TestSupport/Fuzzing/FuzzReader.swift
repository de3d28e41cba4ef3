internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
public import GoalParsing
internal import SourceFiles
internal import Text

/// A reader of untrusted bytes, with documents to damage and a way to feed them in.
///
/// The same seed and index always give the same bytes.
public enum FuzzReader: String, CaseIterable, Sendable {
    case text, csv, word, workbook, page, pdf, facts

    /// The documents that are damaged: `Tests/Fixtures/fuzz/<reader>/`.
    ///
    /// A file `….parts` holds the parts of a package, each behind a line `== name`, and one `….objects` those of a PDF.
    public func seeds() throws -> [FuzzSeed] {
        let folder = Repository.root.appending(path: "Tests/Fixtures/fuzz").appending(path: rawValue)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)).sorted()
        return try names.filter { !$0.hasPrefix(".") }.map { name in
            FuzzSeed(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
        }
    }

    /// The damaged document with this index.
    public func bytes(_ seeds: [FuzzSeed], seed: UInt64, index: Int) -> [UInt8] {
        var random = SplitMix64(seed: seed ^ UInt64(index) &* 0xD134_2543_DE82_EF95)
        let original = seeds[Int.random(in: 0..<seeds.count, using: &random)]
        var mutator = Mutator(
            seed: random.next(), words: Mutator.words + (hasMarkup ? FuzzReader.markup : self == .pdf ? FuzzReader.objects : []))
        return original.damaged(&mutator, &random)
    }

    /// Reads bytes as the program does, from the bytes to the book; returns whether they were read at all.
    @discardableResult public func read(_ bytes: [UInt8], lexicon: Lexicon) -> Bool {
        if self == .facts { return (try? FactsFile.books(bytes, path: "甲.json")) != nil }
        guard let document = try? SourceReader.document(bytes, path: "甲." + suffix) else { return false }
        let book = GoalBook.reading(document.value, lexicon: lexicon).value
        if book.spansTowns {
            for part in document.value.towns(lexicon: lexicon) { _ = GoalBook.reading(part, lexicon: lexicon) }
        }
        return true
    }

    private var suffix: String {
        switch self {
        case .text: "txt"
        case .csv: "csv"
        case .word: "docx"
        case .workbook: "xlsx"
        case .page: "html"
        case .pdf: "pdf"
        case .facts: "json"
        }
    }

    /// What does harm in a PDF.
    private static let objects: [[UInt8]] = [
        "<<", ">>", "[", "]", "(", ")", "<", "R", " 0 R ", "6 0 R", "/K 6 0 R", "/K[6 0 R 6 0 R]", "/K[0 1 2 3]", "/Pg 7 0 R",
        "/MCID 0", "/MCID -1", "/MCID 99999999999", "/S/Table", "/S/TR", "/S/TD", "/S/H1", "/S/Artifact", "/S/TOC", "/S/Zelle",
        "/RowSpan 99999999999", "/ColSpan 99999999999", "/RowSpan -1", "/ActualText(a)", "/ActualText<FEFFD800>", "/Kids[2 0 R]",
        "/Length 99999999999", "/Length 2 0 R", "/Filter/FlateDecode", "/Filter/ASCIIHexDecode", "/DecodeParms<</Predictor 12>>",
        "/W[0 99999999999 1]", "/W[0[1 2]]", "/Encoding/GBK-EUC-H", "/Encoding/UniGB-UCS2-H", "/Encoding 4 0 R", "/Subtype/Type1",
        "/Differences[0/a/uni4E00]", "/Encrypt 1 0 R", "BT", "ET", "q", "Q", "BI ID", "EI", "/F1 1e308 Tf", "/F1 Do", "Tj", "TJ",
        "EMC", "/P <</MCID 1>> BDC", "/Artifact BMC", "1e308 0 0 1e308 1e308 1e308 cm", "0 0 0 0 0 0 Tm", "begincodespacerange",
        "<00> <FFFFFFFF> endcodespacerange", "<0000> <FFFFFFFF> <D7FF> endbfrange", "<0001> <> endbfchar", "stream", "endstream",
    ].map { Array($0.utf8) }

    private var hasMarkup: Bool {
        self == .word || self == .workbook || self == .page
    }

    /// What does harm in XML and HTML.
    private static let markup: [[UInt8]] = [
        "<w:p>", "</w:p>", "</w:tc>", "<w:tbl>", "<w:vMerge/>", "<w:gridSpan w:val=\"-1\"/>",
        "<w:gridSpan w:val=\"99999999999\"/>",
        "<w:fldChar w:fldCharType=\"begin\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:numId w:val=\"1\"/>",
        "<w:ilvl w:val=\"9\"/>",
        "<w:del>", "<w:rPr><w:del/></w:rPr>", "<w:sdt><w:sdtContent>", "<mc:Fallback>", "<w:txbxContent>", "&#0;", "&#x10FFFF;",
        "&amp;",
        "&lt", "&unknown;", "<!DOCTYPE a>", "<![CDATA[", "<!--", "-->", "<?xml?>", "r=\"XFD1048576\"", "r=\"A0\"", "t=\"s\"",
        "t=\"e\"",
        "s=\"-1\"", "s=\"1\"", "<v>1e308</v>", "<v>-0</v>", "<v>99999999</v>", "<f>A1</f>", "ref=\"A1:XFD1048576\"",
        "ref=\"B9:A1\"",
        "<mergeCell ref=\"A1:B3\"/>", "rowspan=99999", "colspan=\"-3\"", "<table>", "</table>", "<tr>", "<td>", "<script>",
        "<br>", "/>",
        "\"", "'", "=", "xmlns:a=\"b\"",
    ].map { Array($0.utf8) }
}

/// A document to damage: bytes, or the parts of a package.
public struct FuzzSeed: Sendable {
    public let name: String
    private let bytes: [UInt8]
    private let parts: [(name: String, bytes: [UInt8])]
    /// The parts are the objects of a PDF.
    private let isPDF: Bool

    init(name: String, bytes: [UInt8]) {
        self.name = name
        isPDF = name.hasSuffix(".objects")
        guard name.hasSuffix(".parts") || isPDF else {
            self.bytes = bytes
            parts = []
            return
        }
        var found: [(name: String, bytes: [UInt8])] = []
        for line in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            if line.starts(with: Array("== ".utf8)) {
                found.append((String(decoding: line.dropFirst(3), as: UTF8.self), []))
            } else if !found.isEmpty {
                found[found.count - 1].bytes += line + [10]
            }
        }
        parts = found
        self.bytes = FuzzSeed.package(found, isPDF: isPDF)
    }

    /// The document as it is.
    public var whole: [UInt8] {
        bytes
    }

    /// One part damaged and packed again, or now and then the package itself.
    func damaged(_ mutator: inout Mutator, _ random: inout SplitMix64) -> [UInt8] {
        var structure = StructureMutator(seed: random.next())
        let keepsForm = Int.random(in: 0..<4, using: &random) > 0
        guard !parts.isEmpty, Int.random(in: 0..<8, using: &random) > 0 else {
            let first = bytes.first { $0 > 0x20 }
            let hasForm = first == UInt8(ascii: "{") || first == UInt8(ascii: "<")
            return keepsForm && hasForm ? structure.mutated(bytes) : mutator.mutated(bytes)
        }
        var parts = parts
        // The longest part holds the content; the others are damaged less often.
        let longest = parts.indices.max { parts[$0].bytes.count < parts[$1].bytes.count } ?? 0
        let place = Bool.random(using: &random) ? longest : Int.random(in: 0..<parts.count, using: &random)
        parts[place].bytes = keepsForm && !isPDF ? structure.mutated(parts[place].bytes) : mutator.mutated(parts[place].bytes)
        return FuzzSeed.package(parts, isPDF: isPDF)
    }

    private static func package(_ parts: [(name: String, bytes: [UInt8])], isPDF: Bool) -> [UInt8] {
        if isPDF { return PDFBuilder.file(objects: parts.map { withLength($0.bytes) }) }
        var writer = ZipWriter()
        for part in parts { writer.add(part.name, part.bytes, compressing: false) }
        return writer.finish()
    }

    /// An object whose stream, if it has one, is as long as `/Length @` says.
    private static func withLength(_ object: [UInt8]) -> [UInt8] {
        func place(of word: String) -> Range<Int>? {
            let word = Array(word.utf8)
            return object.withUnsafeBufferPointer { object in word.withUnsafeBufferPointer { object.place(of: $0, from: 0) } }
                .map { $0..<($0 + word.count) }
        }
        guard let mark = place(of: "/Length @"), let begin = place(of: "\nstream\n"), let end = place(of: "\nendstream"),
            mark.upperBound <= begin.lowerBound, begin.upperBound <= end.lowerBound
        else { return object }
        let length = end.lowerBound - begin.upperBound
        return Array(object[..<(mark.upperBound - 1)]) + Array("\(length)".utf8) + Array(object[mark.upperBound...])
    }
}
