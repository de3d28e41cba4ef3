internal import Diagnostics

/// One command of the program; adding one is a file and a line in ``CommandCatalogue/all``.
protocol Command: Sendable {
    static var name: String { get }
    /// One line of the overview.
    static var summary: Bilingual { get }
    /// What it does, in paragraphs; a line that begins with two spaces is a row of a list, a name and its meaning two spaces apart.
    static var details: Bilingual { get }
    static var operands: Operands { get }
    /// Its own options, besides ``Option/common``.
    static var options: [Option] { get }
    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode
}

extension Command {
    static var options: [Option] { [] }
    static var details: Bilingual { Bilingual(summary.chinese + "。", en: summary.english + ".") }

    /// What stands behind its name.
    static func synopsis(_ language: Language) -> String {
        let required = options.filter(\.isRequired).map { $0.usage(language, spelling: $0.spellings[0]) }
        let more = options.contains { !$0.isRequired } ? [Bilingual("[选项]", en: "[OPTIONS]")[language]] : []
        return ((operands.value.map { [$0.placeholder[language]] } ?? []) + required + more).joined(separator: " ")
    }
}
