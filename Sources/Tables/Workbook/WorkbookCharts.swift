internal import CXLSXWriter

extension WorkbookFile {
    /// Draws bars from left to right, the first row of the list at the top.
    func add(_ chart: SheetChart, to page: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet) throws(WorkbookError) {
        guard let workbook, let drawing = workbook_add_chart(workbook, UInt8(LXW_CHART_BAR.rawValue)),
            let series = chart_add_series(drawing, nil, nil)
        else { throw .outOfMemory }
        let (first, last) = (lxw_row_t(chart.rows.lowerBound), lxw_row_t(chart.rows.upperBound))
        let (labels, values) = (lxw_col_t(chart.labels), lxw_col_t(chart.values))
        chart_series_set_categories(series, chart.sheet, first, labels, last, labels)
        chart_series_set_values(series, chart.sheet, first, values, last, values)
        chart_series_set_name(series, chart.unit)
        chart_series_set_labels(series)
        var fill = lxw_chart_fill()
        fill.color = 0x2E_75B6
        chart_series_set_fill(series, &fill)
        chart_title_set_name(drawing, "\(chart.title)（\(chart.unit)）")
        chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        chart_axis_set_reverse(drawing.pointee.y_axis)
        // Each bar bears its figure.
        chart_axis_off(drawing.pointee.x_axis)
        chart_axis_major_gridlines_set_visible(drawing.pointee.x_axis, 0)
        chart_set_series_gap(drawing, 60)
        var options = lxw_chart_options()
        // The usual size is 480 by 288 pixels.
        options.x_scale = Double(chart.width) / 480
        options.y_scale = Double(chart.height) / 288
        options.description = words.copy(chart.description)
        let place = (row: lxw_row_t(chart.place.row), column: lxw_col_t(chart.place.column))
        try check(worksheet_insert_chart_opt(page, place.row, place.column, drawing, &options), sheet, "的图")
    }
}

/// A native chart of bars over two columns of a sheet; rows and columns are counted from 0.
struct SheetChart {
    var title: String
    /// What a reader without sight is told.
    var description: String
    /// The name of the sheet with the figures.
    var sheet: String
    var rows: ClosedRange<Int>
    var labels: Int
    var values: Int
    var unit: String
    /// The cell at the upper left corner.
    var place: (row: Int, column: Int)
    /// In pixels.
    var width = 720
    var height = 420
}
