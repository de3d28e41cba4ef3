internal import Diagnostics
internal import GoalModel

/// Reads pages with tables, as saved from a government's site, by a spreadsheet or by a word processor.
struct WebPage {
    /// In bytes; a saved page with a town's book has less than one megabyte.
    private static let sizeLimit = 16 * 1_048_576

    private let path: String
    private let budget: ReadingBudget
    private var blocks: [SourceDocument.Block] = []
    private var text = FlowText()
    private var isHeading = false
    private var layoutTables: Set<Int> = []
    private var tables = 0

    /// - Throws: ``ReadingError`` for bytes that are no text, and for pages nested too deep.
    static func document(
        _ bytes: [UInt8], path: String, _ budget: ReadingBudget
    ) throws(ReadingError) -> Warned<SourceDocument> {
        guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
        let decoded = try DecodedText.decoding(bytes, path: path)
        var diagnostics = decoded.diagnostics
        var page = WebPage(path: path, budget: budget)
        if let root = try Markup.html(decoded.value.text).root {
            let article = PageArticle(root)
            page.layoutTables = article.layoutTables
            try page.visit(article.element)
            try page.closeParagraph()
            if !article.outside.isEmpty { diagnostics.append(.outsideArticle(article.outside, path: path)) }
        }
        return Warned(
            SourceDocument(path: path, format: "html", encoding: decoded.value.encoding, sha256: "", blocks: page.blocks),
            diagnostics)
    }

    private init(path: String, budget: ReadingBudget) {
        self.path = path
        self.budget = budget
    }

    private mutating func visit(_ element: MarkupElement) throws(ReadingError) {
        if element.isLeftOut { return }
        if element.name == "table", !layoutTables.contains(element.id) { return try readTable(element) }
        if element.name == "br" { return try closeParagraph() }
        let isBlock = element.isBlock
        if isBlock {
            try closeParagraph()
            isHeading = element.isHeading
        }
        for child in element.children {
            switch child {
            case .text(let words): text.append(words)
            case .element(let inner): try visit(inner)
            }
        }
        if isBlock {
            try closeParagraph()
            isHeading = false
        }
    }

    private mutating func closeParagraph() throws(ReadingError) {
        let line = text.take()
        guard !line.isEmpty else { return }
        try budget.spend(paragraphs: 1)
        try budget.spend(text: line.utf8.count)
        blocks.append(.paragraph(.init(text: line, location: Location(file: path), isMarkedHeading: isHeading)))
    }

    private mutating func readTable(_ table: MarkupElement) throws(ReadingError) {
        try closeParagraph()
        var grid = SheetGrid(budget)
        var row = 0
        /// The last row that a cell from above covers, by column.
        var covered: [Int] = []
        for line in table.tableRows {
            row += 1
            var column = 1
            for cell in line.elements where cell.name == "td" || cell.name == "th" {
                let begin = column
                while column < covered.count, covered[column] >= row { column += 1 }
                try budget.spend(steps: column - begin)
                let width = min(max(cell.integer("colspan") ?? 1, 1), 200)
                let height = min(max(cell.integer("rowspan") ?? 1, 1), 5_000)
                if !cell.isLeftOut { try grid.put(WebPage.text(of: cell), row: row, column: column) }
                grid.merge(rows: row...(row + height - 1), columns: column...(column + width - 1))
                if height > 1 {
                    if covered.count < column + width { covered += Array(repeating: 0, count: column + width - covered.count) }
                    for place in column..<(column + width) { covered[place] = row + height - 1 }
                }
                column += width
                guard column <= 16_384 else { break }
            }
        }
        guard !grid.isEmpty else { return }
        tables += 1
        var number = 0
        var last = 0
        let rows = try grid.laidOut { row, _, position in
            if row != last { (last, number) = (row, number + 1) }
            return Location(file: path, table: tables, row: number, cell: position)
        }
        blocks.append(.table(.init(rows: rows, rowsAreCertain: true)))
    }

    /// The text of a cell: blocks and line breaks in it begin new lines.
    private static func text(of cell: MarkupElement) -> String {
        var lines: [String] = []
        var text = FlowText()
        func close() {
            let line = text.take()
            if !line.isEmpty { lines.append(line) }
        }
        func visit(_ element: MarkupElement) {
            if element.isLeftOut { return }
            if element.isBlock || element.name == "br" { close() }
            for child in element.children {
                switch child {
                case .text(let words): text.append(words)
                case .element(let inner): visit(inner)
                }
            }
            if element.isBlock { close() }
        }
        visit(cell)
        close()
        return lines.joined(separator: "\n")
    }
}

extension Diagnostic {
    fileprivate static func outsideArticle(_ texts: [String], path: String) -> Diagnostic {
        let quoted = texts.prefix(3).map { "“\($0.prefix(12))”" }.joined(separator: "、") + (texts.count > 3 ? "等" : "")
        return Diagnostic(
            .hint, id: "page-outside", at: Location(file: path), "网页上正文以外的\(texts.count)处文字没有读入：\(quoted)",
            explanation: "导航、页脚等不属于目标书", remedy: "如其中有正文，请把正文复制到Word中，另存为 .docx")
    }
}
