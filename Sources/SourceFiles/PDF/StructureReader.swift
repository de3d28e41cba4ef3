/// Goes through the structure tree of a tagged PDF (ISO 32000-1, 14.7) and gathers what is said in it.
struct StructureReader {
    private let objects: PDFObjects
    private let pages: PDFPages
    private let fonts: FontStore
    private let budget: ReadingBudget
    private let roles: RoleMap
    private let classes: [String: PDFValue]
    /// Of the pages that have been read.
    private var texts: [Int: PageTexts] = [:]
    /// Texts that the tree has named, by page.
    private var taken: [Int: Set<PageTexts.Mark>] = [:]
    /// Elements that have been gone into: each stands in one place.
    private var seen: Set<Int> = []

    private static let deepest = 100

    init(
        _ root: [String: PDFValue], _ objects: PDFObjects, _ pages: PDFPages, _ budget: ReadingBudget
    ) throws(ReadingError) {
        (self.objects, self.pages, self.budget) = (objects, pages, budget)
        fonts = FontStore(objects, budget)
        roles = RoleMap(try objects.dictionary(root["RoleMap"]) ?? [:])
        classes = try objects.dictionary(root["ClassMap"]) ?? [:]
    }

    /// - Throws: ``ReadingError`` for a tree that is broken or too large.
    mutating func flow(_ root: [String: PDFValue]) throws(ReadingError) -> StructureFlow {
        var flow = StructureFlow()
        try visit(kids: root["K"], of: Element(), &flow, depth: 0)
        flow.close()
        return flow
    }

    /// What an element hands down to what is in it.
    private struct Element {
        /// Its page's index.
        var page: Int?
        /// Its pieces are left out, such as those of a picture.
        var isSilent = false
    }

    private mutating func visit(
        kids value: PDFValue?, of element: Element, _ flow: inout StructureFlow, depth: Int
    ) throws(ReadingError) {
        let kids = try objects.resolved(value)
        if let elements = kids.elements {
            for kid in elements { try visit(kid, in: element, &flow, depth: depth) }
        } else if let value {
            try visit(value, in: element, &flow, depth: depth)
        }
    }

    private mutating func visit(
        _ kid: PDFValue, in element: Element, _ flow: inout StructureFlow, depth: Int
    ) throws(ReadingError) {
        guard depth < StructureReader.deepest else { throw .hostile("PDF的结构嵌套超过\(StructureReader.deepest)层") }
        try budget.spend(steps: 1)
        let value = try objects.resolved(kid)
        if let number = value.integer { return try take(.init(form: nil, number: number), element.page, element, &flow) }
        guard let entries = value.entries else { return }
        let page = entries["Pg"]?.object.flatMap { pages.indices[$0] } ?? element.page
        if let number = try objects.integer(entries["MCID"]) {
            return try take(.init(form: entries["Stm"]?.object, number: number), page, element, &flow)
        }
        guard let name = try objects.name(entries["S"]) else { return }
        if let number = kid.object, !seen.insert(number).inserted { return }
        try budget.spend(pieces: 1)
        let inner = Element(page: page, isSilent: element.isSilent)
        try visit(roles.role(name), entries, inner, &flow, depth: depth + 1)
    }

    /// Takes the text of a mark.
    private mutating func take(
        _ mark: PageTexts.Mark, _ page: Int?, _ element: Element, _ flow: inout StructureFlow
    ) throws(ReadingError) {
        guard let page, pages.pages.indices.contains(page) else { return }
        let isNew = taken[page, default: []].insert(mark).inserted
        guard isNew, !element.isSilent, let text = try texts(ofPage: page).texts[mark] else { return }
        for run in text.ordered { flow.append(run, page: page + 1) }
    }

    private mutating func texts(ofPage index: Int) throws(ReadingError) -> PageTexts {
        if let known = texts[index] { return known }
        let read = try PageTexts(pages.pages[index], fonts, objects, budget)
        texts[index] = read
        return read
    }

    private mutating func visit(
        _ role: StructureRole, _ entries: [String: PDFValue], _ element: Element, _ flow: inout StructureFlow, depth: Int
    ) throws(ReadingError) {
        var silent = element
        silent.isSilent = true
        switch role {
        case .leftOut, .contents:
            var aside = StructureFlow()
            return try visit(kids: entries["K"], of: silent, &aside, depth: depth)
        case .note:
            var aside = StructureFlow()
            try visit(kids: entries["K"], of: silent, &aside, depth: depth)
            return flow.addNote()
        case .table: return flow.append(try table(entries, element, &flow, depth: depth))
        case .figure:
            var inside = StructureFlow()
            try visit(kids: entries["K"], of: silent, &inside, depth: depth)
            return
        case .paragraph: flow.beginParagraph()
        case .heading(let level): flow.beginParagraph(isHeading: true, level: level)
        case .group, .rows, .row, .cell: flow.close()
        case .label, .inline: break
        }
        var inner = element
        if let text = try objects.text(entries["ActualText"]), !element.isSilent {
            try budget.spend(text: text.utf8.count)
            flow.append(text, page: element.page.map { $0 + 1 })
            inner.isSilent = true
        }
        try visit(kids: entries["K"], of: inner, &flow, depth: depth)
        switch role {
        case .label: flow.endLabel()
        case .inline: flow.endLabelledText()
        default: flow.close()
        }
    }
}

