import GoalModel
internal import Text

/// The anchor of each project on a page: its code, made safe and unique.
struct Anchors {
    private let byNumber: [Int: String]

    /// A project whose code is empty, unsafe or repeated is `p-<number>`.
    init(_ projects: [Project]) {
        let counts = Dictionary(projects.map { ($0.code.asIdentifier, 1) }, uniquingKeysWith: +)
        var byNumber: [Int: String] = [:]
        for project in projects {
            let id = project.code.asIdentifier
            byNumber[project.number] = id.isEmpty || counts[id] != 1 ? "p-\(project.number)" : id
        }
        self.byNumber = byNumber
    }

    /// The identifier of the project's section.
    func id(of project: Int) -> String {
        byNumber[project] ?? "p-\(project)"
    }

    /// The project's number as a link to its section; plain text where the book has no such project.
    func link(to project: Int, _ text: String) -> HTML {
        byNumber[project].map { "<a href=\"#\($0)\">\(text)</a>" } ?? HTML(text: text)
    }
}

extension String {
    /// Letters, digits and hyphens of a project code; empty where it has anything else or could be mistaken for another id.
    fileprivate var asIdentifier: String {
        let safe = utf8.allSatisfy(\.isLetterOrDigit)
        // Identifiers of the page's own begin with a letter; a code begins with a digit.
        return safe && utf8.count >= 8 && utf8.count <= 40 && utf8.first?.isDigit == true ? self : ""
    }
}
