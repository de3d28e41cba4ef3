internal import GoalModel
internal import Intake

/// The names of the files of 项目单页, each `<number>-<code or name>.pdf`.
enum SheetFiles {
    static let folder = "项目单页"

    /// In the order of the projects; safe as names, and none twice.
    static func names(of projects: [Project]) -> [String] {
        var seen: Set<String> = []
        return projects.map { project in
            let digits = "\(max(0, project.number))"
            let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
            let words = [project.code, project.name].map { TownFolder.safe($0, limit: 24, otherwise: "") }.first { !$0.isEmpty }
            let stem = "\(number)-\(words ?? "项目")"
            var name = stem
            var copy = 1
            // A project's number stands once in a book, so that this is for damaged ones.
            while !seen.insert(name.lowercased()).inserted {
                copy += 1
                name = "\(stem)(\(copy))"
            }
            return name + ".pdf"
        }
    }
}
