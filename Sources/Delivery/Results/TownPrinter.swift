internal import Annotation
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Linting
internal import Outputs
internal import Platform
internal import Print
internal import Reporting
internal import Text

/// Makes all results of one town after another, with one worker's fonts; a town's files are given away where others have
/// nothing to do.
struct TownPrinter {
    let run: BuildRun
    let staging: URL
    private let ownPress: OwnPress
    let shared: SharedWork<TownPrinter>
    /// In how many parts a book is read back at the least: a worker that has nothing to do yet takes one of them later.
    private let leastParts: Int
    /// Whether it is worth while to let go what is kept of finished documents.
    let areMany: Bool

    struct TownResult: Sendable {
        let town: CountyReport.Town
        /// The town's result folder.
        let folder: String
        /// How many pages its book has behind the contents; `nil` when no book was wanted.
        let pages: Int?
        /// What is drawn in its book, where that has been verified in this run.
        var print: BookDrawing?
        /// What went wrong in making its files.
        var faults: [Diagnostic] = []
        let files: [Manifest.Entry]
        /// The book that the results are of: of before, where `failure` says why.
        var book: ReadBook
        var failure: InputFailure?
        /// What makes the town one that failed, though its results are made.
        var troubles: [InputFailure]
        /// What is to be said of what was agreed to be kept.
        var remarks = AgreementRemarks()
        /// Everything that was ever answered of the town; `nil` where the results are of before, and so their answers.
        var answers: [FindingReply]?
        /// The town's row, which tells why its book counts as failed although the results are made.
        var line: CountyReport.Town {
            var line = town
            guard let trouble = troubles.first, line.row.remark == nil else { return line }
            (line.row.remark, line.row.isFailed) = (trouble.summary, true)
            return line
        }
        /// Files that somebody has changed, by their paths: they are linked behind the manifest, so that the next run sees it.
        var changed: [String: URL] = [:]
    }

    /// - Parameters:
    ///   - shared: where the workers of the run give work away.
    ///   - towns: of the whole run.
    init(run: BuildRun, staging: URL, fonts: Coming<PreparedFonts?>, shared: SharedWork<TownPrinter>, towns: Int) {
        (self.run, self.staging, self.shared) = (run, staging, shared)
        let isOnlyWorker = run.jobs == 1 || towns == 1 && run.kinds.count(where: \.isPrinted) < 2
        leastParts = towns < run.jobs ? 2 * run.jobs : 1
        areMany = towns > 10
        let idle = run.jobs > 1 ? IdleWorkers(shared: shared) : nil
        ownPress = OwnPress {
            fonts.value.map {
                PDFPrinter(
                    fonts: $0, preset: run.preset, verifiesPrint: run.verifiesPrint, isOnlyWorker: isOnlyWorker, idle: idle)
            }
        }
    }

    /// The worker's own; `nil` when nothing is to be printed.
    var press: PDFPrinter? { ownPress.press }

    /// Why a town has no results.
    enum Failure: Error {
        /// The town's own trouble; the others go on.
        case town(InputFailure)
        /// The disk refuses. To go on would swap good earlier results for fewer ones.
        case disk(PublicationError)
    }

    /// The town's report with what its actual figures come to.
    func fullReport(on town: ReadBook) -> Report {
        var report = report(on: town)
        run.tables.engine(of: town).take(town.actuals, or: town.progress, of: town.book, asOf: run.asOf, into: &report)
        return report
    }

    func report(on town: ReadBook) -> Report {
        run.tables.engine(of: town).report(
            town.book, town.diagnostics, asOf: run.asOf, judgedOn: run.judgement, masked: run.masked)
    }

    /// The report as the files show it that may leave the house.
    func publishable(_ report: Report, on town: ReadBook) -> Report {
        run.tables.engine(of: town).publishable(report, town.book, town.diagnostics, asOf: run.asOf, judgedOn: run.judgement)
    }

