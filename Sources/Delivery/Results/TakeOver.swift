internal import Diagnostics
internal import Foundation
internal import Intake
internal import Pages
internal import Print
internal import Reporting
internal import Text

extension TownPrinter {
    /// Puts a town's finished results into the new ones without making them again.
    ///
    /// Files are linked, so that a night on which one town changed writes one town. Where results are not of today's
    /// input, the page says so.
    func takeOver(
        _ standing: ReusableResult, of book: ReadBook, _ report: Report, history: [ScoreTrend.Night]
    ) -> Result<TownResult, Failure> {
        let folder = TownFolder(book.book).name
        var files = standing.files
        var changed: [String: URL] = [:]
        do {
            try ReusableResult.make(staging.appending(path: folder))
            for index in files.indices {
                let name = String(files[index].path.dropFirst(folder.count + 1))
                let source = standing.folder.appending(path: name)
                if standing.changed.contains(files[index].path) {
                    changed[files[index].path] = source
                } else if name == ResultFile.page.rawValue, !standing.isUntouched,
                    let page = try ReusableResult.page(source, saying: standing.staleness?.banner)
                {
                    try Publication.write(page, to: files[index].path, in: staging)
                    files[index].sha256 = sha256(page)
                } else {
                    try ReusableResult.link(source, to: staging.appending(path: files[index].path))
                }
            }
        } catch let error as PublicationError {
            return .failure(.disk(error))
        } catch {
            return .failure(.disk(.notWritable(folder, error)))
        }
        var town = CountyReport.Town(report, folder: folder)
        town.row.remark = standing.staleness?.banner
        town.row.updated = standing.madeOn
        town.row.trend = ScoreTrend(history)
        return .success(
            TownResult(
                town: town, folder: folder, pages: standing.pages ?? pages(of: book, report, files), files: files,
                book: book, troubles: standing.isUntouched ? [] : [report.leak(in: book), book.doubt].compactMap(\.self),
                answers: standing.staleness == nil ? report.answers : nil, changed: changed))
    }

    /// How many pages a book has behind the contents that an earlier run printed.
    private func pages(of book: ReadBook, _ report: Report, _ files: [Manifest.Entry]) -> Int? {
        guard let press, files.contains(where: { $0.path.hasSuffix("/" + ResultFile.book.rawValue) }) else { return nil }
        return try? press.book(publishable(report, on: book), created: run.created).bodyPageCount
    }

    /// Takes over what was good before, and says why.
    func fallBack(
        on lastGood: LastGoodResult, because failure: InputFailure, history: [ScoreTrend.Night]
    ) -> Result<TownResult, Failure> {
        do {
            let book = try lastGood.book()
            let standing = lastGood.standing(because: failure.reason)
            return takeOver(standing, of: book, report(on: book), history: history).map { printed in
                var printed = printed
                printed.failure = failure
                return printed
            }
        } catch {
            return .failure(.town(failure))
        }
    }

    /// Puts a finished volume into the new results.
    func takeOver(_ job: VolumeJob, from standing: URL) -> Result<VolumeJob.BoundVolume, Failure> {
        let name = job.volume.fileName
        do {
            let bytes = try Data(contentsOf: standing, options: .mappedIfSafe)
            try ReusableResult.link(standing, to: staging.appending(path: name))
            return .success(
                VolumeJob.BoundVolume(file: Manifest.Entry(path: name, sha256: sha256(bytes)), fingerprint: job.fingerprint))
        } catch {
            return .failure(.disk(.notWritable(name, error)))
        }
    }
}

extension ReusableResult {
    fileprivate static func make(_ folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Links a file into new results, with the folders that it stands in.
    static func link(_ source: URL, to target: URL) throws {
        try make(target.deletingLastPathComponent())
        try source.link(to: target)
    }

    /// The page with its banner; `nil` where it stands as it should already.
    fileprivate static func page(_ file: URL, saying banner: String?) throws -> Data? {
        let page = try String(contentsOf: file, encoding: .utf8)
        let wanted = StaleBanner.page(page, saying: banner)
        return wanted == page ? nil : Data(wanted.utf8)
    }
}
