internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Platform
internal import Print
internal import Reporting
internal import Text

/// One volume of the bound book of a county, to be printed by a worker.
struct VolumeJob: Sendable {
    var volume: Volume
    /// In the order of the volume.
    var towns: [ReadBook]
    /// What the volume depends on, as a fingerprint.
    var fingerprint: String

    /// A town whose own book is printed.
    struct VolumeMember: Sendable {
        var town: ReadBook
        /// The town's result folder.
        var folder: String
        /// Of its book's body.
        var pages: Int
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
                volume: $0.volume, towns: ordered[$0.towns].map(\.town), fingerprint: fingerprint($0.volume, ordered[$0.towns]))
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
    func print(_ job: VolumeJob) -> Result<VolumeJob.BoundVolume, Failure> {
        let name = job.volume.fileName
        guard let press else { return .failure(.town(InputFailure(path: name, reason: "没有准备字体"))) }
        do {
            let bytes = try CrashContainment.writing(name) {
                let reports = job.towns.map { publishable(report(on: $0), on: $0) }
                return Data(try press.volume(job.volume, of: reports, created: run.created).bytes)
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
}
