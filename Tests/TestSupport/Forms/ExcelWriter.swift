internal import CXLSXWriter
internal import Foundation

/// Writes workbooks by libxlsxwriter, which knows nothing of our reader.
enum ExcelWriter {
    static func file(_ sheets: [(name: String, rows: [[GridCell]])]) -> [UInt8] {
        let url = FileManager.default.temporaryDirectory.appending(path: "goalbook-test-\(UUID().uuidString).xlsx")
        defer { try? FileManager.default.removeItem(at: url) }
        guard let workbook = workbook_new(url.path(percentEncoded: false)) else { return [] }
        for sheet in sheets {
            guard let page = workbook_add_worksheet(workbook, sheet.name) else { continue }
            for (index, row) in sheet.rows.enumerated() {
                for cell in row { write(cell, row: index, on: page, of: workbook) }
            }
        }
        workbook_close(workbook)
        return (try? Data(contentsOf: url)).map(Array.init) ?? []
    }

    private static func write(
        _ cell: GridCell, row: Int, on page: UnsafeMutablePointer<lxw_worksheet>, of workbook: UnsafeMutablePointer<lxw_workbook>
    ) {
        let (line, column) = (lxw_row_t(row), lxw_col_t(cell.column))
        if cell.rows > 1 || cell.columns > 1 {
            let (last, right) = (line + lxw_row_t(cell.rows) - 1, column + lxw_col_t(cell.columns) - 1)
            worksheet_merge_range(page, line, column, last, right, "", nil)
        }
        if let number = cell.number {
            let format = workbook_add_format(workbook)
            format_set_num_format(format, number.format)
            worksheet_write_number(page, line, column, number.value, format)
        } else if !cell.text.isEmpty {
            worksheet_write_string(page, line, column, cell.text, nil)
        }
    }
}
