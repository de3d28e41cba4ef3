internal import Appraisal
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Platform
internal import Reporting
internal import Text

/// The work of a run, with reasons: every town of the inputs and of the earlier results.
struct NightlyPlan: Sendable {
    private(set) var jobs: [TownJob] = []
    /// What each job's town depends on, in the order of the jobs.
    private(set) var states: [TownDependencies] = []
    /// Why each town is made anew, or is not; for people.
    private(set) var reasons: [(town: String, reason: String)] = []
    private(set) var failures: [InputFailure]
    /// Towns that are no longer there.
    private(set) var dropped: [PublishedState.Dropped] = []
    /// What this run builds on; `nil` for a first one.
    let before: Before?
    /// What the files of actual figures said.
    let actuals: ActualsFolder.Reading
    private let standing: StandingResults?
    /// Whether there are other answers than before.
    private let isAnswered: Bool

    /// The results that readers see now.
    struct Before: Sendable {
        var basis: PublishedState
        var folder: URL
    }

    struct TownDependencies: Hashable, Sendable {
        var inputs: [Manifest.Entry]
        var predecessors: String
        /// What they are made by.
        var conditions = ""
        /// Of those that nobody makes anew.
        var kept: String?

        var fingerprint: String {
            let words = [conditions, predecessors] + inputs.flatMap { [$0.path, $0.sha256] }
            return kept ?? sha256(Data(words.joined(separator: "\n").utf8))
        }
    }

    /// - Parameter otherwise: why everything is made anew, where it is.
    init(
        _ collection: TownCollection, _ look: NightlyRun.InputSnapshot, _ actuals: ActualsFolder.Reading, before: Before?,
        otherwise reasonForAll: String
    ) {
        let (search, digest, conditions) = (look.search, look.digest, look.conditions)
        (self.before, self.actuals) = (before, actuals)
        standing = before.flatMap { StandingResults($0.folder) }
        isAnswered = digest.hashes[AnswerFile.fileName] != before?.basis.inputs[AnswerFile.fileName]
        failures = collection.failures
        let changes = before.map { conditions.differences(from: $0.basis.conditions) } ?? []
        var seen: Set<String> = []
        for town in collection.towns {
            let folder = TownFolder(town.book).name
            guard seen.insert(folder).inserted else { continue }
            let older = collection.predecessors(of: town).first
            let dependence = TownDependencies(town, after: older, digest, conditions)
                .answered(look.settings.results.answers.all, folder)
            let state = before?.basis.towns[folder]
            if let state, let failure = failure(of: state) {
                keep(state, because: failure)
                continue
            }
            var job = TownJob(
                town: town, predecessors: collection.predecessors(of: town), lastGood: state.map { lastGood($0) },
                fingerprint: dependence.fingerprint)
            let title = town.book.shownName
            if let state, state.fingerprint == dependence.fingerprint, isComplete(state) {
                job.standing = lastGood(state).standing
                reasons.append((title, state.staleReason == nil ? "没有变化" : "输入恢复原样，去掉没有更新的说明"))
            } else {
                reasons.append((title, before == nil ? reasonForAll : reason(dependence, state, changes)))
            }
            jobs.append(job)
            states.append(dependence)
        }
        for state in (before?.basis.towns.values).map(Array.init)?.sorted(by: { $0.folder < $1.folder }) ?? []
        where !seen.contains(state.folder) {
            leaveOrDrop(state, search)
        }
        // They keep no town from being made.
        failures += actuals.failures
    }

    /// The jobs, each with what its town scored on earlier nights.
    func jobs(knowing history: [String: [ScoreTrend.Night]]) -> [TownJob] {
        jobs.map { job in
            var job = job
            job.history = history[TownFolder(job.town.book).name] ?? []
            return job
        }
    }

    /// Whether the earlier results say all that there is to say.
    var isNothingNew: Bool {
        guard let before, dropped.isEmpty, !isAnswered else { return false }
        let stale = jobs.allSatisfy { job in
            guard let standing = job.standing else { return false }
            return before.basis.towns[TownFolder(job.town.book).name]?.staleReason == standing.staleness?.reason
        }
        return stale && failures.map(\.titled) == before.basis.failures.map(\.titled)
            && jobs.count == before.basis.towns.count
    }

    /// What could not be read of the files that gave a town before; from now on it bears the town's name.
    private mutating func failure(of state: PublishedState.Town) -> String? {
        let index = failures.firstIndex { failure in
            // A sheet of answers keeps no town from being made.
            failure.files.contains { file in
                !ReplyFile.isOne(file)
                    && state.inputs.contains { $0.path == file || (file.hasSuffix("/") && $0.path.hasPrefix(file)) }
            }
        }
        return index.map { name($0, state) }
    }

    private mutating func name(_ index: Int, _ state: PublishedState.Town) -> String {
        failures[index].towns.append(state.shownName)
        return "\(failures[index].path)：\(failures[index].reason)"
    }

    /// A town of before that today's inputs do not give.
    private mutating func leaveOrDrop(_ state: PublishedState.Town, _ search: InputSearch) {
        if let failure = failure(of: state) { return keep(state, because: failure) }
        let paths = Set((search.files + search.settings + search.labels + search.replies).map(\.path))
        let books = state.inputs.map(\.path).filter { !Self.isBeside($0) }
        let gone = books.filter { !paths.contains($0) }
        let title = state.shownName
        // Where a whole input could not be opened, its files are not gone: nobody knows.
        if !gone.isEmpty, let index = failures.firstIndex(where: { search.failures.map(\.files).contains($0.files) }) {
            return keep(state, because: name(index, state))
        }
        let reason =
            gone.isEmpty
            ? "\(books.joined(separator: "、")) 现在不是它的目标书了" : "\(gone.joined(separator: "、")) 已不在"
        dropped.append(PublishedState.Dropped(town: title, reason: reason))
        reasons.append((title, "不再列出：\(reason)"))
    }

