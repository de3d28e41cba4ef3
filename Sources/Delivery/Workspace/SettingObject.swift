public import Diagnostics
internal import Text

/// One object of the settings as it is read: absent keys take their default, unknown ones are an error that names them.
struct SettingObject {
    private let container: KeyedDecodingContainer<AnyKey>
    private let path: String

    /// - Parameter keys: all that may stand in the object.
    init(_ decoder: any Decoder, keys: String...) throws {
        container = try decoder.container(keyedBy: AnyKey.self)
        path = SettingObject.path(decoder.codingPath)
        for key in container.allKeys where !keys.contains(key.stringValue) {
            throw SettingsError.unknown(SettingObject.path(decoder.codingPath + [key]), known: keys)
        }
    }

    /// The value of a key; `otherwise` where the key is absent or null.
    func value<Value: Decodable>(_ key: String, _ otherwise: Value) throws -> Value {
        try container.decodeIfPresent(Value.self, forKey: AnyKey(key)) ?? otherwise
    }

    /// The value of a key, which has to pass a test.
    ///
    /// - Parameter expected: in words, what may be written.
    func value<Value: Decodable>(
        _ key: String, _ otherwise: Value, expected: String, where isGood: (Value) -> Bool
    ) throws -> Value {
        let found = try value(key, otherwise)
        guard isGood(found) else { throw SettingsError.value(name(key), written: "\(found)", expected: expected) }
        return found
    }

    /// A text that means something else, such as a day.
    func meaning<Value>(_ key: String, expected: String, _ read: (String) -> Value?) throws -> Value? {
        let text = try value(key, "")
        guard !text.isEmpty else { return nil }
        guard let meaning = read(text) else { throw SettingsError.value(name(key), written: text, expected: expected) }
        return meaning
    }

    /// `mail.smtp.port`.
    private func name(_ key: String) -> String {
        path.isEmpty ? key : path + "." + key
    }

    /// `mail.recipients[0].address`.
    static func path(_ keys: [any CodingKey]) -> String {
        let parts = keys.map { key in key.intValue.map { "[\($0)]" } ?? "." + key.stringValue }
        return String(parts.joined().drop { $0 == "." })
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int?

        init(_ name: String) {
            stringValue = name
            intValue = nil
        }

        init?(stringValue: String) {
            self.init(stringValue)
        }

        init?(intValue: Int) {
            stringValue = "\(intValue)"
            self.intValue = intValue
        }
    }
}

/// Why the settings of a workspace cannot be used; each message names the place in the file.
public enum SettingsError: ExplainedError, Hashable {
    /// There is no workspace in the folder.
    case missing(String)
    case unreadable(String, reason: String, remedy: String)
    case syntax(String)
    case unknown(String, known: [String])
    case value(String, written: String, expected: String)
    case type(String)
    /// What is already there is not overwritten.
    case exists(String)

    public var message: String {
        switch self {
        case .missing(let folder): "\(folder.quoted)不是工作文件夹（没有 \(Workspace.settingsName)）。请用 --workspace 指明，或用 goalbook init 建一个"
        case .unreadable(let path, let reason, let remedy): "\(path) 读不了：\(reason)。\(remedy)"
        case .syntax(let words): "\(Workspace.settingsName) 的写法有误：\(words)。请检查那里的引号、逗号和括号"
        case .unknown(let key, let known):
            "\(Workspace.settingsName) 里的\(key.withHiddenSpelled.quoted)不是可用的设定。这里可以写：\(known.joined(separator: "、"))"
        case .value(let key, let written, let expected):
            "\(Workspace.settingsName) 里的 \(key) 写的是\(written.withHiddenSpelled.quoted)，应是\(expected)"
        case .type(let key): "\(Workspace.settingsName) 里的 \(key) 类型不对：文字要加引号，数字和 true、false 不加，列表用方括号"
        case .exists(let path): "\(path.quoted)已经有了，不覆盖。请换一个文件夹，或直接修改它"
        }
    }

    public var exitCode: ExitCode { .usage }
}
