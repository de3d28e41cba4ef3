/// The number formats of a workbook by the styles of its cells.
struct CellStyles {
    /// For each style the number of its format.
    private var numbers: [Int] = []
    private var codes = CellStyles.builtin
    /// Only those that some cell has.
    private var known: [Int: NumberFormat] = [:]
    private var struck: Set<Int> = []

    init(_ markup: Markup?) {
        guard let root = markup?.root else { return }
        for format in root.first("numFmts")?.elements ?? [] {
            if let id = format.integer("numFmtId"), let code = format["formatCode"] {
                // Excel takes no longer ones.
                codes[id] = String(code.prefix(255))
            }
        }
        let fonts = (root.first("fonts")?.elements ?? []).map { $0.first("strike")?.isOn == true }
        for style in root.first("cellXfs")?.elements ?? [] {
            if let font = style.integer("fontId"), fonts.indices.contains(font), fonts[font] { struck.insert(numbers.count) }
            numbers.append(style.integer("numFmtId") ?? 0)
        }
    }

    /// The format of a cell with this style; General for an unknown one.
    ///
    /// - Throws: ``ReadingError`` when there are too many long ones.
    mutating func format(_ style: Int, _ budget: ReadingBudget) throws(ReadingError) -> NumberFormat {
        let id = numbers.indices.contains(style) ? numbers[style] : 0
        if let format = known[id] { return format }
        let code = codes[id] ?? "General"
        // Taking a sign of a code apart costs ten times what showing it does.
        try budget.spend(steps: 10 * code.utf8.count)
        let format = NumberFormat(code)
        known[id] = format
        return format
    }

    /// Whether all of a cell with this style is struck out.
    func isStruck(_ style: Int) -> Bool {
        struck.contains(style)
    }

    /// Formats that have a number instead of a code (ECMA-376 part 1, 18.8.30), as Chinese Excel shows them.
    private static let builtin: [Int: String] = [
        1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;¥-#,##0", 7: "¥#,##0.00;¥-#,##0.00",
        8: "¥#,##0.00;¥-#,##0.00", 9: "0%", 10: "0.00%", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy",
        18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: "yyyy年m月", 28: "m月d日", 29: "m月d日",
        30: "m-d-yy", 31: "yyyy年m月d日", 32: "h时mm分", 33: "h时mm分ss秒", 34: "h时mm分", 35: "h时mm分ss秒", 36: "yyyy年m月", 37: "#,##0",
        38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 41: "#,##0", 42: "¥#,##0", 43: "#,##0.00", 44: "¥#,##0.00", 45: "mm:ss",
        46: "h:mm:ss", 47: "mm:ss", 49: "@", 50: "yyyy年m月", 51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "h时mm分",
        56: "h时mm分ss秒", 57: "yyyy年m月", 58: "m月d日",
    ]
}
