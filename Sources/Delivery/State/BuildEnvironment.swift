/// What besides the inputs decides the bytes of results, each in one word.
struct BuildEnvironment: Hashable, Codable, Sendable {
    var tool: String
    var resources: String
    var settings: String
    var fonts: String

    /// What is different from `other`, in words.
    func differences(from other: BuildEnvironment) -> [String] {
        [
            (tool != other.tool, "程序更新了"), (resources != other.resources, "资源（样式、规则用词、版式等）变了"),
            (settings != other.settings, "设定变了"), (fonts != other.fonts, "字体变了"),
        ].filter(\.0).map(\.1)
    }

    /// All of it in one word.
    var word: String { [tool, resources, settings, fonts].joined(separator: "\n") }
}
