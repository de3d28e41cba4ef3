internal import CXLSXWriter
internal import Foundation

/// A workbook while it is written with libxlsxwriter; the same sheets give the same bytes.
///
/// libxlsxwriter writes to a file, so this owns a temporary one, which goes with it.
final class WorkbookFile {
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private let url: URL
    private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
    private let words = WordStore()

    /// - Parameters:
    ///   - title: of the document's properties.
    ///   - created: the date that the file bears, in seconds since 1970.
    /// - Throws: ``WorkbookError`` when there is no memory or no temporary folder.
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

    /// - Throws: ``WorkbookError`` for a sheet that the format does not allow.
    func add(_ sheet: Sheet) throws(WorkbookError) {
        guard let workbook, let page = workbook_add_worksheet(workbook, sheet.name) else {
            throw .refused("表名“\(sheet.name)”")
        }
        for (index, column) in sheet.columns.enumerated() {
            let number = lxw_col_t(index)
            try check(worksheet_set_column(page, number, number, column.width, try format(column.style)), sheet, "列宽")
        }
        for (row, height) in sheet.rowHeights {
            try check(worksheet_set_row(page, lxw_row_t(row), height, nil), sheet, "行高")
        }
        for (row, cells) in sheet.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                if let cell { try write(cell, page, row, column, sheet) }
            }
        }
        for rule in sheet.checks { try add(rule, to: page, sheet) }
        for mark in sheet.marks { try add(mark, to: page, sheet) }
        setPage(page, sheet)
    }

    /// Ends the workbook and gives its bytes.
    ///
    /// - Throws: ``WorkbookError`` when the temporary file could not be written.
    func finish() throws(WorkbookError) -> Data {
        let folder = url.deletingLastPathComponent().path(percentEncoded: false)
        guard let workbook else { throw .notWritten(folder) }
        // Closing frees the workbook, also when it fails.
        self.workbook = nil
        formats = [:]
        guard workbook_close(workbook) == LXW_NO_ERROR, let bytes = try? Data(contentsOf: url) else { throw .notWritten(folder) }
        return bytes
    }

    private func write(
        _ cell: SheetCell, _ page: UnsafeMutablePointer<lxw_worksheet>, _ row: Int, _ column: Int, _ sheet: Sheet
    ) throws(WorkbookError) {
        let (line, number, look) = (lxw_row_t(row), lxw_col_t(column), try format(cell.style))
        let status =
            switch cell.content {
            case .blank: worksheet_write_blank(page, line, number, look)
            case .text(let text): worksheet_write_string(page, line, number, text, look)
            case .number(let value): worksheet_write_number(page, line, number, value, look)
            }
        try check(status, sheet, "第\(row + 1)行第\(column + 1)格的内容")
    }

    private func setPage(_ page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) {
        let a4: UInt8 = 9
        worksheet_set_paper(page, a4)
        if sheet.isLandscape { worksheet_set_landscape(page) }
        worksheet_fit_to_pages(page, 1, 0)
        // Inches.
        worksheet_set_margins(page, 0.6, 0.6, 0.75, 0.75)
        worksheet_center_horizontally(page)
        worksheet_set_footer(page, "&C第 &P 页，共 &N 页")
        if sheet.frozenRows + sheet.frozenColumns > 0 {
            worksheet_freeze_panes(page, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
        }
        if sheet.repeatedRows > 0 { worksheet_repeat_rows(page, 0, lxw_row_t(sheet.repeatedRows - 1)) }
        if !sheet.showsGrid { worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue)) }
        if let height = sheet.usualHeight { worksheet_set_default_row(page, height, 0) }
        if let colour = sheet.tabColour { worksheet_set_tab_color(page, colour) }
    }

    private func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        if let format = formats[style] { return format }
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
        if style.hasBorder { frame(format) }
        if let code = style.numberFormat { format_set_num_format(format, code) }
        formats[style] = format
        return format
    }

    private func frame(_ format: UnsafeMutablePointer<lxw_format>) {
        format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_border_color(format, 0x80_8080)
    }

    private func check(_ status: lxw_error, _ sheet: Sheet, _ what: String) throws(WorkbookError) {
        guard status == LXW_NO_ERROR else { throw .refused("“\(sheet.name)”表\(what)") }
    }
}

