internal import Diagnostics
internal import GoalModel
internal import GoalParsing
internal import Platform
internal import SourceFiles
internal import Text

/// Joins the fragments of one town and year into one book, or finds that they contradict each other.
struct TownJoining: Sendable {
    /// In the order of the first files.
    private(set) var towns: [ReadBook] = []
    private(set) var failures: [InputFailure] = []
    private(set) var notices: [String] = []
    private let reader: FileReader

    /// Joins towns beside each other.
    init(_ fragments: [Fragment], _ reader: FileReader, jobs: Int) async {
        self.reader = reader
        let joined = await Workers(jobs).map(TownJoining.groups(fragments)) { group, _ in TownJoining(group, reader) }
        towns = joined.flatMap(\.towns)
        failures = joined.flatMap(\.failures)
        notices = joined.flatMap(\.notices)
    }

    private init(_ group: [Fragment], _ reader: FileReader) {
        self.reader = reader
        take(group)
    }

    /// Fragments of the same unit and year; one without a unit code joins the only unit of its subfolder.
    private static func groups(_ fragments: [Fragment]) -> [[Fragment]] {
        var keys: [String?] = fragments.map { key($0.book) }
        /// For each subfolder its first fragment with a unit code, and its units.
        var folders: [String: (first: Int, units: Set<String>)] = [:]
        for (index, fragment) in fragments.enumerated() {
            if let key = keys[index], let folder = fragment.file.folder {
                folders[folder, default: (index, [])].units.insert(key)
            }
        }
        for (index, fragment) in fragments.enumerated() where keys[index] == nil {
            guard let found = fragment.file.folder.flatMap({ folders[$0] }), found.units.count == 1,
                fragment.book.canJoin(fragments[found.first].book)
            else { continue }
            keys[index] = found.units.first
        }
        var groups: [[Fragment]] = []
        var places: [String: Int] = [:]
        for (fragment, key) in zip(fragments, keys) {
            // Without a code, two documents are of one book only when they are the same.
            let key = key ?? TownFolder(fragment.book).name
            if let place = places[key] {
                groups[place].append(fragment)
            } else {
                places[key] = groups.count
                groups.append([fragment])
            }
        }
        return groups
    }

    private static func key(_ book: GoalBook) -> String? {
        guard book.unit.code != nil else { return nil }
        return TownFolder(book).name
    }

    private mutating func take(_ group: [Fragment]) {
        var kept = group.count == 1 ? group : []
        /// What was kept, by the files' checksums and by what it says wherever that stands.
        var (files, contents): ([FilesAndSize: Int], [GoalBook: Int]) = ([:], [:])
        for fragment in group where group.count > 1 {
            let (file, content) = (FilesAndSize(fragment.book), fragment.book.withoutPlaces)
            if let same = files[file] ?? contents[content] {
                notices.append("\(fragment.file.path) 与 \(kept[same].file.path) 内容完全相同，只用一份")
            } else {
                if !file.checksums.isEmpty { files[file] = kept.count }
                contents[content] = kept.count
                kept.append(fragment)
            }
        }
        guard let first = kept.first else { return }
        if kept.count == 1 {
            var town = ReadBook(files: [first.file], book: first.book, diagnostics: first.fileDiagnostics + first.diagnostics)
            (town.review, town.progress) = (first.review, first.progress)
            towns.append(town)
        } else {
            join(kept)
        }
    }

    private mutating func join(_ group: [Fragment]) {
        let names = group.map(\.file.path).joined(separator: "、")
        let year = group.lazy.compactMap(\.book.fiscalYear).first.map { "\($0)年" } ?? "年度不明"
        let town = group.lazy.map(\.book.town).first { !$0.isEmpty } ?? ""
        func fail(_ reason: String) {
            failures.append(
                InputFailure(
                    files: group.map(\.file.path), reason: "都是\(town)\(year)的目标书，内容却不同，不知道以哪份为准（\(reason)）。请只保留一份，或改成一致"))
        }
        if let reason = overlap(group) { return fail(reason) }
        var documents: [SourceDocument] = []
        for fragment in group {
            do { documents += [try reader.document(of: fragment)].compactMap(\.self) } catch {
                failures.append(InputFailure(error, file: fragment.file))
                return
            }
        }
        let reading = GoalBook.reading(documents, lexicon: reader.lexicon)
        if let difference = reading.diagnostics.first(where: { $0.id == Diagnostic.differenceID }) {
            let place = difference.location.map { "\($0)：" } ?? ""
            return fail(place + difference.summary)
        }
        notices.append("\(names) 合为\(town)\(year)的一本目标书")
        towns.append(
            ReadBook(
                files: group.map(\.file), book: reading.value, diagnostics: group.flatMap(\.fileDiagnostics) + reading.diagnostics
            ))
    }

    /// Two files with tables of the same project are two versions, and not two parts, of a book.
    private func overlap(_ group: [Fragment]) -> String? {
        if group.contains(where: { $0.isFinished }) { return "其中有facts.json，它本身就是完整的目标书" }
        var owners: [String: (name: String, file: Int)] = [:]
        var common: (key: String, first: Int, second: Int)?
        for (index, fragment) in group.enumerated() {
            for (key, name) in fragment.book.projectsWithIndicators {
                guard let owner = owners[key] else {
                    owners[key] = (name, index)
                    continue
                }
                let found = (key, owner.file, index)
                if common.map({ (found.1, found.2, found.0) < ($0.first, $0.second, $0.key) }) ?? true { common = found }
            }
        }
        return common.map { common in
            let names = [common.first, common.second].map { group[$0].file.path }
            return "项目\((owners[common.key]?.name ?? "").quoted)在 \(names[0]) 和 \(names[1]) 里都有绩效指标"
        }
    }
}

/// What tells that two books are of the same files, which may hold several towns.
private struct FilesAndSize: Hashable {
    let checksums: [String]
    let projects: Int

    init(_ book: GoalBook) {
        checksums = book.sources.map(\.sha256)
        projects = book.projects.count
    }
}

extension InputFile {
    /// The subfolder of the input that the file stands in; `nil` at the top.
    var folder: String? {
        let parts = path.split(separator: "/").dropLast()
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }
}

extension GoalBook {
    /// Whether what this book does not say of itself may be that of `other`.
    fileprivate func canJoin(_ other: GoalBook) -> Bool {
        let sameTown = town.isEmpty || other.town.isEmpty || town == other.town
        return sameTown && (fiscalYear == nil || other.fiscalYear == nil || fiscalYear == other.fiscalYear)
    }

    /// The names of projects with indicators by what tells them apart.
    fileprivate var projectsWithIndicators: [String: String] {
        let told = projects.filter { !$0.indicators.isEmpty }
        return Dictionary(told.map { ($0.code.isEmpty ? $0.name.withoutSpaces : $0.code, $0.name) }) { first, _ in first }
    }
}
