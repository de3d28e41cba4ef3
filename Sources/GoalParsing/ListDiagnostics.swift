internal import Diagnostics
internal import GoalModel
internal import SourceFiles
internal import Text

extension ListReading {
    /// Names of indicators in a list of which no column is known to hold their values.
    func withoutValues(_ table: SourceDocument.Table) -> Diagnostic? {
        guard let name = columns.columns[.name], columns.columns[.target] == nil,
            columns.columns[.category] != nil || columns.columns[.type] != nil
        else { return nil }
        let heads = table.rows.dropFirst(columns.lead).prefix(columns.height).flatMap(\.cells)
        let head = heads.last { $0.column == name && !$0.text.isEmpty }
        return .listWithoutValues(head?.text.withoutSpaces ?? "指标名称", at: head?.location)
    }

    /// Where a blank cell stands that the row ends before: on a sheet its address, elsewhere its row.
    static func place(of column: Int, in row: some Collection<SourceDocument.Cell>) -> Location? {
        guard let place = row.first?.location else { return nil }
        return place.sheet == nil
            ? Location(file: place.file, page: place.page, table: place.table, row: place.row) : place.inSheet(column: column)
    }
}

extension Diagnostic {
    static func zeroDropped(_ code: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .hint, id: "unit-code-zero", at: place, "单位编码\(code.quoted)只有5位", explanation: "多半是表格软件去掉了开头的0，已按“0\(code)”读入",
            remedy: "请把这一栏设为“文本”格式，补上开头的0")
    }

    static func rowWithoutProject(at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "list-row-lost", at: place, "这一行没有项目编码和项目名称，上面也没有", explanation: "不知道属于哪个项目，没有读入",
            remedy: "请填写项目编码或项目名称")
    }

    /// Indicators without a column of values: the rows are not read.
    static func listWithoutValues(_ title: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .error, id: "list-without-values", at: place, "清单里有\(title.quoted)一栏，没有认出指标值一栏", explanation: "各行的指标没有读入",
            remedy: "请把指标值一栏的表头改成“指标值”；也可以把这里的写法写进输入文件夹里的 栏目名称.json5（goalbook help formats）")
    }

    static func foreignColumn(_ title: String, cells: Int, at place: Location) -> Diagnostic {
        Diagnostic(
            .hint, id: "list-column-unknown", at: place, "栏目\(title.shortened(to: 24).quoted)在目标书里没有位置，其中\(cells)格没有读入",
            remedy: "如果它是目标书的栏目，请改用通行的名称，或把这个写法写进输入文件夹里的 栏目名称.json5（goalbook help formats）")
    }
}
