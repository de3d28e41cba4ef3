internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Reporting

/// Puts the books of several facts files together: the same book twice counts once, different ones of a unit and year fail.
struct FactsJoining {
    struct Town: Sendable {
        var town: FactsRead.Town
        let file: InputFile
    }

    private(set) var towns: [Town] = []
    private(set) var failures: [InputFailure] = []
    private(set) var notices: [String] = []

    init(_ reads: [FactsRead]) {
        let books = reads.flatMap { read in read.towns.map { (town: $0, read: read) } }
        for (_, found) in books.grouped(by: \.town.unit) {
            let first = found[0]
            let others = found.dropFirst()
            guard others.allSatisfy({ FactsJoining.areSame(first, $0) }) else {
                failures.append(
                    InputFailure(
                        files: found.map(\.read.file.path).grouped { $0 }.map(\.key),
                        reason: "是同一单位、同一年度（\(first.town.folder)），内容却不同，没有计入。请只留下正确的一份，再汇总一次"))
                continue
            }
            for other in others {
                notices.append("\(other.read.file.path)：与 \(first.read.file.path) 中的\(first.town.folder)相同，只计一次")
            }
            towns.append(Town(town: first.town, file: first.read.file))
        }
    }

    /// Whether both are the same to the byte; files are read again, because this is rare.
    private static func areSame(
        _ a: (town: FactsRead.Town, read: FactsRead), _ b: (town: FactsRead.Town, read: FactsRead)
    ) -> Bool {
        if a.read.sha256 == b.read.sha256, a.town.range == b.town.range { return true }
        guard a.town.range.count == b.town.range.count, let mine = try? FileReader.bytes(of: a.read.file),
            let theirs = try? FileReader.bytes(of: b.read.file), a.town.range.upperBound <= mine.count,
            b.town.range.upperBound <= theirs.count
        else { return false }
        return mine[a.town.range] == theirs[b.town.range]
    }

    /// Takes over what the finished results say did not come about there, and why towns are not of their day's input.
    mutating func take(_ rollups: [URL]) {
        for url in rollups {
            guard let bytes = try? FileReader.bytes(of: InputFile(url: url, path: url.lastPathComponent)),
                let rollup = try? RollupFile(Data(bytes))
            else { continue }
            failures += rollup.failures
            let rows = Dictionary(rollup.towns.map { ($0.folder, $0) }) { first, _ in first }
            let folder = url.deletingLastPathComponent().standardizedFileURL.pathComponents
            for index in towns.indices {
                let place = towns[index].file.url.standardizedFileURL.pathComponents
                guard place.starts(with: folder), let row = rows[towns[index].town.folder] else { continue }
                towns[index].town.town.row.remark = row.remark
                towns[index].town.town.row.updated = row.updated.flatMap { CalendarDay(iso: $0) }
            }
        }
    }
}

extension FactsRead.Town {
    /// What two books of one town and year have in common.
    static func unit(_ key: TownKey, year: Int?) -> [String] {
        [key.region ?? "", key.unitCode ?? "", key.unitCode == nil ? key.town : "", year.map(String.init) ?? ""]
    }
}
