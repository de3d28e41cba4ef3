internal import GoalModel
internal import Text

/// The names of the files of 项目单页, each `<number>-<code or name>.pdf`.
enum SheetFiles {
    static let folder = "项目单页"

    /// In the order of the projects; safe as names, and none twice.
    static func names(of projects: [Project]) -> [String] {
        var seen: Set<String> = []
        return projects.map { project in
            let number = max(0, project.number).padded(to: 3)
            let words = project.code.fileNamePart(upTo: 24) ?? project.name.fileNamePart(upTo: 24)
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
