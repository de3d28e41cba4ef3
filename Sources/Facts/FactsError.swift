/// Why a JSON file cannot be read as facts.
public enum FactsError: Error, Hashable, Sendable {
    case tooDeep
    case tooManyValues
    /// Broken off, or no JSON at all.
    case damaged
    /// Other JSON; what it says of itself, where it does.
    case otherSchema(String?)
    /// A key is missing or of the wrong type: where (`books[0].projects[2].name`) and what, in words.
    case malformed(String, String)
    case noBooks

    /// One or two Chinese sentences with reason and remedy, without the file's name.
    public var message: String {
        switch self {
        case .tooDeep: "为安全起见没有读取：JSON嵌套超过\(JSONGuard.deepest)层，goalbook 生成的 facts.json 不会这样。请查明文件来源"
        case .tooManyValues: "为安全起见没有读取：JSON里的值超过\(JSONGuard.most / 10_000)万个，goalbook 生成的 facts.json 不会这样。请查明文件来源"
        case .damaged: "JSON不完整或已损坏，读不出来。请重新复制，或用原来的目标书重新生成 facts.json"
        case .otherSchema(let name?):
            "这是“\(name)”格式的数据，不是 facts.json（\(FactsDocument.currentSchema)）。请放入乡镇文件夹中的 facts.json，或原来的目标书"
        case .otherSchema(nil):
            "这个JSON文件不是 goalbook 生成的 facts.json（没有写明格式 \(FactsDocument.currentSchema)）。请检查是否放错了文件"
        case .malformed(let place, let trouble):
            "不合 \(FactsDocument.currentSchema) 格式：\(place) \(trouble)。请用原来的目标书重新生成 facts.json"
        case .noBooks: "facts.json 里没有一个乡镇（books 是空的）。请用原来的目标书重新生成"
        }
    }
}
