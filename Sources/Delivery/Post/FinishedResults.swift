internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Pages
internal import Platform
public import Reporting

/// Finished results, read back from their folder to be written about.
public struct FinishedResults: Sendable {
    let folder: URL
    /// The newest book of each town, in the order of their folders.
    public private(set) var towns: [Town] = []
    /// Results that could not be read, with the reason.
    public private(set) var troubles: [String] = []

    public struct Town: Sendable {
        /// The town's folder, relative to the results.
        public var folder: String
        public var report: Report

        /// What can stand in settings for this town.
        var names: [String] {
            let book = report.book
            let unit = book.unit.code ?? ""
            return [folder, book.town, unit, "\(book.region ?? "")-\(unit)"].filter { !$0.isEmpty }
        }

        /// That of what a reader of a mail learns of the town.
        var fingerprint: String { LeaderMail(report: report).text.fingerprint }
    }

    /// - Parameters:
    ///   - day: from which "what is due next" is told.
    ///   - judgement: the day on which what is agreed to be kept must still hold, as when the results were made.
    init(_ folder: URL, tables: RunResources, asOf day: CalendarDay?, judgedOn judgement: CalendarDay?, jobs: Int) async {
        self.folder = folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        let found = names.filter { name in
            !name.hasPrefix(".")
                && FileManager.default.fileExists(
                    atPath: folder.appending(path: name).appending(path: ResultFile.facts.rawValue).path(percentEncoded: false))
        }
        let read = await Workers(jobs).map(found.sorted()) { name, _ in
            FinishedResults.town(name, in: folder, tables, asOf: day, judgedOn: judgement)
        }
        var all: [Town] = []
        for result in read {
            switch result {
            case .success(let town): all.append(town)
            case .failure(let failure): troubles.append("\(failure.path)：\(failure.reason)")
            }
        }
        for var town in all where !all.contains(where: { town.isOlder(than: $0) }) {
            var earlier = EarlierBooks()
            let older = all.filter { $0.isOlder(than: town) }
            for edition in older.sorted(by: { $0.year > $1.year }).prefix(1) { earlier.add(edition.report) }
            town.report.change = tables.engine.publishableChange(to: town.report, since: earlier)
            towns.append(town)
        }
    }

    private static func town(
        _ name: String, in folder: URL, _ tables: RunResources, asOf day: CalendarDay?, judgedOn judgement: CalendarDay?
    ) -> Result<Town, InputFailure> {
        let file = folder.appending(path: name).appending(path: ResultFile.facts.rawValue)
        let path = name + "/" + ResultFile.facts.rawValue
        let input = InputFile(url: file, path: path)
        do {
            return .success(
                try CrashContainment.reading(input) {
                    let bytes = try FileReader.bytes(of: input)
                    guard let read = try FactsFile.books(bytes, path: path).first else { throw FactsError.noBooks }
                    var town = ReadBook(files: [input], book: read.book, diagnostics: read.diagnostics)
                    if let review = read.review { town = try town.judged(by: review, tables.engine) }
                    let engine = tables.engine(of: town)
                    let report = engine.report(town.book, town.diagnostics, asOf: day, judgedOn: judgement)
                    // Mails do not say that they are for inside use.
                    let shown = engine.publishable(report, town.book, town.diagnostics, asOf: day, judgedOn: judgement)
                    return Town(folder: name, report: shown)
                })
        } catch {
            return .failure(InputFailure(error, file: input))
        }
    }

    /// Whether a result was made.
    func has(_ file: ResultFile, of town: Town) -> Bool {
        let url = folder.appending(path: town.folder).appending(path: file.rawValue)
        return FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    }

    /// Whether the town's own files stand there with comments.
    func hasCopies(of town: Town) -> Bool {
        let url = folder.appending(path: town.folder).appending(path: OutputFormat.annotatedFolder)
        return FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
    }

    /// The bytes of a result; `nil` where it was not made.
    func file(_ file: ResultFile, of town: Town) -> [UInt8]? {
        let url = folder.appending(path: town.folder).appending(path: file.rawValue)
        return (try? Data(contentsOf: url)).map(Array.init)
    }
}

extension FinishedResults.Town {
    fileprivate var year: Int { report.book.fiscalYear ?? 0 }

    fileprivate func isOlder(than other: Self) -> Bool {
        year < other.year && report.book.townKey.isOfSameTown(as: other.report.book.townKey)
    }
}
