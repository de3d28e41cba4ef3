internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Outputs
internal import Reporting
internal import Text

/// The towns of earlier results in the folder that a run writes to: those that are not in this run stay, as they are.
struct StandingTowns {
    private let results: StandingResults?
    private let made: Set<String>
    /// To be taken over and shown as not updated.
    private(set) var jobs: [TownJob] = []
    /// Without facts nothing can be shown of them.
    private var bare: [String] = []

    /// - Parameter made: the folders of the towns of this run.
    init(_ output: URL, besides made: Set<String>) {
        results = StandingResults(output.resolvingSymlinksInPath())
        self.made = made
        for folder in results?.towns ?? [] where !made.contains(folder) {
            var standing = LastGoodResult(standing: standing(folder), files: [], madeOn: Self.before)
                .standing(because: "这次的输入里没有这个乡镇")
            standing.isUntouched = true
            let last = LastGoodResult(standing: standing, files: [], madeOn: Self.before)
            guard let book = try? last.book(), TownFolder(book.book).name == folder else {
                bare.append(folder)
                continue
            }
            jobs.append(TownJob(town: book, standing: standing))
        }
    }

    /// No clock is asked, and no file's time.
    private static let before = ""

    private func standing(_ folder: String) -> ReusableResult {
        let files = entries(folder)
        var standing = ReusableResult(
            folder: results?.folder.appending(path: folder) ?? URL(filePath: folder), files: files, madeOn: nil, pages: nil)
        standing.changed = Set(files.map(\.path).filter { results?.isChanged($0) == true })
        return standing
    }

    /// The files of a town that are still there.
    private func entries(_ folder: String) -> [Manifest.Entry] {
        guard let results else { return [] }
        return results.outputs.filter {
            $0.key.hasPrefix(folder + "/") && StandingResults.isThere(results.folder.appending(path: $0.key))
        }
        .map { Manifest.Entry(path: $0.key, sha256: $0.value) }.sorted { $0.path < $1.path }
    }

    /// What is shown of a town of this run when printing fails.
    func lastGood(of town: ReadBook) -> LastGoodResult? {
        let folder = TownFolder(town.book).name
        guard let results, results.towns.contains(folder) else { return nil }
        return LastGoodResult(standing: standing(folder), files: town.files, madeOn: Self.before)
    }

    /// The files of towns of which nothing can be shown.
    var others: [(file: Manifest.Entry, source: URL)] {
        guard let results else { return [] }
        return bare.flatMap(entries).map { ($0, results.folder.appending(path: $0.path)) }
    }

    var notices: [String] {
        let names = jobs.map(\.town.book.shownName) + bare.map { "\($0)（facts.json 没有或读不了，不列入汇总）" }
        guard !names.isEmpty else { return [] }
        let shown = names.prefix(10).joined(separator: "、") + (names.count > 10 ? "等" : "")
        return ["\(TownState.stale.title)：结果里另有\(names.count)个乡镇这次没有输入，原样保留：\(shown)。不要了的，删去它的文件夹再运行"]
    }
}
