package import Diagnostics
internal import Foundation
package import GoalModel
package import GoalParsing
internal import Platform
internal import SourceFiles

/// The filled self-evaluation forms that a set of files holds.
package struct FilledForms: Sendable {
    /// In the order of the files, and of each file's tables.
    package private(set) var forms: [EvaluationForm] = []
    /// Files that could not be read, that hold no such form, or one that was not understood altogether.
    package private(set) var failures: [InputFailure]

    private typealias Read = Result<[EvaluationForm], InputFailure>

    /// Reads all files; old office formats are converted together before.
    package static func reading(_ search: InputSearch, lexicon: Lexicon, jobs: Int) async -> FilledForms {
        let words = search.words(besides: lexicon)
        var outcomes = await Workers(jobs).map(search.files) { file, _ in outcome(of: file, words.lexicon) }
        convert(search.files, &outcomes, words.lexicon)
        var result = FilledForms(failures: words.failures)
        for outcome in outcomes {
            switch outcome {
            case .read(let forms):
                result.forms += forms.filter { !$0.rows.isEmpty }
                result.failures += forms.compactMap(\.doubt)
            case .failed(let failure): result.failures.append(failure)
            case .old: break
            }
        }
        return result
    }

    private enum Outcome: Sendable {
        case read([EvaluationForm])
        case failed(InputFailure)
        case old(OfficeKind)
    }

    private static func outcome(of file: InputFile, _ lexicon: Lexicon) -> Outcome {
        do {
            return try CrashContainment.reading(file) {
                let document = try SourceReader.document(try FileReader.bytes(of: file), path: file.path).value
                return .read(try forms(of: document, file, lexicon))
            }
        } catch ReadingError.needsConversion(let kind) {
            return .old(kind)
        } catch {
            return .failed(InputFailure(error, file: file))
        }
    }

    private static func forms(of document: SourceDocument, _ file: InputFile, _ lexicon: Lexicon) throws -> [EvaluationForm] {
        let forms = EvaluationForm.reading(document, lexicon: lexicon)
        guard !forms.isEmpty else { throw InputFailure.noEvaluation(file) }
        return forms
    }

    private static func convert(_ files: [InputFile], _ outcomes: inout [Outcome], _ lexicon: Lexicon) {
        let old = files.indices.compactMap { index in
            if case .old(let kind) = outcomes[index] { (index: index, kind: kind) } else { nil }
        }
        guard !old.isEmpty else { return }
        let conversion = OfficeConversion(old.map { (files[$0.index], $0.kind) })
        withExtendedLifetime(conversion) {
            for (place, result) in zip(old, conversion.results) {
                let file = files[place.index]
                do {
                    let bytes = Array(try Data(contentsOf: try result.get()))
                    outcomes[place.index] = try CrashContainment.reading(file) {
                        .read(try forms(of: try SourceReader.document(bytes, path: file.path).value, file, lexicon))
                    }
                } catch {
                    outcomes[place.index] = .failed(InputFailure(error, file: file))
                }
            }
        }
    }
}

extension EvaluationForm {
    /// What was not understood, with the first place; `nil` where all was.
    fileprivate var doubt: InputFailure? {
        guard let first = doubts.first else { return nil }
        let count = doubts.count > 1 ? "（共\(doubts.count)处）" : ""
        let name = shownName.isEmpty ? "" : "“\(shownName)”"
        let spot = first.location.map { "\($0.inFile) " } ?? ""
        return InputFailure(
            path: place.file, reason: "自评表\(name)没有全部读懂\(count)：\(spot)\(first.text)。与此有关的检查没有做，请人工核对这张表")
    }
}

extension InputFailure {
    fileprivate static func noEvaluation(_ file: InputFile) -> InputFailure {
        InputFailure(
            path: file.path,
            reason: "里面没有认得出的绩效自评表：没有找到同时写着指标、实际完成值（或得分）的表头。请检查是否放错了文件；扫描件请先识别成文字")
    }
}
