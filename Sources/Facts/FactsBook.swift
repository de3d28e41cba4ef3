internal import Diagnostics
internal import Reporting

/// BOOK of facts.json.
///
/// Its parts stand beside each other in one object, so that a reader decodes those that it needs and no others.
struct FactsBook: Codable {
    let head: FactsHead
    let content: FactsContent
    let figures: FactsFigures
    let findings: FactsFindings
    let year: FactsYear
    /// Only read.
    let reached: FactsReached

    init(_ report: Report) {
        head = FactsHead(report.book)
        content = FactsContent(report)
        figures = FactsFigures(report)
        findings = FactsFindings(report)
        year = FactsYear(report)
        reached = FactsReached()
    }

    init(from decoder: any Decoder) throws {
        head = try FactsHead(from: decoder)
        content = try FactsContent(from: decoder)
        figures = try FactsFigures(from: decoder)
        findings = try FactsFindings(from: decoder)
        year = try FactsYear(from: decoder)
        reached = try FactsReached(from: decoder)
    }

    func encode(to encoder: any Encoder) throws {
        try head.encode(to: encoder)
        try content.encode(to: encoder)
        try figures.encode(to: encoder)
        try findings.encode(to: encoder)
        try year.encode(to: encoder)
    }
}

/// BOOK as far as one of its parts goes.
struct FactsPart<Part: Decodable>: Decodable {
    let head: FactsHead
    let part: Part
    let year: FactsYear

    init(from decoder: any Decoder) throws {
        part = try Part(from: decoder)
        head = try FactsHead(from: decoder)
        year = try FactsYear(from: decoder)
    }
}

/// How far the town is in its year; left out where there are no actual figures.
struct FactsYear: Codable {
    let progress: FactsProgress?

    init(_ report: Report) { progress = report.progress.map(FactsProgress.init) }
}

/// What was found in a book, and which findings are agreed to be kept.
struct FactsFindings: Codable {
    @Written var estimates: [FactsEstimate]?
    let findings: [FactsFinding]
    /// Left out where nothing is.
    let suppressed: [FactsWaived]?

    init(_ report: Report) {
        estimates = report.estimates.map(FactsEstimate.init)
        findings = report.findings.map(FactsFinding.init)
        suppressed = report.waived.isEmpty ? nil : report.waived.map(FactsWaived.init)
    }
}
