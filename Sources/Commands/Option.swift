internal import Diagnostics

/// An option with all its words: help, completions and the manual are printed from it.
struct Option: Sendable {
    let name: String
    let short: Character?
    /// What stands behind it; `nil` for a switch.
    let value: Value?
    let meaning: Bilingual
    /// The command does nothing without it.
    let isRequired: Bool
    /// It may stand several times.
    let isRepeated: Bool

    init(
        _ name: String, short: Character? = nil, _ value: Value?, isRequired: Bool = false, isRepeated: Bool = false,
        _ chinese: String, en english: String
    ) {
        (self.name, self.short, self.value) = (name, short, value)
        meaning = Bilingual(chinese, en: english)
        self.isRequired = isRequired
        self.isRepeated = isRepeated
    }

    /// A switch.
    init(_ name: String, short: Character? = nil, _ chinese: String, en english: String) {
        self.init(name, short: short, nil, chinese, en: english)
    }

    /// As they are written: `-o` and `--output`.
    var spellings: [String] {
        (short.map { ["-\($0)"] } ?? []) + ["--\(name)"]
    }

    /// With what stands behind it.
    func usage(_ language: Language, spelling: String) -> String {
        spelling + (value.map { " " + $0.placeholder[language] } ?? "")
    }

    /// The first clause of its meaning, for completions.
    var brief: String {
        String(meaning.chinese.prefix { !"，；。：（".contains($0) })
    }
}

/// The value behind an option or a command: how help calls it and what completes it.
struct Value: Sendable {
    let placeholder: Bilingual
    let completion: Completion

    init(_ placeholder: String, en english: String, _ completion: Completion = .nothing) {
        self.placeholder = Bilingual(placeholder, en: english)
        self.completion = completion
    }

    static let folder = Value("文件夹", en: "DIR", .folders)
    static let date = Value("年-月-日", en: "DATE")

    /// - Parameter endings: of the files that are offered; without any all files.
    static func file(_ endings: String...) -> Value {
        Value("文件", en: "FILE", .files(endings))
    }

    /// One of `values` and nothing else.
    static func choice(_ values: [String]) -> Value {
        let words = values.joined(separator: "|")
        return Value(words, en: words, .choice(values))
    }
}

/// The words that a shell offers.
enum Completion: Sendable {
    case nothing
    case folders
    /// Folders too; without endings all files.
    case files([String])
    /// One of these; anything else is refused.
    case choice([String])
    /// Some of these with commas between; anything else is refused.
    case list([String])
    /// Names that are always there, among others.
    case names([String])
    case commands
    /// The codes of the rules.
    case rules

    /// The only values that can stand there, where there are such.
    var allowed: [String]? {
        switch self {
        case .choice(let values), .list(let values): values
        case .nothing, .folders, .files, .names, .commands, .rules: nil
        }
    }
}

/// The words behind a command besides options.
struct Operands: Sendable {
    /// `nil` where nothing may stand.
    let value: Value?
    let count: ClosedRange<Int>
    /// Said when there are too few or too many.
    let demand: String

    init(_ value: Value?, _ count: ClosedRange<Int>, demand: String) {
        (self.value, self.count, self.demand) = (value, count, demand)
    }

    /// - Parameter hint: where what people tend to write here belongs.
    static func none(_ hint: String = "") -> Operands {
        Operands(nil, 0...0, demand: "这个命令后面不带内容" + hint)
    }
}