    /// Makes a town's results, or takes over what stands of it; one that fails takes its half-made folder with it.
    mutating func print(_ job: TownJob) -> Result<TownResult, Failure> {
        let town = job.town
        var (report, shown) = reports(on: job)
        defer { if areMany { press?.forgetDocuments() } }
        if let standing = job.standing { return takeOver(standing, of: town, report, history: job.history) }
        let annotates = run.kinds.contains(.annotated) && !run.masked
        if annotates, town.book.sources.contains(where: { Annotations.isAnnotated($0.format) }) {
            (report.annotatedFolder, shown.annotatedFolder) = (OutputFormat.annotatedFolder, OutputFormat.annotatedFolder)
        }
        if let day = run.day {
            let tonight = ScoreTrend.Night(day: day, score: report.quality.score, errors: report.counts.errors)
            report.trend = ScoreTrend(job.history + [tonight])
            shown.trend = report.trend
        }
        let folder = TownFolder(town.book).name
        let source = OutputSource(
            report, shown: shown, created: run.created, css: run.tables.css, script: run.tables.townScript,
            reading: (run.tables.readingStyle, readTables(of: town)), appraisalStyle: run.tables.appraisalStyle,
            annotate: annotates ? AnnotatedInputs(town, created: run.created).made : nil)
        var making = TownFiles(
            source: source, check: PublicationCheck(run.tables.engine(of: town), report, town.book), folder: folder)
        do {
            let (steps, page) = OutputFormat.steps(run.kinds, answered: !report.replies.isEmpty)
            for step in steps { try make(step, of: town, in: &making) }
            try finish(town, with: page, in: &making)
        } catch let error as PublicationError {
            return .failure(.disk(error))
        } catch {
            try? FileManager.default.removeItem(at: staging.appending(path: folder))
            let failure = InputFailure(files: town.files.map(\.path), reason: "生成结果时出错：\(error)")
            return job.lastGood.map { fallBack(on: $0, because: failure, history: job.history) } ?? .failure(.town(failure))
        }
        var line = CountyReport.Town(report, folder: folder)
        line.row.updated = run.day
        line.row.trend = report.trend
        var agreements = AgreementRemarks()
        agreements.add(report)
        return .success(
            TownResult(
                town: line, folder: folder, pages: making.source.pages, print: making.source.print,
                faults: making.source.faults, files: making.entries, book: town,
                troubles: [report.leak(in: town), report.appraisal?.leak, town.doubt].compactMap(\.self), remarks: agreements,
                answers: report.answers))
    }

    /// Makes files side by side.
    private mutating func make(_ formats: [OutputFormat], of town: ReadBook, in making: inout TownFiles) throws {
        let made = beside(formats, town, making)
        let (first, last) = (made.filter { !$0.format.showsRemarks }, made.filter(\.format.showsRemarks))
        let hadRemarks = making.source.hasRemarks
        for (format, files) in first { making.add(try files.get(), of: format) }
        // There hardly ever are any: it is quicker not to wait for them.
        let areOld = making.source.hasRemarks && !hadRemarks
        for (format, files) in areOld ? beside(last.map(\.format), town, making) : last {
            making.add(try files.get(), of: format)
        }
    }

    private mutating func beside(
        _ formats: [OutputFormat], _ town: ReadBook, _ making: TownFiles
    ) -> [(format: OutputFormat, files: Result<[OutputFile], any Error>)] {
        let source = making.source
        let made = shared.map(formats, with: &self) { format, printer in
            CrashContainment.making(town) { Result { try source.make(format, press: printer.press) } }
        }
        return zip(formats, made).map { ($0, $1) }
    }

    /// Looks at all files once more, and writes those that may be seen; the page is made beside it.
    private mutating func finish(_ town: ReadBook, with page: OutputFormat?, in making: inout TownFiles) throws {
        let files = making
        let finished = shared.map(files.unfinished(with: page), with: &self) { piece, printer in
            CrashContainment.making(town) { Result { try printer.finished(piece, files) } }
        }
        making.finish(try finished.map { try $0.get() })
    }

