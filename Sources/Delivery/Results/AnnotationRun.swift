internal import Annotation
public import Diagnostics
public import Foundation
internal import GoalModel
public import Intake
internal import Platform
internal import Reporting
internal import Text

/// The towns' own Word and Excel files with the findings as comments: `goalbook annotate`.
public struct AnnotationRun: Sendable {
    public let tables: RunResources
    public let jobs: Int
    /// Whether comments quote no personal number.
    public let masked: Bool
    /// Whether Word documents get corrections as tracked changes.
    public let correcting: Bool
    /// The day that the comments bear; `nil` for 1 January of the book's year.
    public let created: Date?

    public init(tables: RunResources, jobs: Int, masked: Bool, correcting: Bool, created: Date?) {
        (self.tables, self.jobs, self.masked) = (tables, jobs, masked)
        (self.correcting, self.created) = (correcting, created)
    }

    /// A file that was written.
    public struct Written: Sendable {
        /// Relative to the folder.
        public let name: String
        /// How many comments of each kind of place, in words.
        public let counts: [(place: String, count: Int)]
        public let corrections: Int
    }

    public struct Outcome: Sendable {
        public var written: [Written] = []
        /// Files whose formats have no comments.
        public var plain: [String] = []
        public var failures: [InputFailure] = []
        public var notices: [String] = []
    }

    /// Reads, lints and writes; a file that fails stops no other.
    public func run(_ search: InputSearch, settings: ReviewFiles, to folder: URL) async -> Outcome {
        let collection = await TownCollection.reading(search, lexicon: tables.lexicon, settings: settings, jobs: jobs)
        let judgement = created.flatMap(CalendarDay.init(utc:))
        let reports = await Workers(jobs).map(collection.towns) { town, _ in
            CrashContainment.making(town) {
                tables.engine(of: town).report(town.book, town.diagnostics, judgedOn: judgement, masked: masked)
            }
        }
        var outcome = Outcome(failures: collection.failures, notices: collection.notices)
        let annotations = Annotations(reports)
        let paths = Set(annotations.paths)
        let files = search.files.filter { paths.contains($0.path) }
        let copies = zip(files, ModernCopies(files).copies).map { ($0, $1, day(of: $0.path, reports)) }
        let made = await Workers(jobs).map(copies) { copy, _ in
            annotated(copy.0, copy.1, on: copy.2, annotations)
        }
        var names: Set<String> = []
        for (file, result) in zip(files, made) {
            switch result {
            case .failure(let failure): outcome.failures.append(failure)
            case .success(nil): outcome.plain.append(file.path)
            case .success(let made?):
                do throws(InputFailure) {
                    outcome.written.append(try write(made.file, made.name, of: file, to: folder, beside: &names))
                } catch {
                    outcome.failures.append(error)
                }
            }
        }
        return outcome
    }

    private func day(of path: String, _ reports: [Report]) -> String {
        if let day = created.flatMap(CalendarDay.init(utc:)) { return day.iso }
        let years = reports.filter { $0.book.sources.contains { $0.path == path } }.compactMap(\.book.fiscalYear)
        return "\(years.max() ?? 1970)-01-01"
    }

    private func annotated(
        _ file: InputFile, _ copy: Result<ModernCopies.Copy, InputFailure>, on day: String, _ annotations: Annotations
    ) -> Result<(file: AnnotatedFile, name: String)?, InputFailure> {
        do {
            let copy = try copy.get()
            let annotated = try CrashContainment.reading(file) {
                try annotations.annotated(copy.bytes, path: file.path, on: day, correcting: correcting)
            }
            return .success(annotated.map { ($0, AnnotationRun.name(of: file, ending: copy.ending)) })
        } catch let error as AnnotatingError {
            return .failure(InputFailure(path: file.path, reason: error.message))
        } catch {
            return .failure(InputFailure(error, file: file))
        }
    }

    /// `甲镇（审核批注）.docx` of `甲镇.docx`, in the same folder below the input.
    static func name(of file: InputFile, ending: String?) -> String {
        let ending = ending ?? "." + file.url.pathExtension
        let steps = file.path.replacing("*", with: "x").split(separator: "/")
        let name = steps.last.map(String.init) ?? ""
        let stem = name.trimmingSuffix("." + file.url.pathExtension)
        let folder = steps.dropLast().map { $0 + "/" }.joined()
        return folder + stem.trimmingSuffix(AnsweredCopy.mark) + AnsweredCopy.mark + ending
    }

    private func write(
        _ file: AnnotatedFile, _ name: String, of input: InputFile, to folder: URL, beside names: inout Set<String>
    ) throws(InputFailure) -> Written {
        let url = folder.appending(path: name)
        guard names.insert(name.lowercased()).inserted else {
            throw InputFailure(path: input.path, reason: "另一个文件的批注也叫\(name.quoted)，没有写。请把原文件改名，或分开运行")
        }
        let bytes = Data(file.bytes)
        let isThere = (try? FileReader.bytes(of: InputFile(url: url, path: name))).map { $0 == file.bytes } == true
        if !isThere {
            do {
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try ReportFile.writeNew(bytes, to: url.path(percentEncoded: false))
            } catch {
                let reason = (error as? PublicationError)?.message ?? PublicationError.notWritable(name, error).message
                throw InputFailure(path: input.path, reason: reason)
            }
        }
        let counts = Annotation.Reach.allCases.compactMap { kind in file.counts[kind].map { (kind.rawValue, $0) } }
        return Written(name: name, counts: counts, corrections: file.corrections)
    }
}
