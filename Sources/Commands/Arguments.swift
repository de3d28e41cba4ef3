internal import Diagnostics
internal import Text

/// A command's arguments, read by a small reader of our own because its messages must be Chinese.
struct Arguments {
    private(set) var operands: [String] = []
    private var values: [String: [String]] = [:]

    init(_ words: some Sequence<String>, options: [Option]) throws(UsageError) {
        var rest = Array(words)[...]
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                return
            }
            guard Arguments.isOption(word) else {
                operands.append(word)
                continue
            }
            let (name, inline) = Arguments.split(word)
            guard let option = options.first(where: { $0.spellings.contains(name) }) else {
                throw .unknown("不认识的选项\(name.quoted)", name, among: options.flatMap(\.spellings))
            }
            guard let kind = option.value else {
                guard inline == nil else { throw UsageError("选项\(name.quoted)后面不带内容，请去掉等号和后面的字") }
                values[option.name, default: []].append("")
                continue
            }
            guard let value = inline ?? rest.popFirst() else {
                throw UsageError("选项\(name.quoted)后面没有写内容，应写成 \(option.usage(.chinese, spelling: name))")
            }
            try Arguments.check(value, of: option, kind.completion)
            values[option.name, default: []].append(value)
        }
    }

    /// The place of the command: the first word that is neither one of `options` nor its value; `nil` behind an unknown option.
    static func firstOperand(of words: [String], options: [Option]) -> Int? {
        var index = 0
        while index < words.count, isOption(words[index]) {
            let (name, inline) = split(words[index])
            let option = options.first { $0.spellings.contains(name) }
            if option == nil, name != "--" { return nil }
            index += option?.value != nil && inline == nil ? 2 : 1
        }
        return index < words.count ? index : nil
    }

    private static func isOption(_ word: String) -> Bool {
        word.hasPrefix("-") && word.count > 1
    }

    private static func split(_ word: String) -> (name: String, value: String?) {
        guard word.hasPrefix("--"), let equals = word.firstIndex(of: "=") else { return (word, nil) }
        return (String(word[..<equals]), String(word[word.index(after: equals)...]))
    }

    private static func check(_ value: String, of option: Option, _ completion: Completion) throws(UsageError) {
        guard let allowed = completion.allowed else { return }
        var words = [value]
        if case .list = completion { words = listed(value) }
        guard !words.isEmpty else { throw UsageError("--\(option.name) 后面没有写内容；可以写 \(allowed.joined(separator: "、"))") }
        for word in words where !allowed.contains(word) {
            throw .value("--\(option.name) 不认识\(word.quoted)", word, among: allowed)
        }
    }

    private static func listed(_ value: String) -> [String] {
        value.split(whereSeparator: { ",，".contains($0) }).map(String.init)
    }

    /// The value of an option; of several the last.
    subscript(_ option: Option) -> String? {
        values[option.name]?.last
    }

    /// The values of an option that may stand several times, or hold several between commas.
    func all(_ option: Option) -> [String] {
        (values[option.name] ?? []).flatMap(Arguments.listed)
    }

    /// The values of an option that may stand several times, each as it was written.
    func every(_ option: Option) -> [String] { values[option.name] ?? [] }

    func has(_ option: Option) -> Bool {
        values[option.name] != nil
    }

    /// The value of an option that has a choice of values.
    func choice<Choice: RawRepresentable<String>>(_ option: Option, otherwise standard: Choice) -> Choice {
        self[option].flatMap(Choice.init(rawValue:)) ?? standard
    }

    func check(_ expected: Operands) throws(UsageError) {
        guard expected.count.contains(operands.count) else { throw UsageError(expected.demand) }
        guard let allowed = expected.value?.completion.allowed else { return }
        for word in operands where !allowed.contains(word) { throw .value("不认识\(word.quoted)", word, among: allowed) }
    }
}