extension WorkbookFile {
    /// A list as the file holds it; libxlsxwriter's own lists overflow a buffer of 255 bytes, not characters.
    private func quoted(_ entries: [String], _ sheet: Sheet) throws(WorkbookError) -> String {
        let list = entries.joined(separator: ",")
        let isClean = entries.allSatisfy { !$0.isEmpty && !$0.contains(",") && !$0.contains("\"") }
        guard isClean, list.unicodeScalars.count <= 255 else { throw .refused("“\(sheet.name)”表的下拉框“\(list.prefix(20))…”") }
        return "=\"\(list)\""
    }

    private func add(
        _ rule: CellCheck, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet
    ) throws(WorkbookError) {
        var check = lxw_data_validation()
        let criteria: lxw_validation_criteria
        let type: lxw_validation_types
        switch rule.condition {
        case .list(let entries):
            (type, criteria) = (LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE)
            check.value_formula = words.copy(try quoted(entries, sheet))
        case .listOf(let formula):
            (type, criteria) = (LXW_VALIDATION_TYPE_LIST_FORMULA, LXW_VALIDATION_CRITERIA_NONE)
            check.value_formula = words.copy(formula)
        case .length(let length):
            (type, criteria) = (LXW_VALIDATION_TYPE_LENGTH, LXW_VALIDATION_CRITERIA_EQUAL_TO)
            check.value_number = Double(length)
        case .whole(let range):
            (type, criteria) = (LXW_VALIDATION_TYPE_INTEGER, LXW_VALIDATION_CRITERIA_BETWEEN)
            check.minimum_number = Double(range.lowerBound)
            check.maximum_number = Double(range.upperBound)
        case .atLeast(let limit):
            (type, criteria) = (LXW_VALIDATION_TYPE_DECIMAL, LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO)
            check.value_number = limit
        case .formula(let formula):
            (type, criteria) = (LXW_VALIDATION_TYPE_CUSTOM_FORMULA, LXW_VALIDATION_CRITERIA_NONE)
            check.value_formula = words.copy(formula)
        case .none: (type, criteria) = (LXW_VALIDATION_TYPE_ANY, LXW_VALIDATION_CRITERIA_NONE)
        }
        check.validate = UInt8(type.rawValue)
        check.criteria = UInt8(criteria.rawValue)
        let (on, off) = (UInt8(LXW_VALIDATION_ON.rawValue), UInt8(LXW_VALIDATION_OFF.rawValue))
        check.show_error = rule.answer == .accepted ? off : on
        let answer = rule.answer == .refused ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING
        check.error_type = UInt8(answer.rawValue)
        check.input_title = words.copy(rule.title)
        check.input_message = words.copy(rule.message)
        if !rule.complaint.isEmpty {
            check.error_title = words.copy(rule.title)
            check.error_message = words.copy(rule.complaint)
        }
        let (rows, columns) = (rule.range.rows, rule.range.columns)
        let status = worksheet_data_validation_range(
            page, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
            lxw_col_t(columns.upperBound), &check)
        try self.check(status, sheet, "“\(rule.title)”的填写检查")
    }

    private func add(
        _ mark: CellMark, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet
    ) throws(WorkbookError) {
        guard let workbook, let look = workbook_add_format(workbook) else { throw .outOfMemory }
        switch mark.look {
        case .wrong:
            format_set_bg_color(look, 0xC0_0000)
            format_set_font_color(look, 0xFF_FFFF)
        case .framed: break
        }
        frame(look)
        var condition = lxw_conditional_format()
        condition.type = UInt8(LXW_CONDITIONAL_TYPE_FORMULA.rawValue)
        condition.value_string = words.copy(mark.formula)
        condition.format = look
        let (rows, columns) = (mark.range.rows, mark.range.columns)
        let status = worksheet_conditional_format_range(
            page, lxw_row_t(rows.lowerBound), lxw_col_t(columns.lowerBound), lxw_row_t(rows.upperBound),
            lxw_col_t(columns.upperBound), &condition)
        try check(status, sheet, "的条件格式")
    }
}

/// C strings for structures that hold them as mutable pointers; they live as long as this does.
private final class WordStore {
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
