internal import GoalModel

/// The towns that a set of files holds: one book for each unit and year.
public struct TownCollection: Sendable {
    /// In the order of the files.
    public private(set) var towns: [ReadBook] = []
    /// Files that could not be read, and towns in conflict.
    public private(set) var failures: [TownFailure] = []
    /// Notices of no consequence, such as a second copy of the same file.
    public private(set) var notices: [String] = []

    /// Reads all files.
    ///
    /// The same unit and year with different content is a conflict: that town fails and all its files are named. A second
    /// file with the very same content is left out with a notice.
    public static func reading(_ search: InputSearch, jobs: Int) async -> TownCollection {
        let results = await Workers(jobs).map(search.files) { file, _ -> Result<ReadBook, TownFailure> in
            do throws(TownFailure) { return .success(try ReadBook(file)) } catch { return .failure(error) }
        }
        var collection = TownCollection()
        collection.failures = search.failures
        var groups: [String: [ReadBook]] = [:]
        var order: [String] = []
        for result in results {
            switch result {
            case .failure(let failure): collection.failures.append(failure)
            case .success(let town):
                let folder = TownFolder(town.book).name
                if groups[folder] == nil { order.append(folder) }
                groups[folder, default: []].append(town)
            }
        }
        for folder in order { collection.take(groups[folder] ?? []) }
        return collection
    }

    /// Older books of the same town, the newest first.
    func predecessors(of town: ReadBook) -> [ReadBook] {
        guard let year = town.book.fiscalYear else { return [] }
        let key = town.book.townKey
        let older = towns.filter { other in
            other.book.fiscalYear.map { $0 < year } == true && other.book.townKey.isOfSameTown(as: key)
        }
        return older.sorted { ($0.book.fiscalYear ?? 0) > ($1.book.fiscalYear ?? 0) }
    }

    private mutating func take(_ group: [ReadBook]) {
        guard let first = group.first else { return }
        let others = group.dropFirst().filter { $0.book.sources.map(\.sha256) != first.book.sources.map(\.sha256) }
        if others.isEmpty {
            towns.append(first)
            for copy in group.dropFirst() { notices.append("\(copy.file.path) 与 \(first.file.path) 内容完全相同，只用一份") }
            return
        }
        let names = group.map(\.file.path).joined(separator: "、")
        let year = first.book.fiscalYear.map { "\($0)年" } ?? "年度不明"
        failures.append(
            TownFailure(path: names, reason: "都是\(first.book.town)\(year)的目标书，内容却不同，不知道以哪份为准。请只保留一份"))
    }
}