    /// Shows the earlier results, with the reason.
    private mutating func keep(_ state: PublishedState.Town, because reason: String) {
        let good = lastGood(state)
        do {
            let book = try good.book()
            jobs.append(TownJob(town: book, standing: good.standing(because: reason), fingerprint: state.fingerprint))
            states.append(
                TownDependencies(inputs: state.inputs, predecessors: state.predecessors, kept: state.fingerprint))
            reasons.append((state.shownName, "读不了，显示\(good.madeOn)的结果"))
        } catch {
            failures.append(InputFailure(path: state.folder, reason: "以前的结果也读不了（\(error.fileTrouble.reason)），不再显示。请先改好输入文件"))
        }
    }

    private func lastGood(_ state: PublishedState.Town) -> LastGoodResult {
        let root = before?.folder ?? URL(filePath: "/")
        let madeOn = LocalTime(state.made).day
        var result = ReusableResult(
            folder: root.appending(path: state.folder), files: state.files, madeOn: madeOn, pages: state.pages)
        result.changed = Set(state.files.map(\.path).filter { standing?.isChanged($0) == true })
        return LastGoodResult(
            standing: result,
            files: state.inputs.map { InputFile(url: root, path: $0.path) }, madeOn: LocalTime(state.made).dayInWords)
    }

    private func isComplete(_ state: PublishedState.Town) -> Bool {
        guard let before else { return false }
        return state.files.allSatisfy {
            FileManager.default.fileExists(atPath: before.folder.appending(path: $0.path).path(percentEncoded: false))
        }
    }

    /// Whether a file says something of a town besides its book.
    private static func isBeside(_ path: String) -> Bool { path == AnswerFile.fileName || ActualsFolder.holds(path) }

    private func reason(_ now: TownDependencies, _ state: PublishedState.Town?, _ changes: [String]) -> String {
        guard let state else { return "新的乡镇" }
        var reasons = changes
        func answers(_ inputs: [Manifest.Entry]) -> String? { inputs.first { $0.path == AnswerFile.fileName }?.sha256 }
        if answers(now.inputs) != answers(state.inputs) { reasons.append("审核意见表上有新的答复") }
        let change = InputChange(
            from: state.inputs.filter { !Self.isBeside($0.path) }, to: now.inputs.filter { !Self.isBeside($0.path) })
        reasons += change.reasons(new: "新的文件 ", changed: "内容变了", gone: "已不在")
        let figures = InputChange(
            from: state.inputs.filter { ActualsFolder.holds($0.path) }, to: now.inputs.filter { ActualsFolder.holds($0.path) })
        reasons += figures.reasons(new: "有了执行数据 ", changed: "中它的执行数据变了", gone: "中没有它的执行数据了")
        if now.predecessors != state.predecessors { reasons.append("上一年度的目标书变了") }
        if reasons.isEmpty, !isComplete(state) { reasons.append("结果文件不全") }
        return reasons.isEmpty ? "文件的先后次序变了" : reasons.joined(separator: "；")
    }
}

extension NightlyPlan.TownDependencies {
    fileprivate init(_ town: ReadBook, after older: ReadBook?, _ digest: InputHashes, _ conditions: BuildEnvironment) {
        inputs = (town.files + town.settings).map { Manifest.Entry(path: $0.path, sha256: digest.hashes[$0.path] ?? "") }
        inputs += town.actuals?.entries ?? []
        predecessors =
            older.map { older in
                ([TownFolder(older.book).name] + older.files.map { digest.hashes[$0.path] ?? "" }
                    + (older.actuals?.entries ?? []).map(\.sha256)).joined(separator: " ")
            } ?? ""
        self.conditions = conditions.fingerprint
    }

    /// With the answers of the town, which decide what its results say.
    func answered(_ answers: [FindingReply], _ folder: String) -> Self {
        var dependence = self
        dependence.inputs.removeAll { $0.path == AnswerFile.fileName }
        let digest = Answers.digest(answers, of: folder)
        if !digest.isEmpty { dependence.inputs.append(Manifest.Entry(path: AnswerFile.fileName, sha256: digest)) }
        return dependence
    }
}

extension Actuals {
    /// The files that the figures are of, each by what of it is of this town, and whether it is an earlier copy.
    fileprivate var entries: [Manifest.Entry] {
        contents.sorted { $0.key < $1.key }.map { path, content in
            guard let staleness, staleness.contains(path) else { return Manifest.Entry(path: path, sha256: content) }
            return Manifest.Entry(path: path, sha256: InputChange.earlier + sha256((content + staleness).utf8))
        }
    }
}

/// How the files of a town differ from those of before.
private struct InputChange {
    let before: [Manifest.Entry]
    let after: [Manifest.Entry]

    /// How the checksum of an earlier copy begins.
    static let earlier = "earlier:"

    init(from before: [Manifest.Entry], to after: [Manifest.Entry]) { (self.before, self.after) = (before, after) }

    /// In words.
    func reasons(new: String, changed: String, gone: String) -> [String] {
        let old = Dictionary(before.map { ($0.path, $0.sha256) }) { first, _ in first }
        let now = Set(after.map(\.path))
        return after.filter { old[$0.path] == nil }.map { new + $0.path }
            + after.filter { old[$0.path] != nil && old[$0.path] != $0.sha256 }.map {
                "\($0.path) \($0.sha256.hasPrefix(Self.earlier) ? "读不了，用以前的" : changed)"
            }
            + before.filter { !now.contains($0.path) }.map { "\($0.path) \(gone)" }
    }
}
