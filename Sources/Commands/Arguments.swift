/// A command's arguments, read by a small reader of our own because its messages must be Chinese.
struct Arguments {
    private(set) var positional: [String] = []
    private var values: [String: [String]] = [:]
    private var flags: Set<String> = []

    /// An option that a command knows.
    struct Option {
        let name: String
        let short: Character?
        let takesValue: Bool

        static func flag(_ name: String) -> Option {
            Option(name: name, short: nil, takesValue: false)
        }

        static func value(_ name: String, short: Character? = nil) -> Option {
            Option(name: name, short: short, takesValue: true)
        }
    }

    /// - Throws: ``UsageError`` for unknown options and missing values.
    init(_ words: some Sequence<String>, options: [Option]) throws(UsageError) {
        var rest = Array(words)[...]
        while let word = rest.popFirst() {
            if word == "--" {
                positional += rest
                return
            }
            guard word.hasPrefix("-"), word.count > 1 else {
                positional.append(word)
                continue
            }
            let (name, inline) = Arguments.split(word)
            guard let option = options.first(where: { "--" + $0.name == name || $0.short.map { "-\($0)" } == name }) else {
                throw UsageError("不认识的选项“\(name)”")
            }
            if option.takesValue {
                guard let value = inline ?? rest.popFirst() else { throw UsageError("选项“\(name)”后面缺少内容") }
                values[option.name, default: []].append(value)
            } else {
                guard inline == nil else { throw UsageError("选项“\(name)”后面不带内容") }
                flags.insert(option.name)
            }
        }
    }

    private static func split(_ word: String) -> (name: String, value: String?) {
        guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }

    /// The value of an option; of several the last.
    subscript(_ name: String) -> String? {
        values[name]?.last
    }

    /// The values of an option that may stand several times, or hold several between commas.
    func all(_ name: String) -> [String] {
        (values[name] ?? []).flatMap { $0.split(whereSeparator: { ",，".contains($0) }).map(String.init) }
    }

    func has(_ flag: String) -> Bool {
        flags.contains(flag)
    }

    /// - Throws: ``UsageError`` when the value is none of `allowed`.
    func choice(_ name: String, of allowed: [String], otherwise: String) throws(UsageError) -> String {
        guard let value = self[name] else { return otherwise }
        guard allowed.contains(value) else { throw UsageError("--\(name) 只能是 \(allowed.joined(separator: "、"))，写的是“\(value)”") }
        return value
    }
}

/// A command line that cannot be understood: exit code 2.
struct UsageError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
