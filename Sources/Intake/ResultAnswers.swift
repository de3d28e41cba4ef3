package import Diagnostics
package import Foundation
package import Reporting
internal import Text

/// The answers in folders of results: those that are kept in 审核答复.json, and what was written on the sheets since.
package struct ResultAnswers: Sendable {
    package var answers = Answers()
    /// Those that stand in results, without what was written on sheets since.
    package private(set) var kept: [FindingReply] = []
    /// What could not be read: file, cell, reason.
    package private(set) var failures: [InputFailure] = []
    /// SHA-256 of the files whose answers were all read.
    package private(set) var read: Set<String> = []
    /// SHA-256 of those that people are to put right.
    package private(set) var unread: Set<String> = []
    package init() {}

    /// Whether a name in a town's folder is that of a sheet that a run has laid aside.
    package static func isLaidAside(_ name: String) -> Bool { name.hasPrefix(laidAside) && name.hasSuffix(".xlsx") }

    package static let laidAside = "审核意见表（未读入"

    /// Reads a folder of results; what is in it counts before what was read until now.
    ///
    /// - Parameter folder: as messages name it.
    package mutating func read(_ url: URL, shown folder: String) {
        guard let results = StandingResults(url) else { return }
        let isKept = takeKept(results, folder)
        kept = answers.all
        let towns = results.towns
        for town in towns {
            let sheet = town + "/" + ResultFile.opinions.rawValue
            guard StandingResults.isThere(results.folder.appending(path: sheet)) else { continue }
            if results.isChanged(sheet) {
                take(town, ResultFile.opinions.rawValue, results, folder) { $0.write($1) }
            } else if !isKept {
                take(town, ResultFile.opinions.rawValue, results, folder) { $0.offer($1) }
            }
        }
        // Behind the sheets, which show what was known before; also of towns that are not there any more.
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: results.folder.path(percentEncoded: false))) ?? []
        for town in folders.sorted() where StandingResults.isFolder(results.folder.appending(path: town)) {
            let path = results.folder.appending(path: town).path(percentEncoded: false)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            func written(_ name: String) -> Double { StandingResults.written(URL(filePath: path).appending(path: name)) ?? 0 }
            let last = written(ResultFile.opinions.rawValue)
            // Also copies that people have made.
            for name in names.filter(ReplyFile.isOne).sorted()
            where name != ResultFile.opinions.rawValue && !name.hasPrefix("~$") && !name.hasPrefix(".") {
                let isLast = written(name) > last
                take(town, name, results, folder) { $0.offer($1, isLast: isLast) }
            }
        }
    }

    /// Reads what was written on the sheets of older results since they were made: readers may have had them open when newer ones
    /// took their place. What is known already is no news.
    ///
    /// - Parameter known: SHA-256 of sheets that were laid aside for people to put right.
    package mutating func readOlder(_ url: URL, shown folder: String, besides known: Set<String>) {
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)),
            let made = StandingResults.written(url.appending(path: Manifest.fileName))
        else { return }
        for town in names.sorted() {
            let sheet = url.appending(path: town).appending(path: ResultFile.opinions.rawValue)
            // A name more of a file that another run took over is no change.
            guard let written = StandingResults.written(sheet), written > made else { continue }
            guard StandingResults.hash(sheet).map(known.contains) == false, let results = StandingResults(url),
                results.isChanged(town + "/" + ResultFile.opinions.rawValue)
            else { continue }
            take(town, ResultFile.opinions.rawValue, results, folder) { $0.offer($1) }
        }
    }

    /// The answers of 审核答复.json; false where they have to be looked for on every sheet.
    private mutating func takeKept(_ results: StandingResults, _ folder: String) -> Bool {
        let file = InputFile(
            url: results.folder.appending(path: AnswerFile.fileName), path: folder + "/" + AnswerFile.fileName)
        guard StandingResults.isThere(file.url) else {
            return results.keepsAnswers && results.outputs[AnswerFile.fileName] == nil
        }
        do {
            let bytes = Data(try FileReader.bytes(of: file))
            for reply in try AnswerFile(json: bytes).replies { answers.restore(reply) }
            read.insert(sha256(bytes))
            return true
        } catch {
            failures.append(InputFailure(path: file.path, reason: "读不出以前的答复（文件损坏或被改过），改从各乡镇的审核意见表中读。请从备份恢复这个文件"))
            return false
        }
    }

    private mutating func take(
        _ town: String, _ name: String, _ results: StandingResults, _ shown: String, _ note: (inout Answers, FindingReply) -> Void
    ) {
        let path = town + "/" + name
        let file = InputFile(url: results.folder.appending(path: path), path: shown.trimmingSuffix { $0 == "/" } + "/" + path)
        var hash: String?
        do {
            let bytes = try FileReader.bytes(of: file)
            let mine = sha256(bytes)
            hash = mine
            let sheet = try ReplyFile(bytes, of: file)
            for var reply in sheet.replies {
                reply.town = town
                note(&answers, reply)
            }
            guard let failure = sheet.failure(file) else {
                read.insert(mine)
                return
            }
            failures.append(failure)
        } catch {
            failures.append(InputFailure(error, file: file))
        }
        if let hash = hash ?? StandingResults.hash(file.url) { unread.insert(hash) }
    }
}
