public import Diagnostics
internal import Foundation
internal import GoalModel
internal import Linting
public import Reporting

/// What goals are judged by besides the resources, each file read once: settings files, and sheets with answers to findings.
///
/// A file in a folder is for the books in it and below it; the outermost is that of the county. A file that is given by name
/// is for all books and lies below those of the folders. Finished results that are read back without any such file are judged
/// as they were.
public struct ReviewFiles: Sendable {
    private var settings: [Place<ReviewProfile>] = []
    private var replies: [Place<ReplyFile>] = []
    private let engine: Reviewer
    /// What stands in results, with what could not be read there.
    package var results = ResultAnswers()

    private struct Place<Content: Sendable>: Sendable {
        var file: InputFile
        /// The folder whose books it is for; `nil` for all books.
        var folder: [String]?
        /// Whether no book is left without it.
        var isForAll = false
        var content: Result<Content, InputFailure>

        func isFor(_ folders: [[String]]) -> Bool {
            folder.map { folder in folders.contains { $0.starts(with: folder) } } ?? true
        }
    }

    /// Reads what the search has found.
    ///
    /// - Parameters:
    ///   - profile: a settings file for all books.
    ///   - results: folders of earlier results, in which somebody may have answered findings; of several answers to one
    ///     finding that of the last folder counts.
    public init(_ search: InputSearch, profile: InputFile? = nil, results: [String] = [], engine: Reviewer) {
        self.engine = engine
        for folder in results { self.results.read(URL(filePath: folder), shown: folder) }
        let outermost = search.settings.first.map(Self.folder)
        if let profile { take(profile, folder: nil, isForAll: true, origin: "县设定") }
        for file in search.settings where file.url.standardizedFileURL != profile?.url.standardizedFileURL {
            let folder = Self.folder(file)
            let isOfCounty = !file.path.contains("/") && (folder == outermost || search.settings.count == 1)
            let isForAll = isOfCounty && search.files.allSatisfy { Self.folder($0).starts(with: folder) }
            take(file, folder: folder, isForAll: isForAll, origin: isOfCounty ? "县设定" : "乡镇设定")
        }
        for file in search.replies {
            let content: Result<ReplyFile, InputFailure>
            do throws(InputFailure) { content = .success(try ReplyFile(file)) } catch { content = .failure(error) }
            replies.append(Place(file: file, folder: Self.folder(file), content: content))
        }
    }

    /// All files beside the inputs, those that cannot be used as well.
    package var files: [InputFile] { settings.map(\.file) + replies.map(\.file) }

    /// The settings files for all books that cannot be used: place, reason, remedy. One that is for some fails those only.
    public var faults: [InputFailure] {
        settings.filter(\.isForAll).compactMap { place in
            if case .failure(let failure) = place.content { failure } else { nil }
        }
    }

    /// What of the answers cannot be read; the books are judged without that.
    public var unreadReplies: [InputFailure] {
        results.failures
            + replies.compactMap { place in
                switch place.content {
                case .success(let read): read.failure(place.file)
                case .failure(let failure): failure
                }
            }
    }

    private mutating func take(_ file: InputFile, folder: [String]?, isForAll: Bool, origin: String) {
        settings.append(Place(file: file, folder: folder, isForAll: isForAll, content: Self.read(file, origin: origin, engine)))
    }

    private static func read(
        _ file: InputFile, origin: String, _ engine: Reviewer
    ) -> Result<ReviewProfile, InputFailure> {
        let bytes: [UInt8]
        do { bytes = try FileReader.bytes(of: file) } catch { return .failure(InputFailure(error, file: file)) }
        do throws(ReviewSettingsError) {
            return .success(try engine.basis.profile(json5: Data(bytes), file: file.path, origin: origin))
        } catch {
            return .failure(InputFailure(path: file.path, reason: error.reason))
        }
    }

    private static func folder(_ file: InputFile) -> [String] {
        file.url.deletingLastPathComponent().standardizedFileURL.resolvingSymlinksInPath().pathComponents
    }

    /// The town with what judges it.
    ///
    /// - Parameters:
    ///   - towns: the result folders of all towns at hand.
    ///   - copies: files that no town is read from, with what was answered in their comments.
    /// - Throws: the failure of a town one of whose settings files cannot be used.
    func judging(
        _ town: ReadBook, among towns: Set<String>, besides copies: [AnsweredCopy] = []
    ) throws(InputFailure) -> ReadBook {
        let folders = town.files.map(Self.folder)
        let (mine, sheets) = (settings.filter { $0.isFor(folders) }, replies.filter { $0.isFor(folders) })
        let copies = copies.filter { $0.mayBeOf(town) }
        let comments = CommentReplies(town.files, year: town.book.fiscalYear).replies + copies.flatMap(\.replies)
        let answers = answers(of: TownFolder(town.book).name, among: towns, sheets, comments)
        if mine.isEmpty, let review = town.review { return try town.judged(by: review, answers: answers, engine) }
        guard !mine.isEmpty || !answers.isEmpty else { return town }
        var town = town
        town.settings = mine.map(\.file) + sheets.map(\.file) + copies.map(\.file)
        let names = town.files.map(\.path)
        var settings: [ReviewProfile] = []
        for place in mine {
            switch place.content {
            case .success(let read): settings.append(read)
            case .failure(let failure):
                throw InputFailure(files: names + [place.file.path], reason: "\(failure.path) \(failure.reason)")
            }
        }
        do throws(ReviewSettingsError) {
            town.engine = try engine.laidOver(settings, replies: answers, for: town.book)
        } catch {
            throw InputFailure(files: names + mine.map(\.file.path), reason: "审核设定合在一起不能用：\(error.reason)")
        }
        return town
    }

    /// What was answered to a town, in results, beside its files and in the comments of these.
    private func answers(
        of folder: String, among towns: Set<String>, _ sheets: [Place<ReplyFile>], _ comments: [FindingReply]
    ) -> [FindingReply] {
        var answers = Answers(results.answers.may(beOf: folder, among: towns))
        for var reply in sheets.flatMap({ (try? $0.content.get().replies) ?? [] }) + comments {
            (reply.town, reply.isBesideInput) = (folder, true)
            answers.offer(reply)
        }
        return answers.all
    }
}

extension ReadBook {
    /// The town with the settings that its own results carry along.
    ///
    /// - Parameter answers: what was written to findings since.
    package func judged(
        by review: RecordedReview, answers: [FindingReply] = [], _ engine: Reviewer
    ) throws(InputFailure) -> ReadBook {
        var (town, review) = (self, review)
        if !answers.isEmpty { review.replies = (review.replies ?? []) + answers }
        do throws(ReviewSettingsError) { town.engine = try engine.laidOver(review, for: book) } catch {
            throw InputFailure(files: files.map(\.path), reason: "记下的审核设定现在不能用：\(error.message)")
        }
        return town
    }
}