extension StructureReader {
    private mutating func table(
        _ entries: [String: PDFValue], _ element: Element, _ flow: inout StructureFlow, depth: Int
    ) throws(ReadingError) -> StructureTable {
        var table = StructureTable()
        try rows(entries, element, &table, &flow, depth: depth)
        return table
    }

    /// The elements below another with their roles, none of them gone into before.
    private mutating func children(
        _ entries: [String: PDFValue]
    ) throws(ReadingError) -> [(value: PDFValue, role: StructureRole, entries: [String: PDFValue])] {
        let kids = try objects.resolved(entries["K"])
        var result: [(PDFValue, StructureRole, [String: PDFValue])] = []
        for kid in kids.elements ?? entries["K"].map({ [$0] }) ?? [] {
            guard let inner = try objects.dictionary(kid), let name = try objects.name(inner["S"]) else { continue }
            result.append((kid, roles.role(name), inner))
        }
        return result
    }

    private func page(_ entries: [String: PDFValue], in element: Element) -> Element {
        Element(page: entries["Pg"]?.object.flatMap { pages.indices[$0] } ?? element.page, isSilent: element.isSilent)
    }

    private mutating func enter(_ value: PDFValue, depth: Int) throws(ReadingError) -> Bool {
        guard depth < StructureReader.deepest else { throw .hostile("PDF的结构嵌套超过\(StructureReader.deepest)层") }
        try budget.spend(pieces: 1)
        return value.object.map { seen.insert($0).inserted } ?? true
    }

    /// Whatever a table holds beside rows, such as its caption, stands before it.
    private mutating func rows(
        _ entries: [String: PDFValue], _ element: Element, _ table: inout StructureTable, _ flow: inout StructureFlow, depth: Int
    ) throws(ReadingError) {
        for (value, role, inner) in try children(entries) {
            switch role {
            case .rows, .group:
                guard try enter(value, depth: depth) else { continue }
                try rows(inner, page(inner, in: element), &table, &flow, depth: depth + 1)
            case .row:
                guard try enter(value, depth: depth) else { continue }
                table.rows.append(try row(inner, page(inner, in: element), depth: depth + 1))
            default: try visit(value, in: element, &flow, depth: depth + 1)
            }
        }
    }

    private mutating func row(
        _ entries: [String: PDFValue], _ element: Element, depth: Int
    ) throws(ReadingError) -> StructureTable.Row {
        var row = StructureTable.Row()
        for (value, role, inner) in try children(entries) {
            guard case .cell = role, try enter(value, depth: depth) else { continue }
            var content = StructureFlow()
            var place = page(inner, in: element)
            if let text = try objects.text(inner["ActualText"]), !place.isSilent {
                try budget.spend(text: text.utf8.count)
                content.append(text, page: place.page.map { $0 + 1 })
                place.isSilent = true
            }
            try visit(kids: inner["K"], of: place, &content, depth: depth + 1)
            content.close()
            let (height, width) = try span(inner)
            row.cells.append(.init(content, height: height, width: width))
        }
        return row
    }

    /// How many rows and columns a cell covers (ISO 32000-1, table 349).
    private func span(_ entries: [String: PDFValue]) throws(ReadingError) -> (height: Int, width: Int) {
        var tables: [PDFValue] = []
        for key in ["A", "C"] {
            let value = try objects.resolved(entries[key])
            for part in value.elements ?? [value] { tables.append(part) }
        }
        var (height, width) = (1, 1)
        for table in tables {
            var value = try objects.resolved(table)
            if let name = value.name { value = try objects.resolved(classes[name]) }
            for part in value.elements ?? [value] {
                guard let attributes = try objects.dictionary(part) else { continue }
                height = try objects.integer(attributes["RowSpan"]) ?? height
                width = try objects.integer(attributes["ColSpan"]) ?? width
            }
        }
        return (min(max(height, 1), 5_000), min(max(width, 1), 200))
    }

    /// What the pages hold beside what the tree names; reads the pages that it names nothing on.
    mutating func rest() throws(ReadingError) -> PDFRest {
        var rest = PDFRest()
        for index in pages.pages.indices {
            let page = try texts(ofPage: index)
            rest.pictures += page.pictures
            rest.unknown += page.unknown
            let named = taken[index] ?? []
            for (mark, text) in page.texts {
                if named.contains(mark) {
                    rest.named += text.length
                } else {
                    rest.unnamed += text.length
                }
            }
            rest.unnamed += page.unmarked
        }
        return rest
    }
}

/// How much of a PDF its structure tree leaves out.
struct PDFRest {
    /// Characters that the tree names, and those that it does not.
    var named = 0
    var unnamed = 0
    var pictures = 0
    /// Signs of which nobody knows what they are.
    var unknown = 0
}
