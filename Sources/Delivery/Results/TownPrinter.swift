internal import Diagnostics
internal import Facts
internal import Foundation
internal import GoalModel
internal import Intake
internal import Pages
internal import Print
internal import Reporting
internal import Tables
internal import Text

/// Makes all results of one town after another, with one worker's fonts.
struct TownPrinter {
    let run: BuildRun
    let staging: URL
    /// `nil` when nothing is to be printed.
    let press: Press?

    struct Printed: Sendable {
        let town: CountyReport.Town
        /// The town's result folder.
        let folder: String
        /// How many pages its book has behind the contents; `nil` when no book was wanted.
        let pages: Int?
        let diagnostics: [Diagnostic]
        let files: [Manifest.Entry]
        /// The book that the results are of: of before, where `failure` says why.
        let book: ReadBook
        var failure: InputFailure?
        /// Why the town counts as failed although its results are of today's input: what must not be published.
        var leak: InputFailure?
        /// What is to be said of what was agreed to be kept.
        var remarks = AgreementRemarks()
    }

    /// - Parameter isAlone: no other printer of the run works at the same time.
    init(run: BuildRun, staging: URL, fonts: ReadyFonts?, isAlone: Bool) {
        self.run = run
        self.staging = staging
        press = fonts.map { Press(fonts: $0, preset: run.preset, isProven: run.isProven, isAlone: isAlone) }
    }

    /// Why a town has no results.
    enum Failure: Error {
        /// The town's own trouble; the others go on.
        case town(InputFailure)
        /// The disk refuses. To go on would swap good results of before for fewer ones.
        case disk(PublicationError)
    }

    func report(on town: ReadBook) -> Report {
        run.tables.engine(of: town).report(
            town.book, town.diagnostics, asOf: run.asOf, judgedOn: run.judgement, masked: run.masked)
    }

    /// The report as the files show it that may leave the house.
    func publishable(_ report: Report, on town: ReadBook) -> Report {
        run.tables.engine(of: town).publishable(report, town.book, town.diagnostics, asOf: run.asOf, judgedOn: run.judgement)
    }

