public import Diagnostics
internal import GoalModel
internal import Text

/// Why a settings file of a county or town cannot be used, with the place in it.
public struct ReviewSettingsError: ExplainedError, Hashable {
    /// The file as messages name it.
    public var file: String
    /// Place, reason and remedy, in Chinese.
    public var reason: String

    init(_ reason: String, in file: String = "") {
        self.reason = reason
        self.file = file
    }

    public var message: String { "\(file) \(reason)" }
    public var exitCode: ExitCode { .usage }

    static func unknown(_ path: [String], known: some Sequence<String>) -> Self {
        Self("里的\(path.joined(separator: ".").quoted)不是可用的设定。这里可以写：\(known.sorted().joined(separator: "、"))")
    }

    static func kind(_ path: [String], expected: String) -> Self {
        Self("里的 \(path.joined(separator: ".")) 类型不对，应是\(expected)")
    }

    static func value(_ path: [String], written: String, expected: String) -> Self {
        Self("里的 \(path.joined(separator: ".")) 写的是\(written.quoted)，应是\(expected)")
    }

    static let unreadable = Self("的写法有误：引号、括号不成对，或不是UTF-8编码的文字。请检查")

    /// A text that is no JSON5.
    static func syntax(_ text: String) -> Self {
        guard let fault = JSON5Fault(in: text) else { return .unreadable }
        return Self("的写法有误：第\(fault.line)行第\(fault.column)列附近读不懂。请检查那里和前面一行的引号、逗号和括号")
    }

    /// What a decoder says of bytes, or of a table with values of the file in it.
    init(decoding error: any Error, below path: [String] = []) {
        switch error {
        case let error as ReviewSettingsError: self = error
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
            self = .kind(path + context.codingPath.map(\.shownName), expected: "与默认值同样的类型")
        case DecodingError.keyNotFound(let key, let context):
            self = Self("里的 \((path + context.codingPath.map(\.shownName)).joined(separator: ".")) 缺少 \(key.stringValue)")
        case DecodingError.dataCorrupted(let context):
            let keys = path + context.codingPath.map(\.shownName)
            self = keys.isEmpty ? .unreadable : Self("里的 \(keys.joined(separator: ".")) 有误：\(context.debugDescription)")
        default: self = Self("读不懂：\(error)")
        }
    }
}

extension CodingKey {
    fileprivate var shownName: String { intValue.map { "第\($0 + 1)项" } ?? stringValue }
}
