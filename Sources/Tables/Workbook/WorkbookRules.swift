internal import CXLSXWriter
internal import Text

extension WorkbookFile {
    /// A list as the file holds it; libxlsxwriter's own lists overflow a buffer of 255 bytes, not characters.
    private func quoted(_ entries: [String], _ sheet: Sheet) throws(WorkbookError) -> String {
        let list = entries.joined(separator: ",")
        let isClean = entries.allSatisfy { !$0.isEmpty && !$0.contains(",") && !$0.contains("\"") }
        guard isClean, list.unicodeScalars.count <= 255 else { throw .refused("\(sheet.name.quoted)表的下拉框“\(list.prefix(20))…”") }
        return "=\"\(list)\""
    }

    func add(_ rule: CellCheck, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) throws(WorkbookError) {
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
        try self.check(status, sheet, "\(rule.title.quoted)的填写检查")
    }

    func add(_ mark: CellMark, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) throws(WorkbookError) {
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
