/// A value of a JSON5 file, before anybody knows what it means.
public enum SettingValue: Hashable, Sendable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([SettingValue])
    case object([String: SettingValue])

    /// What may be written in its place, in words.
    var kind: String {
        switch self {
        case .null: "null"
        case .flag: "true 或 false"
        case .number: "数字"
        case .text: "加引号的文字"
        case .list: "方括号里的列表"
        case .object: "花括号里的一组设定"
        }
    }

    /// Whether the other is of the same kind.
    func isLike(_ other: SettingValue) -> Bool {
        kind == other.kind
    }

    var isObject: Bool {
        if case .object = self { true } else { false }
    }

    /// The value as a person reads it: `2`, `每、均、标准`.
    public var words: String {
        switch self {
        case .null: "null"
        case .flag(let flag): "\(flag)"
        case .number(let number): number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
        case .text(let text): text.isEmpty ? "（空）" : text
        case .list(let list):
            list.isEmpty ? "（空）" : list.map(\.words).joined(separator: list.contains(where: \.isObject) ? "；" : "、")
        case .object(let object):
            object.isEmpty
                ? "（空）" : object.sorted { $0.key < $1.key }.map { "\($0.key)：\($0.value.words)" }.joined(separator: "、")
        }
    }
}

extension SettingValue: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Each attempt that fails costs an error with all its words: the commonest kinds are tried first.
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([SettingValue].self) {
            self = .list(list)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else {
            self = .object(try container.decode([String: SettingValue].self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .flag(let flag): try container.encode(flag)
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        case .list(let list): try container.encode(list)
        case .object(let object): try container.encode(object)
        }
    }
}
