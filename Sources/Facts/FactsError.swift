internal import Foundation
internal import Text

/// Why a JSON file cannot be read as facts.
public enum FactsError: Error, Hashable, Sendable {
    case tooDeep
    case tooManyValues
    case tooManyBooks
    /// A book with more projects or indicators than fifty towns have: which, in words.
    case tooLarge(String)
    /// Broken off, or no JSON at all.
    case damaged
    /// Other JSON; what it says of itself, where it does.
    case otherSchema(String?)
    /// A key is missing or of the wrong type: where (`books[0].projects[2].name`) and what, in words.
    case malformed(String, String)
    case noBooks

    static let schema = "goalbook.facts/1"

    /// One or two Chinese sentences with reason and remedy, without the file's name.
    public var message: String {
        switch self {
        case .tooDeep: "为安全起见没有读取：JSON嵌套超过\(JSONCheck.deepest)层，goalbook 生成的 facts.json 不会这样。请查明文件来源"
        case .tooManyBooks: "为安全起见没有读取：JSON里的乡镇超过\(JSONCheck.mostBooks / 10_000)万个，goalbook 生成的 facts.json 不会这样。请查明文件来源"
        case .tooLarge(let what): "一个乡镇的\(what)，不像目标书，没有读取。请检查是否放错了文件；有几个乡镇的，请分成几个文件"
        case .tooManyValues: "为安全起见没有读取：JSON里的值超过\(JSONCheck.most / 10_000)万个，goalbook 生成的 facts.json 不会这样。请查明文件来源"
        case .damaged: "JSON不完整或已损坏，读不出来。请重新复制，或用原来的目标书重新生成 facts.json"
        case .otherSchema(let name?):
            "这是\(name.quoted)格式的数据，不是 facts.json（\(FactsError.schema)）。请放入乡镇文件夹中的 facts.json，或原来的目标书"
        case .otherSchema(nil):
            "这个JSON文件不是 goalbook 生成的 facts.json（没有写明格式 \(FactsError.schema)）。请检查是否放错了文件"
        case .malformed(let place, let trouble):
            "不合 \(FactsError.schema) 格式：\(place) \(trouble)。请用原来的目标书重新生成 facts.json"
        case .noBooks: "facts.json 里没有一个乡镇（books 是空的）。请用原来的目标书重新生成"
        }
    }

    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context):
            self = .malformed(FactsError.place(context.codingPath + [key]), "没有写")
        case .valueNotFound(_, let context): self = .malformed(FactsError.place(context.codingPath), "是空的")
        case .typeMismatch(_, let context): self = .malformed(FactsError.place(context.codingPath), "的类型不对")
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            self = .malformed(FactsError.place(context.codingPath), "的内容读不出")
        case .dataCorrupted: self = .damaged
        @unknown default: self = .damaged
        }
    }

    /// `books[0].projects[2].name`.
    private static func place(_ path: [any CodingKey]) -> String {
        let parts = path.map { key in key.intValue.map { "[\($0)]" } ?? "." + key.stringValue }
        return String(parts.joined().drop { $0 == "." }.prefix(120))
    }

    /// The same about a file that mostly holds one book: `town` instead of `books[0].town`.
    var withoutBook: FactsError {
        guard case .malformed(let place, let trouble) = self, let start = place.range(of: "].") else { return self }
        return place.hasPrefix("books[") ? .malformed(String(place[start.upperBound...]), trouble) : self
    }
}
