internal import GoalModel
public import Linting

/// The settings that a town was judged by, as its results carry them along: whoever reads the results back judges alike.
public struct RecordedReview: Hashable, Sendable, Codable {
    /// The day on which what is agreed to be kept had to hold, `2026-01-01`.
    public var judgedOn: String?
    /// The most general first.
    public var settings: [RecordedSettings]
    /// What was written to the findings; `nil` where nothing was.
    public var replies: [FindingReply]?

    public init(judgedOn: String?, settings: [RecordedSettings], replies: [FindingReply]) {
        self.judgedOn = judgedOn
        self.settings = settings
        self.replies = replies.isEmpty ? nil : replies
    }

    func mappingTexts(_ map: (String) -> String) -> RecordedReview {
        var mapped = self
        mapped.replies = replies?.map { $0.mappingTexts(map) }
        mapped.settings = settings.map { record in
            RecordedSettings(file: record.file, origin: record.origin, settings: record.settings.mappingTexts(map))
        }
        return mapped
    }
}

extension SettingValue {
    fileprivate func mappingTexts(_ map: (String) -> String) -> SettingValue {
        switch self {
        case .text(let text): .text(map(text))
        case .list(let list): .list(list.map { $0.mappingTexts(map) })
        case .object(let object): .object(Dictionary(object.map { (map($0), $1.mappingTexts(map)) }) { first, _ in first })
        case .null, .flag, .number: self
        }
    }
}
