/// The same words in both languages of the command line.
public struct Bilingual: Hashable, Sendable {
    public let chinese: String
    public let english: String

    public init(_ chinese: String, en english: String) {
        self.chinese = chinese
        self.english = english
    }

    public subscript(language: Language) -> String {
        language == .chinese ? chinese : english
    }
}

public enum Language: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"
}
