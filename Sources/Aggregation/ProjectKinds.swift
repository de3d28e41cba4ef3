public import GoalModel
internal import Text

/// The table of words that tells what a project is for; `project-kinds.json5` holds it.
public struct ProjectKinds: Hashable, Sendable {
    /// In order of precedence, the more specific first.
    public var kinds: [Kind]
    /// The title of projects that no word fits.
    public var other: String

    public struct Kind: Hashable, Sendable {
        public var title: String
        /// Any of these in a project's name, or else in its purpose, makes it of this kind.
        public var words: [String]

        public init(title: String, words: [String]) {
            self.title = title
            self.words = words
        }
    }

    public init(kinds: [Kind], other: String) {
        (self.kinds, self.other) = (kinds, other)
    }

    /// The title of the project's kind: the name decides, and only where it says nothing the purpose.
    public func title(of project: Project) -> String {
        for text in [project.name, project.purpose] {
            let plain = text.folded.withoutSpaces
            let hit = kinds.first { kind in kind.words.contains { !$0.isEmpty && plain.holds($0) } }
            if let hit { return hit.title }
        }
        return other
    }
}

extension ProjectKinds: TableReadable {
    public init(_ table: SettingTable) throws {
        kinds = try table["kinds"].list.map { Kind(title: try $0["title"].text, words: try $0["words"].texts) }
        other = try table["other"].text
    }
}
