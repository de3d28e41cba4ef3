internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

/// Which sheets of a workbook are those of the fill-in template, by their headings, and where those are gone by their names.
struct TemplateSheets {
    /// One of the template's sheets in the workbook.
    struct Found {
        let sheet: FillInTemplate.Sheet
        /// Where its table stands among the blocks.
        let block: Int
        /// The row of the heading; `nil` where it has none that the template knows.
        let head: Int?
    }

    private(set) var found: [Found] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ blocks: [SourceDocument.Block]) {
        for (index, block) in blocks.enumerated() {
            guard case .table(let table) = block, table.isSheet, !SheetLayout.isManual(table) else { continue }
            let heads = FillInTemplate.sheets.compactMap { sheet in
                TemplateSheets.head(of: sheet, in: table).map { Found(sheet: sheet, block: index, head: $0) }
            }
            let named = FillInTemplate.sheets.first { $0.name == table.sheetName }
            if let head = heads.first {
                found.append(head)
            } else if let named {
                found.append(Found(sheet: named, block: index, head: nil))
            }
        }
        let all = found
        areTheTemplate = [FillInTemplate.projects, FillInTemplate.indicators].allSatisfy { sheet in
            all.contains { found in
                guard case .table(let table) = blocks[found.block] else { return false }
                return found.sheet == sheet && found.head != nil && table.sheetName == sheet.name
            }
        }
        let names = Set(FillInTemplate.sheets.map(\.name) + [FillInTemplate.guide])
        let keepNames = blocks.contains { block in
            if case .table(let table) = block { table.sheetName.map(names.contains) == true } else { false }
        }
        for sheet in FillInTemplate.sheets { compareNames(of: sheet, in: blocks, keepNames: keepNames) }
    }

    /// Whether the workbook is the template also without the sheet that tells how to fill it in.
    let areTheTemplate: Bool

    var missing: [FillInTemplate.Sheet] {
        FillInTemplate.sheets.filter { sheet in !found.contains { $0.sheet == sheet } }
    }

    /// The first row that holds at least half of the sheet's headings.
    private static func head(of sheet: FillInTemplate.Sheet, in table: SourceDocument.Table) -> Int? {
        let words = Set(sheet.headings.map(TemplateHeadings.bare))
        return table.rows.prefix(5).firstIndex { row in
            let here = Set(row.cells.lazy.filter { $0.text.utf8.count <= 90 }.map { TemplateHeadings.bare($0.text) })
            return words.intersection(here).count * 2 >= words.count
        }
    }

    /// - Parameter keepNames: whether at least one sheet has its name; a program that writes the file anew may name them all.
    private mutating func compareNames(
        of sheet: FillInTemplate.Sheet, in blocks: [SourceDocument.Block], keepNames: Bool
    ) {
        let tables = found.filter { $0.sheet == sheet }.compactMap { found -> SourceDocument.Table? in
            if case .table(let table) = blocks[found.block] { table } else { nil }
        }
        let right = tables.first { $0.sheetName == sheet.name } ?? tables.first
        guard let right, let name = right.sheetName else { return }
        if name != sheet.name, keepNames { diagnostics.append(.sheetRenamed(sheet.name, name, at: right.place)) }
        for table in tables where table.place != right.place {
            guard let other = table.sheetName, table.isFilledIn else { continue }
            diagnostics.append(.sheetCopied(name, other, at: table.place))
        }
    }
}

extension SourceDocument.Table {
    /// The name of the sheet that the table is.
    fileprivate var sheetName: String? { place?.sheet?.trimmed }

    var place: Location? { rows.first?.cells.first?.location }

    /// Whether something stands below the first row but for examples.
    fileprivate var isFilledIn: Bool {
        rows.dropFirst().contains { row in
            row.cells.first { !$0.text.isEmpty }.map { !$0.text.begins(with: "示例") } == true
        }
    }
}

extension Diagnostic {
    fileprivate static func sheetRenamed(_ name: String, _ found: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "template-sheet-renamed", at: place, "填报模板的\(name.quoted)表改名为\(found.shortened(to: 24).quoted)",
            explanation: "表头还是\(name.quoted)表的，已照常读入", remedy: "请把表名改回\(name.quoted)")
    }

    fileprivate static func sheetCopied(_ name: String, _ copy: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "template-sheet-twice", at: place,
            "\(copy.shortened(to: 24).quoted)表和\(name.shortened(to: 24).quoted)表的表头一样",
            explanation: "两张表都读入了", remedy: "如果是备份，请删去；如果都要填，请合到一张表里")
    }
}
