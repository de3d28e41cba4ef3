public import Reporting

/// The mail that a leader reads on a phone: three figures, three things to do, the greatest projects, the plan.
///
/// ``html`` and ``text`` show the same figures.
public struct LeaderMail {
    let report: Report

    public init(report: Report) {
        self.report = report
    }

    /// The number first; at most 25 characters on one line.
    public var subject: String {
        let short = [report.figures.map { $0.value + $0.unit }, report.figures.prefix(1).map { $0.value + $0.unit }]
        let candidates = [
            short[0].joined(separator: " ") + " \(report.town)\(report.year)",
            short[0].joined(separator: " ") + " \(report.town)",
            short[1].joined() + " \(report.town)\(report.year)",
            short[1].joined() + " \(report.town)",
        ].map { $0.displayable.split(whereSeparator: \.isNewline).joined(separator: " ") }
        return candidates.first { $0.count <= 25 } ?? String((candidates.last ?? "").prefix(24)) + "…"
    }

    /// How many of the greatest projects a mail shows.
    var greatest: Int { 5 }
}
