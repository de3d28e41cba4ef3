internal import CXLSXWriter
internal import Foundation
internal import Text

/// A workbook while it is written with libxlsxwriter; the same sheets give the same bytes.
///
/// libxlsxwriter writes to a file, so this owns a temporary one, which goes with it.
final class WorkbookFile {
    private(set) var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let url: URL
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    /// Cells beside each other mostly look alike.
    private var lastFormat: (style: CellStyle, format: UnsafeMutablePointer<lxw_format>)?
    let words = WordStore()
    /// Cells whose text was too long and was cut, by sheet and name.
    private(set) var cuts: [String] = []

    /// - Parameters:
    ///   - title: of the document's properties.
    ///   - created: the date that the file bears, in seconds since 1970.
    init(title: String, created: Int) throws(WorkbookError) {
        url = FileManager.default.temporaryDirectory.appending(path: "goalbook-\(UUID().uuidString).xlsx")
        let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
        // libxlsxwriter would complain in English on standard error.
        guard FileManager.default.isWritableFile(atPath: folder) else { throw .notWritten(folder) }
        var options = lxw_workbook_options(constant_memory: 0, tmpdir: words.copy(folder), use_zip64: 0)
        guard let workbook = workbook_new_opt(url.path(percentEncoded: false), &options) else { throw .outOfMemory }
        self.workbook = workbook
        var properties = lxw_doc_properties()
        properties.title = words.copy(title)
        properties.author = words.copy("goalbook")
        properties.created = created
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
        try? FileManager.default.removeItem(at: url)
    }

