internal import Tables

extension TownPage {
    private static let workbook = "数据.xlsx"

    /// The ways to what a section shows as files for other programs, those that lie beside the page.
    func downloads(_ kinds: TownTables.Kind...) -> HTML {
        let tables = kinds.map { kind in
            let files = ["csv", "json"].map { (kind.path($0), $0.uppercased()) }.filter { neighbours.contains($0.0) }
            return (title: kind.rawValue, files: files)
        }.filter { !$0.files.isEmpty }
        let hasWorkbook = neighbours.contains(TownPage.workbook)
        if tables.isEmpty && !hasWorkbook { return .empty }
        return """
            <p class="downloads">下载\(HTML.when(hasWorkbook, " <a href=\"\(TownPage.workbook.asPathStep)\">Excel</a>"))\
            \(HTML.joined(tables) { table in
                """
                 <span>\(table.title)\(HTML.joined(table.files) { path, ending in
                    " <a href=\"\(path.asRelativePath)\" download=\"\(path.asFileName)\">\(ending)</a>"
                })</span>
                """
            })</p>
            """
    }
}

extension String {
    /// The last step of a path.
    fileprivate var asFileName: String { split(separator: "/").last.map(String.init) ?? self }
}
