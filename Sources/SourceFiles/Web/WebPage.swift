internal import Diagnostics
internal import GoalModel
internal import Text

/// Reads pages with tables, as saved from a government's site, by a spreadsheet or by a word processor.
struct WebPage {
    /// In bytes; a saved page with a town's book has less than one megabyte.
    private static let sizeLimit = 16 * 1_048_576

    /// The place of the whole page.
    private let whole: Location
    private let budget: ReadingBudget
    private var blocks: [SourceDocument.Block] = []
    private var text = FlowText()
    private var paragraphs = 0
    /// Of the heading that is open, from 0.
    private var level: Int?
    /// What is struck out.
    private var strikes: [Diagnostic] = []
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
        let markup = try Markup.html(FlowText.withoutConditions(decoded.value.text))
        if let root = markup.root {
            markup.hiddenClasses = WebPage.hiddenClasses(root)
            if !root.all("frameset").isEmpty, root.all("table").isEmpty { throw .framesetAlone }
            let article = PageArticle(root)
            page.layoutTables = article.layoutTables
            try page.visit(article.element)
            try page.closeParagraph()
            diagnostics += SheetNotes.limited(page.strikes)
            if !article.outside.isEmpty { diagnostics.append(.outsideArticle(article.outside, path: path)) }
        }
        return Warned(
            SourceDocument(path: path, format: "html", encoding: decoded.value.encoding, sha256: "", blocks: page.blocks),
            diagnostics)
    }

    /// `.draft { display: none }`: rules for a class alone; what a page hides in other ways a reader of its text cannot know.
    private static func hiddenClasses(_ root: MarkupElement) -> Set<Substring> {
        var classes: Set<Substring> = []
        for sheet in root.all("style") {
            for rule in sheet.text.split(separator: "}") {
                let parts = rule.split(separator: "{")
                guard parts.count == 2, parts[1].filter({ !$0.isWhitespace }).lowercased().holds("display:none") else { continue }
                for selector in parts[0].split(separator: ",") {
                    let word = selector.trimmingPrefix { $0.isWhitespace }.split(whereSeparator: \.isWhitespace)
                    guard word.count == 1, let dot = word[0].firstIndex(of: "."), !word[0].contains(":") else { continue }
                    classes.insert(word[0][word[0].index(after: dot)...])
                }
            }
        }
        return classes
    }

    private init(path: String, budget: ReadingBudget) {
        whole = Location(file: path)
        self.budget = budget
    }

    private mutating func visit(_ element: MarkupElement) throws(ReadingError) {
        if text.take(field: element) || element.isLeftOut { return }
        if element.name == "table", !layoutTables.contains(element.id) { return try readTable(element) }
        if element.name == "br" { return try closeParagraph() }
        let isBlock = element.isBlock
        if isBlock {
            try closeParagraph()
            level = element.isHeading ? element.name.last?.wholeNumberValue.map { $0 - 1 } : nil
        }
        let outer = text.begin(element)
        for child in element.children {
            switch child {
            case .text(let words): text.append(words)
            case .element(let inner): try visit(inner)
            }
        }
        text.end(element, outer)
        if isBlock {
            try closeParagraph()
            level = nil
        }
    }

    private mutating func closeParagraph() throws(ReadingError) {
        let line = text.take()
        if line.isEmpty, text.struck.isEmpty { return }
        paragraphs += 1
        let place = Location(in: whole, paragraph: paragraphs)
        strikes += text.takeStruck().map { .struckOut($0, at: place) }
        if line.isEmpty { return }
        try budget.spend(paragraphs: 1)
        try budget.spend(text: line.utf8.count)
        blocks.append(.paragraph(.init(text: line, location: place, isMarkedHeading: level != nil, level: level)))
    }

    private mutating func readTable(_ table: MarkupElement) throws(ReadingError) {
        try closeParagraph()
        var grid = SheetGrid(budget)
        var row = 0
        /// What is struck out, by the cell's row and column.
        var struck: [Int: [Int: [String]]] = [:]
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
                if !cell.isLeftOut {
                    let content = WebPage.content(of: cell)
                    try grid.put(content.text, row: row, column: column)
                    if !content.struck.isEmpty { struck[row, default: [:]][column] = content.struck }
                }
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
        let rows = try grid.laidOut { row, column, position in
            if row != last { (last, number) = (row, number + 1) }
            let place = Location(in: whole, table: tables, row: number, cell: position)
            strikes += (struck[row]?.removeValue(forKey: column) ?? []).map { .struckOut($0, at: place) }
            return place
        }
        // A cell of which nothing is left has no place of its own.
        for text in struck.sorted(by: { $0.key < $1.key }).flatMap({ $0.value.sorted { $0.key < $1.key }.flatMap(\.value) }) {
            strikes.append(.struckOut(text, at: Location(in: whole, table: tables)))
        }
        blocks.append(.table(.init(rows: rows, rowsAreCertain: true)))
    }

    /// The text of a cell: blocks and line breaks in it begin new lines.
    private static func content(of cell: MarkupElement) -> (text: String, struck: [String]) {
        var lines: [String] = []
        var text = FlowText()
        func close() {
            let line = text.take()
            if !line.isEmpty { lines.append(line) }
        }
        func visit(_ element: MarkupElement) {
            if text.take(field: element) || element.isLeftOut { return }
            if element.isBlock || element.name == "br" { close() }
            let outer = text.begin(element)
            for child in element.children {
                switch child {
                case .text(let words): text.append(words)
                case .element(let inner): visit(inner)
                }
            }
            text.end(element, outer)
            if element.isBlock { close() }
        }
        visit(cell)
        close()
        return (lines.joined(separator: "\n"), text.takeStruck())
    }
}

extension Diagnostic {
    fileprivate static func outsideArticle(_ texts: [String], path: String) -> Diagnostic {
        let quoted = texts.prefix(3).map { $0.prefix(12).quoted }.joined(separator: "、") + (texts.count > 3 ? "等" : "")
        return Diagnostic(
            .hint, id: "page-outside", at: Location(file: path), "网页上正文以外的\(texts.count)处文字没有读入：\(quoted)",
            explanation: "导航、页脚等不属于目标书", remedy: "如其中有正文，请把正文复制到Word中，另存为 .docx")
    }
}
