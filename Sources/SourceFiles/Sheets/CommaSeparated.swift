internal import Diagnostics
internal import GoalModel

/// Reads CSV (RFC 4180, and what programs make of it): one sheet without a name.
enum CommaSeparated {
    /// In bytes; the export of a county with fifty towns has some megabytes.
    private static let sizeLimit = 16 * 1_048_576

    /// - Throws: ``ReadingError`` for bytes that are no text, and for too many cells.
    static func document(
        _ bytes: [UInt8], path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> Warned<SourceDocument> {
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
        let decoded = try DecodedText.decoding(bytes, path: path)
        var diagnostics = decoded.diagnostics
        var text = Array(decoded.value.text.utf8)
        let separator = takeSeparator(&text)
        var grid = SheetGrid(budget)
        var reader = Reader(text: text, separator: separator)
        while let record = reader.next() {
            for (column, field) in record {
                guard field.count <= SourceReader.longestText else { throw .textTooLong }
                try grid.put(unwrapped(String(decoding: field, as: UTF8.self)), row: reader.record, column: column)
            }
        }
        let sheet = Location(file: path, sheet: "")
        if let open = reader.openQuote {
            let place = Location(in: sheet, table: 1, row: open.row, cell: open.column)
            diagnostics.append(
                Diagnostic(
                    .error, id: "quote-open", at: place, "引号没有结束", explanation: "已当作普通文字，到行末为止", remedy: "请补上缺少的引号，或重新导出"))
        }
        let rows = try grid.laidOut { row, column, _ in
            Location(in: sheet, table: 1, row: row, cell: column)
        }
        let table = SourceDocument.Table(rows: rows, rowsAreCertain: true, isSheet: true)
        return Warned(
            SourceDocument(
                path: path, format: "csv", encoding: decoded.value.encoding, sha256: "",
                blocks: rows.isEmpty ? [] : [.table(table)]),
            diagnostics)
    }

    /// Whether two of the first lines are rows of a list; extracted text has neither commas there nor tabs inside a line.
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        var (rows, lines, commas, tabs, beginsWithTab, isEmpty) = (0, 0, 0, 0, false, true)
        func closeLine() {
            if !isEmpty { lines += 1 }
            if !beginsWithTab, commas >= 3 || tabs >= 3 { rows += 1 }
            (commas, tabs, beginsWithTab, isEmpty) = (0, 0, false, true)
        }
        for byte in bytes.prefix(16_384) where byte != 0 && byte != UInt8(ascii: "\r") {
            switch byte {
            case UInt8(ascii: "\n"): closeLine()
            case UInt8(ascii: ","): commas += 1
            case UInt8(ascii: "\t"):
                tabs += 1
                if isEmpty { beginsWithTab = true }
            default: break
            }
            isEmpty = byte == UInt8(ascii: "\n")
            if lines == 30 { return rows > 1 }
        }
        closeLine()
        return rows > 1
    }

    /// Spreadsheets keep digits as text by `="001"` or a leading apostrophe.
    private static func unwrapped(_ field: String) -> String {
        if field.hasPrefix("=\""), field.hasSuffix("\""), field.utf8.count >= 3 { return String(field.dropFirst(2).dropLast()) }
        return field.hasPrefix("'") ? String(field.dropFirst()) : field
    }

    /// The separator that a first line `sep=;` names, else the one that the first lines hold most often outside of quotes.
    private static func takeSeparator(_ text: inout [UInt8]) -> [UInt8] {
        if text.starts(with: Array("sep=".utf8)), text.count > 5, let end = text.firstIndex(where: { $0 == 10 || $0 == 13 }),
            end == 5
        {
            let separator = text[4]
            text.removeSubrange(..<(text[5...].firstIndex(of: 10).map { $0 + 1 } ?? 6))
            return [separator]
        }
        let candidates = [",", "\t", ";", "；", "，"].map { Array($0.utf8) }
        var counts = Array(repeating: 0, count: candidates.count)
        var isQuoted = false
        let head = text.prefix(20_000)
        for index in head.indices {
            if head[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            for (slot, candidate) in candidates.enumerated()
            where head[index] == candidate[0] && head[index...].starts(with: candidate) {
                counts[slot] += 1
            }
        }
        let most = counts.max() ?? 0
        // Full-width marks are text, too: they separate only where nothing else does.
        if most > 0, let slot = counts[..<3].firstIndex(of: counts[..<3].max() ?? 0), counts[slot] > 0 { return candidates[slot] }
        return candidates[most > 0 ? counts.firstIndex(of: most) ?? 0 : 0]
    }

    /// Takes records off a text, byte by byte.
    private struct Reader {
        let text: [UInt8]
        let separator: [UInt8]
        private var index = 0
        private(set) var record = 0
        private(set) var openQuote: (row: Int, column: Int)?

        init(text: [UInt8], separator: [UInt8]) {
            self.text = text
            self.separator = separator
        }

        private static let widest = 16_384

        /// The fields of the next record that are not empty.
        mutating func next() -> [(column: Int, bytes: ArraySlice<UInt8>)]? {
            guard index < text.count else { return nil }
            record += 1
            var fields: [(column: Int, bytes: ArraySlice<UInt8>)] = []
            var column = 0
            while index < text.count {
                column += 1
                if !isAtSeparator, text[index] != 10, text[index] != 13 {
                    let field = takeField(column: column)
                    if column <= Reader.widest, !field.isEmpty { fields.append((column, field)) }
                    if index == text.count { break }
                }
                if isAtSeparator {
                    index += separator.count
                    continue
                }
                // A line end: CR, LF or both.
                index += text[index] == 13 && index + 1 < text.count && text[index + 1] == 10 ? 2 : 1
                break
            }
            return fields
        }

        private var isAtSeparator: Bool {
            text[index] == separator[0] && (separator.count == 1 || text[index...].starts(with: separator))
        }

        /// A field up to the separator or line end, which stays.
        private mutating func takeField(column: Int) -> ArraySlice<UInt8> {
            let start = index
            guard index < text.count, text[index] == UInt8(ascii: "\""), openQuote == nil else {
                skipPlain()
                return text[start..<index]
            }
            var field: [UInt8] = []
            index += 1
            while index < text.count {
                if text[index] == UInt8(ascii: "\"") {
                    if index + 1 < text.count, text[index + 1] == UInt8(ascii: "\"") {
                        field.append(text[index])
                        index += 2
                        continue
                    }
                    index += 1
                    // What follows the closing quote belongs to the field, as spreadsheets have it.
                    let rest = index
                    skipPlain()
                    field += text[rest..<index]
                    return field[...]
                }
                field.append(text[index])
                index += 1
            }
            // Nothing ends it: it is text like any other, and must not swallow the rest of the file.
            openQuote = (record, column)
            index = start
            skipPlain()
            return text[start..<index]
        }

        private mutating func skipPlain() {
            while index < text.count, text[index] != 10, text[index] != 13 {
                if isAtSeparator { return }
                index += 1
            }
        }
    }
}
