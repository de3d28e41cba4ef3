package import Appraisal
public import Diagnostics
internal import Foundation
internal import GoalModel
public import GoalParsing
internal import Platform
internal import SourceFiles

/// The towns that a set of files holds: one book for each unit and year.
public struct TownCollection: Sendable {
    /// In the order of the files.
    public private(set) var towns: [ReadBook] = []
    /// Files that could not be read, and towns in conflict.
    public private(set) var failures: [InputFailure] = []
    /// Notices of no consequence, such as a second copy of the same file.
    public private(set) var notices: [String] = []

    /// Reads all files; old office formats are converted together before.
    ///
    /// Files of one unit and year join into one book. Where they contradict each other that town fails and its files are
    /// named; a second file with the very same content is left out with a notice.
    ///
    /// - Parameters:
    ///   - lexicon: the labels and headings by which tables are understood.
    ///   - settings: by which each town is judged; a town whose settings cannot be used fails.
    public static func reading(
        _ search: InputSearch, lexicon: Lexicon, settings: ReviewFiles, jobs: Int
    ) async -> TownCollection {
        let (lexicon, failures) = search.words(besides: lexicon)
        let folders = Dictionary(grouping: search.files.compactMap(\.folder)) { $0 }
        let areMany = search.files.count > TownCollection.few
        if areMany { Memory.keepLow() }
        let reader = FileReader(
            lexicon: lexicon, sharedFolders: Set(folders.filter { $1.count > 1 }.keys), parts: areMany ? SharedParts() : nil)
        var outcomes = await Workers(jobs).map(search.files) { file, _ in reader.read(file) }
        convert(search.files, &outcomes, reader)
        var collection = TownCollection()
        collection.failures = failures
        var fragments: [Fragment] = []
        for outcome in outcomes {
            switch outcome {
            case .failed(let failure): collection.failures.append(failure)
            case .fragments(let found): fragments += found
            case .old: break
            }
        }
        let joining = await TownJoining(fragments, reader, jobs: jobs)
        collection.failures += joining.failures + settings.unreadReplies
        let townFolders = Set(joining.towns.map { TownFolder($0.book).name })
        // A copy that says the same is left out, but for what was answered in its comments.
        let copies = AnsweredCopy.among(search.files, besides: joining.towns.flatMap(\.files))
        for var town in joining.towns {
            if !search.labels.isEmpty { town.lexicon = lexicon }
            town.actuals = Actuals(filledIn: town.book)
            do throws(InputFailure) {
                collection.towns.append(try settings.judging(town, among: townFolders, besides: copies))
            } catch {
                collection.failures.append(error)
            }
        }
        collection.notices = joining.notices
        return collection
    }

    /// So many books are read and printed before memory matters.
    private static let few = 100

    private static func convert(_ files: [InputFile], _ outcomes: inout [FileReader.Outcome], _ reader: FileReader) {
        let old = files.indices.compactMap { index in
            if case .old(let kind) = outcomes[index] { (index: index, kind: kind) } else { nil }
        }
        guard !old.isEmpty else { return }
        let conversion = OfficeConversion(old.map { (files[$0.index], $0.kind) })
        withExtendedLifetime(conversion) {
            for (place, result) in zip(old, conversion.results) {
                switch result {
                case .success(let url): outcomes[place.index] = reader.read(url, of: files[place.index])
                case .failure(let failure):
                    let file = files[place.index]
                    let isLocked = (try? FileReader.bytes(of: file)).map(SourceReader.isLocked) == true
                    outcomes[place.index] = .failed(isLocked ? InputFailure(ReadingError.passwordProtected, file: file) : failure)
                }
            }
        }
    }

    /// Gives each town its actual figures.
    ///
    /// - Parameter actuals: in the order of the towns.
    package mutating func take(_ actuals: [Actuals]) {
        for (index, actuals) in zip(towns.indices, actuals) where !actuals.files.isEmpty {
            towns[index].actuals = actuals.completed(by: towns[index].actuals)
        }
    }

    /// Older books of the same town, the newest first.
    package func predecessors(of town: ReadBook) -> [ReadBook] {
        guard let year = town.book.fiscalYear else { return [] }
        let key = town.book.townKey
        let older = towns.filter { other in
            other.book.fiscalYear.map { $0 < year } == true && other.book.townKey.isOfSameTown(as: key)
        }
        return older.sorted { ($0.book.fiscalYear ?? 0) > ($1.book.fiscalYear ?? 0) }
    }
}

extension InputSearch {
    /// The labels and headings with those that a county adds, and all that has failed.
    func words(besides lexicon: Lexicon) -> (lexicon: Lexicon, failures: [InputFailure]) {
        var (lexicon, failures) = (lexicon, failures)
        for file in labels {
            do { try lexicon.add(json5: Data(try FileReader.bytes(of: file))) } catch {
                let reason = (error as? LexiconError)?.reason ?? InputFailure(error, file: file).reason
                failures.append(InputFailure(path: file.path, reason: reason))
            }
        }
        return (lexicon, failures)
    }
}
