internal import Diagnostics
internal import GoalModel
internal import Text

/// Reads .xlsx and .xlsm: a table a sheet, each cell as a person sees it.
struct WorkbookReader {
    private let package: OfficePackage
    private let path: String
    private let budget: ReadingBudget
    private let strings: [SheetString]
    private var styles: CellStyles
    private let date1904: Bool
    private var blocks: [SourceDocument.Block] = []
    private var diagnostics: [Diagnostic] = []

    /// - Throws: ``ReadingError`` for a broken or hostile workbook.
    static func document(
        _ package: OfficePackage, path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> Warned<SourceDocument> {
        var reader = try WorkbookReader(package, path: path, budget)
        try reader.readSheets()
        return Warned(
            SourceDocument(path: path, format: "xlsx", encoding: "UTF-8", sha256: "", blocks: reader.blocks), reader.diagnostics)
    }

    private init(_ package: OfficePackage, path: String, _ budget: ReadingBudget) throws(ReadingError) {
        self.package = package
        self.path = path
        self.budget = budget
        strings = WorkbookReader.sharedStrings(try package.related("sharedStrings"))
        styles = CellStyles(try package.related("styles"))
        date1904 = ["1", "true"].contains(try package.markup(package.main)?.root?.first("workbookPr")?["date1904"] ?? "")
    }

    private static func sharedStrings(_ markup: Markup?) -> [SheetString] {
        guard let root = markup?.root else { return [] }
        return root.elements.filter { $0.name == "si" }.map(SheetString.init)
    }

    private mutating func readSheets() throws(ReadingError) {
        guard let sheets = try package.markup(package.main)?.root?.first("sheets") else { throw .damaged("没有工作表目录") }
        let relations = try package.relations()
        var hidden: [String] = []
        for (index, sheet) in sheets.elements.enumerated() where sheet.name == "sheet" {
            let name = sheet["name"] ?? "表\(index + 1)"
            // Many may be one part of the package, which is read for each of them.
            try budget.spend(steps: 1_000 + relations.count)
            guard let relation = relations.first(where: { $0.id == sheet["id"] }), relation.type.hasSuffix("/worksheet") else {
                continue
            }
            guard let markup = try sheetMarkup(relation.target, name: name) else {
                if !relation.target.isEmpty { throw .damaged("缺少工作表\(name.quoted)") }
                diagnostics.append(.outsideSheet(name, path: path))
                continue
            }
            if let state = sheet["state"], state != "visible" {
                if markup.root?.first("sheetData")?.elements.contains(where: { $0.first("c") != nil }) == true {
                    hidden.append(name)
                }
                continue
            }
            try read(markup, name: name, number: index + 1)
        }
        if !hidden.isEmpty { diagnostics.append(.hiddenSheets(hidden, path: path)) }
    }

    private func sheetMarkup(_ part: String, name: String) throws(ReadingError) -> Markup? {
        do { return try package.sheet(part) } catch {
            // Formats are left out; a formula that is drawn down is written for each of a million rows.
            guard case .hostile(let what) = error, what.holds("超过") else { throw error }
            throw .otherKind(
                "工作表\(name.quoted)太大：\(what)，多半是公式或序号一直填到了最后一行",
                remedy: "请在Excel中选中数据下面的第一个空行，按Ctrl+Shift+↓选到底，右键“删除”这些行，右边的空列同样处理，保存后再试")
        }
    }

    private mutating func read(_ markup: Markup, name: String, number: Int) throws(ReadingError) {
        guard let root = markup.root else { return }
        var grid = SheetGrid(budget)
        var notes = SheetNotes(path: path, sheet: name, number: number)
        var row = 0
        for line in root.first("sheetData")?.elements ?? [] where line.name == "row" {
            row = line.integer("r") ?? row + 1
            guard (1...1_048_576).contains(row) else { throw .damaged("工作表\(name.quoted)的行号不对") }
            if ["1", "true"].contains(line["hidden"] ?? "") { notes.hiddenRows.append(row) }
            var column = 0
            for cell in line.elements where cell.name == "c" {
                column = cell["r"].flatMap(WorkbookReader.column) ?? column + 1
                guard (1...16_384).contains(column) else { throw .damaged("工作表\(name.quoted)的列号不对") }
                let (text, stored) = try content(of: cell, row, column, &notes)
                try grid.put(text, row: row, column: column, stored: stored)
            }
        }
        for merge in (root.first("mergeCells")?.elements ?? []).prefix(100_000) {
            let ends = (merge["ref"] ?? "").split(separator: ":").compactMap { WorkbookReader.place(String($0)) }
            guard ends.count == 2, ends[0].row <= ends[1].row, ends[0].column <= ends[1].column else { continue }
            grid.merge(rows: ends[0].row...ends[1].row, columns: ends[0].column...ends[1].column)
        }
        let rows = try grid.laidOut { row, column, _ in
            notes.place(row, column)
        }
        let written = Set(rows.compactMap { $0.cells.first?.location.row })
        notes.hiddenRows.removeAll { !written.contains($0) }
        let hidden = WorkbookReader.hiddenColumns(root)
        if !hidden.isEmpty {
            var columns: Set<Int> = []
            for row in rows {
                for cell in row.cells where !cell.text.isEmpty { if let column = cell.column { columns.insert(column) } }
            }
            notes.hiddenColumns = columns.filter { column in hidden.contains { $0.contains(column) } }.sorted()
        }
        diagnostics += notes.all
        if !rows.isEmpty { blocks.append(.table(.init(rows: rows, rowsAreCertain: true, isSheet: true))) }
    }

    private static func hiddenColumns(_ sheet: MarkupElement) -> [ClosedRange<Int>] {
        (sheet.first("cols")?.elements ?? []).prefix(1_000).compactMap { columns in
            guard ["1", "true"].contains(columns["hidden"] ?? ""), let first = columns.integer("min"),
                let last = columns.integer("max"), first <= last
            else { return nil }
            return first...last
        }
    }

    /// What a cell shows, and the number behind it where that is another.
    private mutating func content(
        of cell: MarkupElement, _ row: Int, _ column: Int, _ notes: inout SheetNotes
    ) throws(ReadingError) -> (text: String, stored: SourceDocument.StoredNumber?) {
        let style = cell.integer("s") ?? 0
        let format = try styles.format(style, budget)
        var result: (text: String, stored: SourceDocument.StoredNumber?) = ("", nil)
        if let string = string(of: cell, row, column, &notes) {
            result.text = string.text.isEmpty ? "" : format.shown(text: string.text)
            if !string.struck.isEmpty { notes.struck(string.struck, row, column) }
        } else if let value = cell.first("v")?.text.trimmed, !value.isEmpty {
            try budget.spend(steps: format.signs)
            let shown = format.shown(value, date1904: date1904)
            result = (shown?.text ?? value, shown?.exact)
            if let stored = shown?.stored { notes.rounded(result.text, stored, row, column) }
            if shown?.isScaled == true { notes.scaled(result.text, value, row, column) }
        } else if cell.first("f") != nil {
            notes.add(.formulaWithoutValue(at: notes.place(row, column)))
        }
        if styles.isStruck(style), !result.text.isEmpty {
            notes.struck(result.text, row, column)
            result = ("", nil)
        }
        return result
    }

    /// The text of a cell that holds no number; `nil` for one that may.
    private func string(of cell: MarkupElement, _ row: Int, _ column: Int, _ notes: inout SheetNotes) -> SheetString? {
        let value = cell.first("v")?.text
        switch cell["t"] {
        case "s":
            guard let index = value.flatMap({ Int($0.trimmed) }) else { return SheetString("") }
            if strings.indices.contains(index) { return strings[index] }
            notes.add(.stringMissing(at: notes.place(row, column)))
            return SheetString("")
        case "inlineStr": return cell.first("is").map(SheetString.init) ?? SheetString("")
        case "str": return SheetString((value ?? "").withCodedCharacters)
        case "d": return SheetString(value.map { SheetDate(written: $0.trimmed)?.text([.year, .month, .day]) ?? $0 } ?? "")
        case "b": return SheetString(value?.trimmed == "1" ? "是" : "否")
        case "e":
            notes.add(.cellError(value ?? "", at: notes.place(row, column)))
            return SheetString(value ?? "")
        default: return nil
        }
    }

    /// `AB` of `AB12`, as a number from 1.
    private static func column(_ reference: String) -> Int? {
        place(reference)?.column
    }

    private static func place(_ reference: String) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in reference.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case 65...90 where row == 0: column = column * 26 + Int(byte) - 64
            case 97...122 where row == 0: column = column * 26 + Int(byte) - 96
            case 48...57 where column > 0: row = row * 10 + Int(byte) - 48
            default: return nil
            }
            guard column <= 20_000, row <= 2_000_000 else { return (row: 0, column: 0) }
        }
        return column > 0 && row > 0 ? (row, column) : nil
    }
}
