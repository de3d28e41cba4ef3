internal import Appraisal
internal import Diagnostics
internal import GoalModel
internal import GoalParsing
internal import Reporting
internal import SourceFiles
internal import Text

/// What one file tells of one town: a whole book, or a part of one.
struct Fragment: Sendable {
    var file: InputFile
    /// `nil` where a finished book was read and no document, and where it can be read again.
    var document: SourceDocument?
    /// The fragment's place among those of its file, which are read again if it joins others.
    var place: Int?
    var book: GoalBook
    /// Of decoding the file; a fragment that joins others is read again, its file is not.
    var fileDiagnostics: [Diagnostic]
    /// Of reading the book.
    var diagnostics: [Diagnostic]
    /// By what finished results were judged.
    var review: RecordedReview?
    /// How far the town was in its year when these were made.
    var progress: YearProgress?

    /// The fragments of a document, one a town.
    ///
    /// - Throws: ``InputFailure`` when it is no goal book.
    static func fragments(
        of document: Warned<SourceDocument>, file: InputFile, lexicon: Lexicon
    ) throws(InputFailure) -> [Fragment] {
        func fragment(_ part: SourceDocument, _ reading: Warned<GoalBook>) throws(InputFailure) -> Fragment {
            try reading.checkIdentity(file)
            return Fragment(
                file: file, document: part, book: reading.value, fileDiagnostics: document.diagnostics,
                diagnostics: reading.diagnostics)
        }
        let whole = GoalBook.reading(document.value, lexicon: lexicon)
        guard whole.value.isGoalBook else {
            guard document.value.isTemplate else {
                throw InputFailure.noGoalBook(
                    file, holding: InputFailure.Content(document.value, reading: whole.diagnostics), notes: document.diagnostics)
            }
            throw InputFailure(path: file.path, reason: "填报模板还没有填写：没有项目，也没有总体绩效目标。请照“说明”表填好再试（标为“示例”的行不算）")
        }
        let parts = whole.value.spansTowns ? document.value.towns(lexicon: lexicon) : []
        guard parts.count > 1 else {
            try whole.value.checkSize(file)
            return [try fragment(document.value, whole)]
        }
        return try parts.map { (part) throws(InputFailure) in
            let reading = GoalBook.reading(part, lexicon: lexicon)
            try reading.value.checkSize(file)
            return try fragment(part, reading)
        }
    }
}

extension Fragment {
    /// Whether it is of a finished book.
    var isFinished: Bool { document == nil && place == nil }

    /// The same without the document where hardly another will join it: it tells of itself what belongs to a book. The cells of
    /// a thousand towns would take more memory than all else.
    func settled(place: Int, besides others: Bool) -> Fragment {
        guard !others, book.unit.code != nil, !book.projects.isEmpty, !book.partOne.isEmpty else { return self }
        var copy = self
        if document != nil { (copy.document, copy.place) = (nil, place) }
        return copy
    }
}

extension Warned<GoalBook> {
    /// A wrong unit code or year is no missing one: the book would stand in a folder of its own beside the right one's.
    fileprivate func checkIdentity(_ file: InputFile) throws(InputFailure) {
        let notes = diagnostics.filter { Diagnostic.identityIDs.contains($0.id) }
        guard value.unit.code == nil || value.fiscalYear == nil, !notes.isEmpty else { return }
        let reasons = notes.map { note in
            let place = note.location.map { "\($0)".replacing(file.path, with: "") + " " } ?? ""
            return "\(place)\(note.summary)。\(note.remedy)".trimmed
        }
        throw InputFailure(path: file.path, reason: reasons.joined(separator: "；"))
    }
}

extension GoalBook {
    /// - Throws: ``InputFailure`` for a book that is larger than that of fifty towns.
    func checkSize(_ file: InputFile) throws(InputFailure) {
        let words = partOne.reduce(residue.count + subGoals.count + safeguards.count) { $0 + $1.paragraphs.count + 1 }
        let prose = partOne.flatMap(\.paragraphs) + residue
        let rows = projects.lazy.flatMap(\.indicators)
        let bytes =
            prose.reduce(0) { $0 + $1.text.utf8.count } + projects.reduce(0) { $0 + $1.purpose.utf8.count }
            + rows.reduce(0) {
                $0 + $1.name.utf8.count + $1.description.utf8.count + $1.target.text.utf8.count + $1.basis.utf8.count
            }
        let sizes = [
            (projects.count, GoalBook.mostProjects, "个项目"),
            (projects.reduce(0) { $0 + $1.indicators.count }, GoalBook.mostIndicators, "条绩效指标"),
            (words, 60_000, "段文字"), (bytes / 1_024, 4_096, "KB文字"),
        ]
        for (size, limit, title) in sizes where size > limit {
            let reason = "一个乡镇有\(size)\(title)，上限是\(limit)，不像目标书，没有读取。请检查是否放错了文件；有几个乡镇的，请分成几个文件"
            throw InputFailure(path: file.path, reason: reason)
        }
    }
}
