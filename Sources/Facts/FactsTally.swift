internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
internal import Text

/// What the projects and findings of a book in facts.json say, taken while its bytes are gone over.
///
/// Figures that stand beside them are believed only where they follow from these.
struct FactsTally {
    /// With names, purposes, money and gaps only.
    private(set) var projects: [Project] = []
    private(set) var indicators = 0
    /// With codes, severities and projects only.
    private(set) var findings: [Finding] = []
    /// Places that could not be read; those that a finding names, too, count once.
    private(set) var unread = 0
    /// Where the settings stand by which the book was judged.
    var review: Range<Int>?
    /// The first value that is none.
    private(set) var trouble: String?

    /// A place in a book where something is counted.
    enum Part: String {
        case projects
        case findings
        case diagnostics

        init?(_ name: ArraySlice<UInt8>) {
            switch name.count {
            case 8 where name.elementsEqual("projects".utf8): self = .projects
            case 8 where name.elementsEqual("findings".utf8): self = .findings
            case 11 where name.elementsEqual("diagnostics".utf8): self = .diagnostics
            default: return nil
            }
        }

        /// Whether a member whose name has so many bytes may be one that counts.
        func counts(byteCount: Int) -> Bool {
            switch self {
            case .projects: byteCount == 4 || (7...9).contains(byteCount)
            case .findings: byteCount == 4 || byteCount == 7 || byteCount == 8
            case .diagnostics: byteCount == 8
            }
        }
    }

    /// Begins the next project, finding or diagnostic.
    mutating func begin(_ part: Part) throws(FactsError) {
        switch part {
        case .projects:
            guard projects.count < GoalBook.mostProjects else { throw .tooLarge("项目超过\(GoalBook.mostProjects)个") }
            let unit = BudgetUnit(code: nil, name: "")
            projects.append(
                Project(number: projects.count + 1, name: "", code: "", unit: unit, moneyUnit: .wan, budget: nil))
        case .findings:
            findings.append(
                Finding(
                    rule: "", code: "", title: "", severity: .hint, criterion: .relevance, project: nil, projects: [],
                    indicator: nil, message: "", remedy: "", fingerprint: "", location: nil))
        case .diagnostics: break
        }
    }

    mutating func addIndicator() throws(FactsError) {
        indicators += 1
        guard indicators <= GoalBook.mostIndicators else { throw .tooLarge("绩效指标超过\(GoalBook.mostIndicators)条") }
    }

    /// Takes a member of a project, a finding or a diagnostic, with the bytes of its value.
    mutating func take(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, in part: Part) {
        switch part {
        case .projects:
            let last = projects.count - 1
            if name.elementsEqual("budgetFen".utf8) {
                projects[last].budget = money(value, "projects.budgetFen")
            } else if name.elementsEqual("fiscalFen".utf8) {
                projects[last].fiscalFunds = money(value, "projects.fiscalFen")
            } else if name.elementsEqual("otherFen".utf8) {
                projects[last].otherFunds = money(value, "projects.otherFen")
            } else if name.elementsEqual("name".utf8) {
                projects[last].name = FactsTally.text(value)
            } else if name.elementsEqual("purpose".utf8) {
                projects[last].purpose = FactsTally.text(value)
            } else if name.elementsEqual("gaps".utf8) {
                let names = try? JSONDecoder().decode([String]?.self, from: Data(value))
                projects[last].gaps = FactsGaps.gaps(named: names ?? nil)
            }
        case .findings:
            let last = findings.count - 1
            if name.elementsEqual("severity".utf8) {
                let severity = Severity(rawValue: FactsTally.text(value))
                if let severity { findings[last].severity = severity } else { trouble = trouble ?? "findings.severity" }
            } else if name.elementsEqual("code".utf8) {
                findings[last].code = FactsTally.text(value)
            } else if name.elementsEqual("projects".utf8) {
                findings[last].projects = value.dropFirst().dropLast().split(separator: UInt8(ascii: ",")).compactMap {
                    number($0.filter { $0 > 0x20 }[...], "findings.projects", to: Int64(GoalBook.mostProjects)).map(Int.init)
                }
            }
        case .diagnostics:
            if name.elementsEqual("severity".utf8), value.elementsEqual("\"error\"".utf8) { unread += 1 }
        }
    }

    private mutating func money(_ value: ArraySlice<UInt8>, _ path: String) -> Money? {
        number(value, path, to: Money.largest.fen).map(Money.init)
    }

    private mutating func number(_ value: ArraySlice<UInt8>, _ path: String, to largest: Int64) -> Int64? {
        if value.isEmpty || value.elementsEqual("null".utf8) { return nil }
        if let number = Int64(String(decoding: value, as: UTF8.self)), (-largest...largest).contains(number) { return number }
        trouble = trouble ?? path
        return nil
    }

    /// The text of a string's bytes; empty for any other value.
    private static func text(_ value: ArraySlice<UInt8>) -> String {
        guard value.first == UInt8(ascii: "\"") else { return "" }
        guard value.contains(UInt8(ascii: "\\")) else {
            return String(decoding: value.dropFirst().dropLast(), as: UTF8.self).cleaned
        }
        return (try? JSONDecoder().decode(String.self, from: Data(value)))?.cleaned ?? ""
    }
}