    func add(_ sheet: Sheet) throws(WorkbookError) {
        guard let workbook, let page = workbook_add_worksheet(workbook, sheet.name) else {
            throw .refused("表名\(sheet.name.quoted)")
        }
        for (index, column) in sheet.columns.enumerated() {
            let number = lxw_col_t(index)
            try check(worksheet_set_column(page, number, number, column.width, try format(column.style)), sheet, "列宽")
        }
        for (row, height) in sheet.rowHeights {
            try check(worksheet_set_row(page, lxw_row_t(row), height, nil), sheet, "行高")
        }
        for row in sheet.hiddenRows {
            var hidden = lxw_row_col_options(hidden: 1, level: 0, collapsed: 0)
            try check(worksheet_set_row_opt(page, lxw_row_t(row), 15, nil, &hidden), sheet, "隐藏的行")
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                if let cell { try write(cell, page, row, column, sheet) }
            }
        }
        for rule in sheet.checks { try add(rule, to: page, sheet) }
        for mark in sheet.marks { try add(mark, to: page, sheet) }
        for chart in sheet.charts { try add(chart, to: page, sheet) }
        setPage(page, sheet)
    }

    /// Ends the workbook and gives its bytes.
    func finish() throws(WorkbookError) -> Data {
        let folder = url.deletingLastPathComponent().path(percentEncoded: false)
        guard let workbook else { throw .notWritten(folder) }
        // Closing frees the workbook, also when it fails.
        self.workbook = nil
        (formats, lastFormat) = ([:], nil)
        guard workbook_close(workbook) == LXW_NO_ERROR, let bytes = try? Data(contentsOf: url) else { throw .notWritten(folder) }
        return bytes
    }

    private func write(
        _ cell: SheetCell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, _ sheet: Sheet
    ) throws(WorkbookError) {
        let (line, number) = (lxw_row_t(row), lxw_col_t(column))
        let status: lxw_error
        switch cell.content {
        case .blank: status = worksheet_write_blank(page, line, number, try format(cell.style))
        case .number(let value): status = worksheet_write_number(page, line, number, value, try format(cell.style))
        case .text(let text):
            let text = CellText(text)
            if text.isCut { cuts.append("\(sheet.name.quoted)表\(CellName(row: row, column: column).relative)") }
            status = worksheet_write_string(page, line, number, text.text, try format(WorkbookFile.style(of: text, cell.style)))
        }
        try check(status, sheet, "第\(row + 1)行第\(column + 1)格的内容")
    }

    /// Text that begins like a formula stays text also when somebody edits the cell.
    private static func style(of text: CellText, _ style: CellStyle) -> CellStyle {
        // Some versions show no text of more than 255 characters in a cell of this format.
        guard text.looksLikeFormula, style.numberFormat == nil, text.text.utf16.count <= 255 else { return style }
        return style.with { $0.numberFormat = "@" }
    }

    private func setPage(_ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) {
        let (a3, a4): (UInt8, UInt8) = (8, 9)
        worksheet_set_paper(page, sheet.needsLargePaper ? a3 : a4)
        if let columns = sheet.printedColumns, columns < sheet.columns.count {
            worksheet_print_area(page, 0, 0, lxw_row_t(max(1, sheet.rows.count) - 1), lxw_col_t(columns - 1))
        }
        if sheet.isLandscape { worksheet_set_landscape(page) }
        worksheet_fit_to_pages(page, 1, 0)
        // Inches.
        worksheet_set_margins(page, Sheet.margin / 72, Sheet.margin / 72, 0.75, 0.75)
        worksheet_center_horizontally(page)
        worksheet_set_footer(page, "&C第 &P 页，共 &N 页")
        if let head = sheet.pageHead { worksheet_set_header(page, "&R" + head.replacing("&", with: "&&")) }
        if let filter = sheet.filter {
            worksheet_autofilter(
                page, lxw_row_t(filter.rows.lowerBound), lxw_col_t(filter.columns.lowerBound),
                lxw_row_t(filter.rows.upperBound), lxw_col_t(filter.columns.upperBound))
        }
        if sheet.frozenRows + sheet.frozenColumns > 0 {
            worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
        }
        if sheet.repeatedRows > 0 { worksheet_repeat_rows(page, 0, lxw_row_t(sheet.repeatedRows - 1)) }
        if !sheet.showsGrid { worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if let height = sheet.usualHeight { worksheet_set_default_row(page, height, 0) }
        if let colour = sheet.tabColour { worksheet_set_tab_color(page, colour) }
        if sheet.isProtected { protect(page) }
    }

    /// What is locked stays; columns and rows may be made wider, and rows added.
    private func protect(_ page: UnsafeMutablePointer<lxw_worksheet>) {
        var allowed = lxw_protection()
        (allowed.format_columns, allowed.format_rows, allowed.format_cells) = (1, 1, 1)
        (allowed.insert_rows, allowed.sort, allowed.autofilter) = (1, 1, 1)
        worksheet_protect(page, nil, &allowed)
    }

    private func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        if let lastFormat, lastFormat.style == style { return lastFormat.format }
        let format: UnsafeMutablePointer<lxw_format>
        if let known = formats[style] { format = known } else { format = try newFormat(style) }
        formats[style] = format
        lastFormat = (style, format)
        return format
    }

    private func newFormat(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        guard let workbook, let format = workbook_add_format(workbook) else { throw .outOfMemory }
        format_set_font_name(format, style.font)
        format_set_font_size(format, style.size)
        if style.isBold { format_set_bold(format) }
        if style.isItalic { format_set_italic(format) }
        if style.colour != 0 { format_set_font_color(format, style.colour) }
        if let fill = style.fill { format_set_bg_color(format, fill) }
        let alignment =
            switch style.alignment {
            case .left: LXW_ALIGN_LEFT
            case .centre: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        format_set_align(format, UInt8(alignment.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style.wraps { format_set_text_wrap(format) }
        if style.indent > 0 { format_set_indent(format, UInt8(style.indent)) }
        if style.hasBorder { frame(format) }
        if let code = style.numberFormat { format_set_num_format(format, code) }
        if style.isUnlocked { format_set_unlocked(format) }
        return format
    }

    func frame(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, 0x80_8080)
    }

    func check(_ status: lxw_error, _ sheet: Sheet, _ what: @autoclosure () -> String) throws(WorkbookError) {
        guard status == LXW_NO_ERROR else { throw .refused("\(sheet.name.quoted)表\(what())") }
    }
}

/// C strings for structures that hold them as mutable pointers; they live as long as this does.
final class WordStore {
    private var words: [UnsafeMutablePointer<CChar>] = []

    func copy(_ word: String) -> UnsafeMutablePointer<CChar>? {
        let copy = strdup(word)
        if let copy { words.append(copy) }
        return copy
    }

    deinit {
        for word in words { free(word) }
    }
}
