internal import Text

/// An input that gave no result, with the reason in words.
public struct InputFailure: Error, Hashable, Sendable {
    /// The files or folders one by one, control characters made visible and personal numbers starred.
    public let files: [String]
    public let reason: String
    /// The towns that the files gave before, as far as anyone knows.
    public var towns: [String] = []
    /// Where it is, a place a line, and the reason without them; empty where the reason is all that there is to say.
    public let places: [String]
    public let summary: String

    public init(path: String, reason: String) {
        self.init(files: [path], reason: reason)
    }

    /// - Parameters:
    ///   - summary: the reason without the places, where there is room for each of them.
    ///   - places: all of them.
    public init(files: [String], reason: String, summary: String? = nil, places: [String] = []) {
        self.files = files.map(\.withNumbersStarred.withHiddenSpelled)
        self.reason = reason.withNumbersStarred
        self.summary = (summary ?? reason).withNumbersStarred
        self.places = places.map(\.withNumbersStarred)
    }

    /// The files as a message names them.
    public var path: String { files.joined(separator: "、") }

    /// The towns, where they are known, and the files.
    public var title: String { towns.isEmpty ? path : "\(towns.joined(separator: "、"))（\(path)）" }

    /// The same for results, which name an input by its title.
    public var titled: InputFailure { InputFailure(path: title, reason: reason) }
}

extension InputFailure: Codable {
    private enum CodingKeys: String, CodingKey {
        case path, reason, towns
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(path: try values.decode(String.self, forKey: .path), reason: try values.decode(String.self, forKey: .reason))
        towns = try values.decodeIfPresent([String].self, forKey: .towns) ?? []
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(path, forKey: .path)
        try values.encode(reason, forKey: .reason)
        if !towns.isEmpty { try values.encode(towns, forKey: .towns) }
    }
}
