internal import GoalModel

/// How values of settings are told to people.
extension SettingValue {
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
    var words: String {
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