    /// Prints a town, or takes over what stands of it; one that fails takes its half-made folder with it.
    func print(_ job: TownJob) -> Result<Printed, Failure> {
        let town = job.town
        var report = report(on: town)
        report.change = run.tables.engine(of: town).change(to: report, since: earlier(job.predecessors))
        if let standing = job.standing { return takeOver(standing, of: town, report) }
        var shown = publishable(report, on: town)
        if report.change != nil {
            shown.change = run.tables.engine(of: town).publishableChange(to: shown, since: earlier(job.predecessors))
        }
        let check = PublicationCheck(run.tables.engine(of: town), report, town.book)
        let folder = TownFolder(report.book).name
        do {
            var files: [Manifest.Entry] = []
            var pages: Int?
            func write(_ bytes: Data, as name: String) throws {
                let path = folder + "/" + name
                try Publication.write(bytes, to: path, in: staging)
                files.append(Manifest.Entry(path: path, sha256: sha256(bytes)))
            }
            func write(_ bytes: Data, _ file: ResultFile) throws { try write(bytes, as: file.rawValue) }
            // What printing has to say is no part of what is reviewed.
            var remarks: [Diagnostic] = []
            if let press, run.kinds.contains(.book) {
                let book = try press.book(shown, created: run.created)
                pages = book.bodyPageCount
                remarks += book.diagnostics
                try check.pass(Data(book.bytes), as: ResultFile.book.rawValue)
                try write(Data(book.bytes), .book)
            }
            if let press, run.kinds.contains(.brief) {
                let brief = try press.brief(shown, created: run.created)
                // The goal book says the same with the places.
                if !run.kinds.contains(.book) { remarks += brief.diagnostics }
                try check.pass(Data(brief.bytes), as: ResultFile.brief.rawValue)
                try write(Data(brief.bytes), .brief)
            }
            if let press, run.kinds.contains(.review) {
                let review = try press.review(report, created: run.created)
                remarks += review.diagnostics.filter { new in !remarks.contains { $0.summary.hasSuffix(new.summary) } }
                try check.pass(Data(review.bytes), as: ResultFile.review.rawValue, isInside: true)
                try write(Data(review.bytes), .review)
            }
            if let press, run.kinds.contains(.sheets) {
                let projects = shown.book.projects
                for (project, name) in zip(projects, SheetFiles.names(of: projects)) {
                    let sheet = try press.sheet(project, of: shown, created: run.created)
                    remarks += sheet.diagnostics.filter { !remarks.contains($0) }
                    try check.pass(Data(sheet.bytes), as: "\(SheetFiles.folder)/\(name)")
                    try write(Data(sheet.bytes), as: "\(SheetFiles.folder)/\(name)")
                }
            }
            // Read back, the facts are printed again and give the same remarks again.
            if run.kinds.contains(.facts) {
                let facts = try FactsFile.json([report])
                try check.pass(facts, as: ResultFile.facts.rawValue, isInside: true)
                try write(facts, .facts)
            }
            if run.kinds.contains(.workbook) {
                let workbook = try DataWorkbook(report).written(created: run.created)
                try check.pass(workbook.bytes, as: ResultFile.data.rawValue, isInside: true)
                try write(workbook.bytes, .data)
                // Facts read back must give the same workbook.
                remarks += workbook.diagnostics
            }
            // Answers are written out again also where no workbooks are wanted, because the sheet that holds them is replaced.
            if run.kinds.contains(.workbook) || !report.replies.isEmpty {
                let sheet = try OpinionSheet([report]).written(created: run.created)
                try check.pass(sheet.bytes, as: ResultFile.opinions.rawValue, isInside: true)
                try write(sheet.bytes, .opinions)
                remarks += sheet.diagnostics
            }
            report.diagnostics += remarks
            shown.diagnostics += remarks
            if run.kinds.contains(.mail) {
                let mail = LeaderMail(report: shown)
                for (text, file) in [(mail.html, ResultFile.mail), (mail.text, .mailText)] {
                    try check.pass(Data(text.utf8), as: file.rawValue)
                    try write(Data(text.utf8), file)
                }
            }
            if run.kinds.contains(.site) {
                // Plain tables cannot say that they are for inside use.
                for file in try TownTables(shown).files() { try write(file.bytes, as: file.path) }
                if let change = ComparePage(report, css: run.tables.css, home: ResultFile.page.rawValue) {
                    let bytes = Data(change.html.utf8)
                    try check.pass(bytes, as: ResultFile.change.rawValue, isInside: true)
                    try write(bytes, .change)
                }
                let beside = files.map { String($0.path.dropFirst(folder.count + 1)) }
                let page = Data(TownPage(report: report, css: run.tables.css, beside: beside).html.utf8)
                try check.pass(page, as: ResultFile.page.rawValue, isInside: true)
                try write(page, .page)
            }
            var line = CountyReport.Town(report, folder: folder)
            line.updated = run.day
            var agreements = AgreementRemarks()
            agreements.add(report)
            return .success(
                Printed(
                    town: line, folder: folder, pages: pages, diagnostics: report.diagnostics, files: files, book: town,
                    leak: report.leak(in: town), remarks: agreements))
        } catch let error as PublicationError {
            return .failure(.disk(error))
        } catch {
            try? FileManager.default.removeItem(at: staging.appending(path: folder))
            let failure = InputFailure(files: town.files.map(\.path), reason: "生成结果时出错：\(error)")
            guard let lastGood = job.lastGood else { return .failure(.town(failure)) }
            return fallBack(on: lastGood, because: failure)
        }
    }

    /// What the town can be compared with: its book of before in this run, and older results.
    private func earlier(_ predecessors: [ReadBook]) -> EarlierBooks {
        var earlier = EarlierBooks()
        for older in predecessors.prefix(1) { earlier.add(run.tables.engine(of: older).report(older.book, older.diagnostics)) }
        earlier.add(run.previous.books)
        return earlier
    }
}
