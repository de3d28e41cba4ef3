internal import GoalModel

/// What the projects and findings of a book in facts.json add up to, counted while its bytes are gone over.
///
/// Figures that stand beside them are believed only where they say the same.
struct FactsTally {
    private(set) var projects = 0
    private(set) var indicators = 0
    private(set) var budget = Money.zero
    /// Findings by the name of their severity.
    private(set) var findings: [String: Int] = [:]
    /// Places that could not be read; those that a finding names, too, count once.
    private(set) var unread = 0
    /// Where the settings stand by which the book was judged.
    var review: Range<Int>?
    /// The first amount that is none.
    private(set) var trouble: String?

    /// A place in a book where something is counted.
    enum Part {
        case projects
        case findings
        case diagnostics

        init?(_ name: ArraySlice<UInt8>) {
            if name.elementsEqual("projects".utf8) {
                self = .projects
            } else if name.elementsEqual("findings".utf8) {
                self = .findings
            } else if name.elementsEqual("diagnostics".utf8) {
                self = .diagnostics
            } else {
                return nil
            }
        }

        /// Whether a member whose name has so many bytes may be one that counts.
        func counts(byteCount: Int) -> Bool { byteCount == (self == .projects ? 9 : 8) }
    }

    mutating func addProject() { projects += 1 }

    mutating func addIndicator() { indicators += 1 }

    /// Takes a member of a project or a finding, with the bytes of its value.
    mutating func take(_ name: ArraySlice<UInt8>, _ value: ArraySlice<UInt8>, in part: Part) {
        if part == .projects {
            guard name.elementsEqual("budgetFen".utf8), !value.elementsEqual("null".utf8) else { return }
            guard let fen = Int64(String(decoding: value, as: UTF8.self)) else {
                trouble = trouble ?? "projects.budgetFen"
                return
            }
            budget = budget + Money(fen: fen)
        } else if name.elementsEqual("severity".utf8) {
            let severity = String(decoding: value.dropFirst().dropLast(), as: UTF8.self)
            if part == .findings { findings[severity, default: 0] += 1 } else if severity == "error" { unread += 1 }
        }
    }
}
