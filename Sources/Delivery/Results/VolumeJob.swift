internal import Aggregation
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Linting
internal import Platform
internal import Print
internal import Reporting
internal import Synchronization
internal import Text

/// One volume of the bound book of a county, to be printed by a worker.
struct VolumeJob: Sendable {
    var volume: Volume
    /// Of its towns, in their order.
    let folders: [String]
    private let towns: Towns
    /// For each of them what is drawn in its own book, where that has been verified in this run.
    var prints: [BookDrawing?]
    /// What the volume depends on, as a fingerprint.
    var fingerprint: String

    /// Lets the towns go when they are taken: a county's books need not be kept until its last volume is printed.
    private final class Towns: Sendable {
        private let books: Mutex<[ReadBook]>

        init(_ books: [ReadBook]) {
            self.books = Mutex(books)
        }

        func take() -> [ReadBook] {
            books.withLock { books in
                defer { books = [] }
                return books
            }
        }
    }

    /// Its towns in the order of the volume, once.
    func takeTowns() -> [ReadBook] { towns.take() }

    /// A town whose own book is printed.
    struct VolumeMember: Sendable {
        var town: ReadBook
        /// The town's result folder.
        var folder: String
        /// Of its book's body.
        var pages: Int
        var print: BookDrawing?
        /// What the town's results depend on; empty where earlier results are of no interest.
        var fingerprint = ""
    }

    struct BoundVolume: Sendable {
        var file: Manifest.Entry
        var fingerprint: String
    }

    /// The volumes that hold all towns of a county in the order of its overview; none for a single town.
    static func jobs(binding leaves: [VolumeMember], of county: CountyReport, preset: PagePreset) -> [VolumeJob] {
        guard leaves.count > 1 else { return [] }
        let byFolder = Dictionary(leaves.map { ($0.folder, $0) }) { first, _ in first }
        let ordered = county.rows.compactMap { byFolder[$0.folder] }
        let years = Set(ordered.map(\.town.book.fiscalYear))
        let year = years.count == 1 ? years.first ?? nil : nil
        return Volume.volumes(county: county.title, year: year, pages: ordered.map(\.pages), preset: preset).map {
            VolumeJob(
                volume: $0.volume, folders: ordered[$0.towns].map(\.folder), towns: Towns(ordered[$0.towns].map(\.town)),
                prints: ordered[$0.towns].map(\.print), fingerprint: fingerprint($0.volume, ordered[$0.towns]))
        }
    }

    private static func fingerprint(_ volume: Volume, _ leaves: ArraySlice<VolumeMember>) -> String {
        guard leaves.allSatisfy({ !$0.fingerprint.isEmpty }) else { return "" }
        let words = ["\(volume)"] + leaves.map { "\($0.folder) \($0.pages) \($0.fingerprint)" }
        return sha256(Data(words.joined(separator: "\n").utf8))
    }
}

extension TownPrinter {
    /// Prints a volume; a trouble of its own leaves the towns' books as they are.
    ///
    /// - Parameter early: the same volume, if it has been printed already.
    func print(_ job: VolumeJob, early: UnprovenVolume? = nil) -> Result<VolumeJob.BoundVolume, Failure> {
        let name = job.volume.fileName
        defer { Memory.giveBack() }
        do {
            let bytes = try CrashContainment.writing(name) {
                Data(try (early ?? unproven(job)).verified(by: job.prints).bytes)
            }
            try Publication.write(bytes, to: name, in: staging)
            return .success(
                VolumeJob.BoundVolume(file: Manifest.Entry(path: name, sha256: sha256(bytes)), fingerprint: job.fingerprint))
        } catch let error as PublicationError {
            return .failure(.disk(error))
        } catch let failure as InputFailure {
            return .failure(.town(failure))
        } catch {
            return .failure(.town(InputFailure(path: name, reason: "生成合订本时出错：\(error)")))
        }
    }

    private func unproven(_ job: VolumeJob) throws -> UnprovenVolume {
        guard let press else { throw InputFailure(path: job.volume.fileName, reason: "没有准备字体") }
        defer { if areMany { press.forgetDocuments() } }
        return try press.volume(job.volume, created: run.created) {
            job.takeTowns().map { publishable(report(on: $0), on: $0) }
        }
    }

    /// Prints a volume that is likely to be wanted when all its towns are done.
    ///
    /// - Returns: `nil` where that has not come about, which is told when the volume is really printed.
    func printEarly(_ job: VolumeJob) -> UnprovenVolume? {
        try? CrashContainment.writing(job.volume.fileName) { try unproven(job) }
    }
}

extension VolumeJob {
    /// The volume that a run will most likely end with; `nil` where that cannot be told before its towns are printed.
    ///
    /// It is the greatest piece of work of a run. Begun first, it leaves no worker waiting for another at the end.
    init?(expecting jobs: [TownJob], preset: PagePreset) {
        let books = jobs.map(\.town.book)
        // How many pages a volume gets is not known before; one that is too large becomes several.
        let pages = books.reduce(0) { $0 + 10 + $1.projects.count }
        guard jobs.count > 1, pages < 580, jobs.allSatisfy({ $0.standing == nil }) else { return nil }
        let towns = zip(jobs, books).map { job, book in
            let folder = TownFolder(book).name
            let row = CountyReport.Row(
                folder: folder, town: book.town, county: book.county ?? "", year: "", projects: 0, indicators: 0, budget: .zero,
                score: nil, errors: 0, warnings: 0, hints: 0)
            let line = CountyReport.Town(
                row, key: book.townKey, county: book.county, fiscalYear: book.fiscalYear, rules: [],
                prints: RowFingerprints(rows: [], sets: []))
            return (line: line, member: VolumeMember(town: job.town, folder: folder, pages: 1))
        }
        let county = CountyReport(towns: towns.map(\.line), failures: [])
        guard let job = VolumeJob.jobs(binding: towns.map(\.member), of: county, preset: preset).first else { return nil }
        self = job
    }

    /// Whether it is the same volume of the same books.
    func isSame(as other: VolumeJob) -> Bool {
        volume == other.volume && folders == other.folders
    }
}
