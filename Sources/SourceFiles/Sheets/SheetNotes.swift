internal import Diagnostics
internal import Text

/// What reading one sheet has to say, without saying one thing a thousand times.
struct SheetNotes {
    /// The place of the whole sheet.
    private let sheet: Location
    private let number: Int
    private var troubles: [Diagnostic] = []
    private var roundings: [Diagnostic] = []
    private var strikes: [Diagnostic] = []
    private var scaled: (first: Diagnostic, count: Int)?
    /// Rows that the sheet hides, by a filter or by hand.
    var hiddenRows: [Int] = []
    /// Columns that the sheet hides.
    var hiddenColumns: [Int] = []

    private static let most = 20

    init(path: String, sheet: String, number: Int) {
        self.sheet = Location(file: path, sheet: sheet)
        self.number = number
    }

    func place(_ row: Int, _ column: Int) -> Location {
        Location(in: sheet, table: number, row: row, cell: column)
    }

    mutating func add(_ trouble: Diagnostic) {
        troubles.append(trouble)
    }

    mutating func rounded(_ shown: String, _ stored: String, _ row: Int, _ column: Int) {
        roundings.append(.rounded(shown, stored, at: place(row, column)))
    }

    mutating func struck(_ text: String, _ row: Int, _ column: Int) {
        strikes.append(.struckOut(text, at: place(row, column)))
    }

    /// A number that its format shows a thousand or a million times smaller.
    mutating func scaled(_ shown: String, _ stored: String, _ row: Int, _ column: Int) {
        scaled = (scaled?.first ?? .scaled(shown, stored, at: place(row, column)), (scaled?.count ?? 0) + 1)
    }

    /// At most twenty of a kind, and then how many more there are.
    var all: [Diagnostic] {
        var result = SheetNotes.limited(troubles) + SheetNotes.limited(strikes) + SheetNotes.limited(roundings)
        if var note = scaled {
            if note.count > 1 { note.first.summary += "，这样的单元格有\(note.count)个" }
            result.append(note.first)
        }
        if let first = hiddenRows.first {
            result.append(.hiddenRows(hiddenRows, at: Location(in: sheet, table: number, row: first)))
        }
        if let first = hiddenColumns.first {
            let place = place(1, first)
            result.append(.hiddenColumns(hiddenColumns, at: place))
        }
        return result
    }

    static func limited(_ notes: [Diagnostic]) -> [Diagnostic] {
        guard notes.count > most, let last = notes.dropFirst(most).first else { return notes }
        var rest = last
        rest.summary = "还有\(notes.count - most)处同样的情况，从这里起"
        return notes.prefix(most) + [rest]
    }
}

extension Diagnostic {
    static func outsideSheet(_ name: String, path: String) -> Diagnostic {
        Diagnostic(
            .warning, id: "sheet-outside", at: Location(file: path), "工作表\(name.quoted)链接在别的文件里，没有读取", remedy: "请把它复制到这个文件中")
    }

    static func hiddenSheets(_ names: [String], path: String) -> Diagnostic {
        let quoted = names.prefix(10).map(\.quoted).joined(separator: "、") + (names.count > 10 ? "等\(names.count)张" : "")
        return Diagnostic(
            .hint, id: "sheets-hidden", at: Location(file: path), "隐藏的工作表没有读取：\(quoted)", remedy: "如果其中有要用的内容，请取消隐藏后保存")
    }

    fileprivate static func hiddenRows(_ rows: [Int], at place: Location) -> Diagnostic {
        let named = rows.prefix(10).map(String.init).joined(separator: "、") + (rows.count > 10 ? "等\(rows.count)行" : "")
        return Diagnostic(
            .hint, id: "rows-hidden", at: place, "有隐藏的行，也读入了：第\(named)行", remedy: "如果不该计入，请删除这些行；只是筛选掉的，不必处理")
    }

    fileprivate static func hiddenColumns(_ columns: [Int], at place: Location) -> Diagnostic {
        let letters = columns.prefix(10).map(Location.letters(ofColumn:)).joined(separator: "、")
        return Diagnostic(
            .hint, id: "columns-hidden", at: place, "有隐藏的列，也读入了：\(letters)\(columns.count > 10 ? "等\(columns.count)" : "")列",
            remedy: "如果不该计入，请删除这些列；只是为了好看隐藏的，不必处理")
    }

    static func cellError(_ value: String, at place: Location) -> Diagnostic {
        Diagnostic(.error, id: "cell-error", at: place, "单元格是错误值\(value.quoted)", explanation: "已按文字读入", remedy: "请改正公式后保存")
    }

    static func formulaWithoutValue(at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "formula-without-value", at: place, "公式没有计算结果", explanation: "已按空白处理", remedy: "请用Excel或WPS打开，保存一次再试")
    }

    static func stringMissing(at place: Location) -> Diagnostic {
        Diagnostic(
            .error, id: "cell-string-missing", at: place, "单元格的文字在文件里找不到", explanation: "文件已损坏，已按空白处理",
            remedy: "请用Excel或WPS打开，核对并补上这一格，另存一份再试")
    }

    fileprivate static func scaled(_ shown: String, _ stored: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: "number-scaled", at: place, "单元格显示\(shown.quoted)，实际存的是\(stored)：数字格式把它缩小了显示",
            explanation: "已按显示的大小读入", remedy: "请核对金额单位；最好直接填写显示的数，格式改为“常规”或“数值”")
    }

    fileprivate static func rounded(_ shown: String, _ stored: String, at place: Location) -> Diagnostic {
        Diagnostic(
            .warning, id: "number-rounded", at: place, "单元格显示\(shown.quoted)，实际存的是\(stored)",
            explanation: "金额和支出计划按实际存的数计算，其余按显示的读入",
            remedy: "请改为精确的数，使显示的合计与实际一致")
    }
}
