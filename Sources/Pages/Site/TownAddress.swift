/// Where a town's results lie, seen from a county's page.
public struct TownAddress: Hashable, Sendable {
    /// How many folders up.
    public var up: Int
    /// The folders down from there.
    public var folders: [String]

    public init(up: Int, folders: [String]) {
        self.up = up
        self.folders = folders
    }

    /// The way from one folder to another, by the steps of their absolute paths.
    public init(from page: [String], to folder: [String]) {
        let common = zip(page, folder).prefix { $0 == $1 }.count
        self.init(up: page.count - common, folders: Array(folder.dropFirst(common)))
    }

    var markup: HTML {
        let steps = Array(repeating: "..", count: up) + folders.map(\.asPathStep)
        return "\(steps.isEmpty ? "." : steps.joined(separator: "/"))"
    }
}
