internal import Aggregation
internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Reporting

extension FactsSkim.Book {
    private static let required = ["town", "unit", "totals", "funding", "quality"]
    private static let optional = ["county", "region", "fiscalYear", "overview", "change"]

    /// - Throws: ``FactsError`` for a book that lacks something or whose figures contradict each other.
    init(_ scanner: inout JSONScanner) throws(FactsError) {
        _ = try scanner.peek()
        let start = scanner.place
        var missing = Set(Self.required)
        var book = FactsSkim.Book()
        try scanner.members(of: "books", Set(Self.required + Self.optional)) { (scanner, name) throws(FactsError) in
            missing.remove(name)
            switch name {
            case "town": book.town = try scanner.text("town")
            case "county": book.county = try scanner.optionalText("county")
            case "region": book.region = try scanner.optionalText("region")
            case "unit": try book.takeUnit(&scanner)
            case "fiscalYear":
                book.year = try scanner.isNull() ? nil : Int(try scanner.integer("fiscalYear", in: 2010...2049))
            case "totals": try book.takeTotals(&scanner)
            case "funding": try book.takeFunding(&scanner)
            case "quality": try book.takeQuality(&scanner)
            case "overview": try book.takeOverview(&scanner)
            default: book.change = try scanner.isNull() ? nil : try ChangeSkim(&scanner)
            }
        }
        if let first = missing.min() { throw .malformed(first, "没有写") }
        let parts = book.byKind.map(\.amount.exact).total()
        guard parts.fen == book.budget else { throw .malformed("funding.byKind", "各类之和不等于合计") }
        book.range = start..<scanner.place
        self = book
    }

    private mutating func takeUnit(_ scanner: inout JSONScanner) throws(FactsError) {
        var unit = BudgetUnit(code: nil, name: "")
        try scanner.members(of: "unit", ["code", "name"]) { (scanner, name) throws(FactsError) in
            if name == "code" {
                unit.code = try scanner.optionalText("unit.code")
            } else {
                unit.name = try scanner.text("unit.name")
            }
        }
        self.unit = unit
    }

    private mutating func takeTotals(_ scanner: inout JSONScanner) throws(FactsError) {
        var counts: [String: Int] = [:]
        try scanner.members(of: "totals", ["projects", "indicators"]) { (scanner, name) throws(FactsError) in
            counts[name] = try scanner.count("totals." + name)
        }
        guard let projects = counts["projects"], let indicators = counts["indicators"] else { throw .malformed("totals", "不全") }
        self.projects = projects
        self.indicators = indicators
    }

    private mutating func takeFunding(_ scanner: inout JSONScanner) throws(FactsError) {
        var total: Int64?
        var parts: [CountyReport.KindPart] = []
        try scanner.members(of: "funding", ["total", "byKind"]) { (scanner, name) throws(FactsError) in
            if name == "total" {
                total = try scanner.amount("funding.total")
            } else {
                try scanner.elements(of: "funding.byKind") { (scanner) throws(FactsError) in parts.append(try .init(&scanner)) }
            }
        }
        guard let total else { throw .malformed("funding.total", "没有写") }
        budget = total
        byKind = parts
    }

    private mutating func takeQuality(_ scanner: inout JSONScanner) throws(FactsError) {
        var score: Int?
        try scanner.members(of: "quality", ["score"]) { (scanner, _) throws(FactsError) in
            score = try scanner.tenths("quality.score", in: 0...1000)
        }
        self.score = score
    }

    private mutating func takeOverview(_ scanner: inout JSONScanner) throws(FactsError) {
        var book = self
        var counted: Set<String> = []
        try scanner.members(
            of: "overview", ["errors", "warnings", "hints", "isMasked", "faults", "rules", "prints"]
        ) { (scanner, name) throws(FactsError) in
            let path = "overview." + name
            counted.insert(name)
            switch name {
            case "errors": book.errors = try scanner.count(path)
            case "warnings": book.warnings = try scanner.count(path)
            case "hints": book.hints = try scanner.count(path)
            case "prints": book.prints = try RowPrints(&scanner)
            case "isMasked": book.isMasked = try scanner.bool()
            case "faults":
                try scanner.elements(of: path) { (scanner) throws(FactsError) in book.faults.append(try .init(&scanner)) }
            default: try scanner.elements(of: path) { (scanner) throws(FactsError) in book.rules.append(try .init(&scanner)) }
            }
        }
        guard counted.count == 7 else { throw .malformed("overview", "不全") }
        book.hasOverview = true
        self = book
    }
}

extension JSONScanner {
    /// The exact part of a shown amount.
    fileprivate mutating func amount(_ path: String) throws(FactsError) -> Int64 {
        var fen: Int64?
        try members(of: path, ["fen"]) { (scanner, _) throws(FactsError) in fen = try scanner.fen(path + ".fen") }
        guard let fen else { throw .malformed(path + ".fen", "没有写") }
        return fen
    }
}

extension CountyReport.KindPart {
    fileprivate init(_ scanner: inout JSONScanner) throws(FactsError) {
        var (label, projects): (String?, Int?)
        var fen: Int64?
        try scanner.members(of: "funding.byKind", ["label", "projects", "amount"]) { (scanner, name) throws(FactsError) in
            switch name {
            case "label": label = try scanner.text("funding.byKind.label")
            case "projects": projects = try scanner.count("funding.byKind.projects")
            default: fen = try scanner.amount("funding.byKind.amount")
            }
        }
        guard let label, let projects, let fen else { throw .malformed("funding.byKind", "不全") }
        self.init(label: label, projects: projects, amount: ShownAmount(Money(fen: fen)))
    }
}

extension CountyReport.Fault {
    fileprivate init(_ scanner: inout JSONScanner) throws(FactsError) {
        var texts: [String: String] = [:]
        try scanner.members(
            of: "overview.faults", ["code", "title", "project", "message", "anchor"]
        ) { (scanner, name) throws(FactsError) in
            texts[name] = try scanner.optionalText("overview.faults." + name)
        }
        guard let code = texts["code"], let title = texts["title"], let message = texts["message"], let anchor = texts["anchor"]
        else { throw .malformed("overview.faults", "不全") }
        self.init(code: code, title: title, project: texts["project"], message: message, anchor: anchor)
    }
}

extension CountyReport.RuleCount {
    fileprivate init(_ scanner: inout JSONScanner) throws(FactsError) {
        var texts: [String: String] = [:]
        var findings: Int?
        try scanner.members(
            of: "overview.rules", ["code", "title", "severity", "findings", "anchor"]
        ) { (scanner, name) throws(FactsError) in
            if name == "findings" {
                findings = try scanner.count("overview.rules.findings")
            } else {
                texts[name] = try scanner.text("overview.rules." + name)
            }
        }
        guard let code = texts["code"], let title = texts["title"], let anchor = texts["anchor"], let findings,
            let severity = texts["severity"].flatMap(Severity.init)
        else { throw .malformed("overview.rules", "不全") }
        self.init(code: code, title: title, severity: severity, findings: findings, anchor: anchor)
    }
}