    private mutating func finished(_ piece: TownFiles.Unfinished, _ town: TownFiles) throws -> TownFiles.Finished {
        var files = try piece.files ?? town.source.make(piece.format, press: nil)
        for index in files.indices {
            if let proof = files[index].proof {
                // In as many parts as there are workers to read the book.
                let count = max(leastParts, 1 + shared.idle)
                let parts = shared.map(proof.parts(count), beside: &self) { part in Result { try proof.read(part) } }
                files[index].texts = try proof.verify(parts.map { try $0.get() })
            }
            try town.check.pass(files[index], for: piece.format.audience)
            try Publication.write(files[index].bytes, to: town.path(files[index]), in: staging)
        }
        let entries = files.map { Manifest.Entry(path: town.path($0), sha256: sha256($0.bytes)) }
        return TownFiles.Finished(place: piece.place, format: piece.format, files: files, entries: entries)
    }

    /// What the page on reading shows: where it is asked for, or where reading had doubts; hidden numbers would stand in it.
    private func readTables(of town: ReadBook) -> [ReadTable] {
        guard run.kinds.contains(.reading), !run.masked else { return [] }
        return run.kinds == OutputKind.standard && !town.needsALook ? [] : town.tables(run.tables.lexicon)
    }

    /// The town's report, and the one that may leave the house, each with what changed since its earlier book.
    private func reports(on job: TownJob) -> (report: Report, shown: Report) {
        let engine = run.tables.engine(of: job.town)
        let earlier = earlier(job.predecessors)
        var report = fullReport(on: job.town)
        report.change = engine.change(to: report, since: earlier)
        var shown = publishable(report, on: job.town)
        if report.change != nil {
            shown.change = engine.publishableChange(to: shown, since: earlier, keeping: report.keptNumbers)
        }
        return (report, shown)
    }

    /// What the town can be compared with: its earlier book in this run, and older results.
    private func earlier(_ predecessors: [ReadBook]) -> EarlierBooks {
        var earlier = EarlierBooks()
        for older in predecessors.prefix(1) {
            let engine = run.tables.engine(of: older)
            var report = engine.report(older.book, older.diagnostics)
            engine.take(older.actuals, or: nil, of: older.book, asOf: run.asOf, into: &report)
            earlier.add(report)
        }
        earlier.add(run.previous.books)
        return earlier
    }
}

/// The files of one town that have been made so far.
private struct TownFiles: Sendable {
    private(set) var source: OutputSource
    let check: PublicationCheck
    /// The town's result folder.
    let folder: String
    private var made: [(format: OutputFormat, files: [OutputFile])] = []
    private(set) var entries: [Manifest.Entry] = []

    /// The files of a format before the last look at them.
    struct Unfinished: Sendable {
        /// In the order of making.
        let place: Int
        let format: OutputFormat
        /// `nil` where they are not made yet.
        let files: [OutputFile]?

        var isToBeProven: Bool { files?.contains { $0.proof != nil } == true }
    }

    /// The files of a format, which have been written.
    struct Finished: Sendable {
        let place: Int
        let format: OutputFormat
        let files: [OutputFile]
        let entries: [Manifest.Entry]
    }

    init(source: OutputSource, check: PublicationCheck, folder: String) {
        (self.source, self.check, self.folder) = (source, check, folder)
    }

    /// Relative to the results.
    func path(_ file: OutputFile) -> String { folder + "/" + file.name }

    mutating func add(_ files: [OutputFile], of format: OutputFormat) {
        for file in files { source.add(file, of: format) }
        made.append((format, files))
    }

    /// What is still to be done: first what takes long.
    ///
    /// - Parameter page: is still to be made.
    func unfinished(with page: OutputFormat?) -> [Unfinished] {
        let pieces = made.enumerated().map { Unfinished(place: $0, format: $1.format, files: $1.files) }
        let last = page.map { Unfinished(place: made.count, format: $0, files: nil) }
        return pieces.filter(\.isToBeProven) + [last].compactMap(\.self) + pieces.filter { !$0.isToBeProven }
    }

    mutating func finish(_ finished: [Finished]) {
        for format in finished.sorted(by: { $0.place < $1.place }) {
            entries += format.entries
            for file in format.files { source.finish(file, of: format.format) }
        }
    }
}

/// A worker's press, made when it first prints: meanwhile the fonts get ready.
private final class OwnPress {
    private(set) lazy var press = make()
    private let make: () -> PDFPrinter?

    init(make: @escaping () -> PDFPrinter?) {
        self.make = make
    }
}
