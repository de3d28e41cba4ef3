import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import Intake
import Pages
import Print
import Reporting
import SourceFiles
import TestSupport
import Testing
import Text

@testable import Delivery
@testable import Mailing

/// Whole mails of real books, read back by `Tests/Scripts/check-mail`; where there is no Python the test says so.
///
/// `GOALBOOK_EML_DIR` names a folder where the mails stay, to be looked at or to be checked with a browser.
@Suite
struct ReadBackTests {
    private static var python: String? {
        let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        let found = path.map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }
        if found == nil { print("没有 Python，不读回邮件") }
        return found
    }

    private func reports() throws -> [Report] {
        let engine = try RunResources(ResourceFolder()).engine
        let folder = Repository.root.appending(path: "samples")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        let texts = files.filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
        var reports = try texts.map { file in
            let document = try ExtractedText.document(Array(try Data(contentsOf: file)), path: file.lastPathComponent)
            let reading = GoalBook.reading(document.value, lexicon: try .ours())
            return engine.report(reading.value, document.diagnostics + reading.diagnostics)
        }
        var older = EarlierBooks()
        var before = reports[0].book
        before.projects.removeFirst()
        older.add(engine.report(before))
        reports[0].change = engine.change(to: reports[0], since: older)
        return reports
    }

    /// The mails by file name.
    private func messages() throws -> [(name: String, message: MailMessage)] {
        let reports = try reports()
        let fonts = try? RunResources(ResourceFolder()).fonts.ready()
        let press = fonts.map { PDFPrinter(fonts: $0) }
        var mails: [(name: String, content: MailContent, files: [MailAttachment])] = []
        for report in reports {
            // Where a machine has no fonts mails go without picture and brief.
            let pace = (try? press?.paceImage(report)) ?? nil
            let brief = (try? press?.brief(report)).map {
                MailAttachment(brief: $0.bytes, town: report.town, year: report.year)
            }
            let content = LeaderMail(report: report).content(pace: pace, attachment: brief?.name)
            mails.append((report.town, content, [brief].compactMap(\.self)))
        }
        let notices: [Digest.Notice] = [
            .kept(town: "清风店镇", since: CalendarDay(iso: "2026-11-20"), reason: "清风店镇.docx 打不开：文件不完整。请重新保存"),
            .dropped(town: "旧城镇", reason: "输入文件夹里没有它的文件了"),
        ]
        let stale = LeaderMail(report: reports[0], notices: [notices[0]]).content()
        mails.append(("stale", stale, []))
        for (name, part) in [("county", reports[...]), ("two", reports[1...2]), ("many", (0..<60).flatMap { _ in reports }[...])]
        {
            let folders = part.indices.map { "f\($0)" }
            let county = CountyReport(towns: zip(part, folders).map { .init($0, folder: $1) }, failures: [])
            let towns = zip(part, folders).map { Digest.Town($0, folder: $1) }
            mails.append((name, DigestMail(county: county, towns: towns, notices: notices).content, []))
        }
        var hostile = reports[1]
        hostile.book.town = "坏镇\r\nBcc: evil@example.com\u{0}\u{202E}\"<x@y.z>" + String(repeating: "很长", count: 60)
        mails.append(("hostile", LeaderMail(report: hostile).content(), []))
        mails[mails.count - 1].files = [
            .init(
                name: "坏镇\r\nBcc: evil@example.com\u{0}\u{202E}\"<x@y.z>长.pdf", mediaType: "application/octet-stream",
                bytes: [0, 13, 10])
        ]
        return try mails.map { name, content, files in
            let person = name == "hostile" ? hostile.book.town : "王主任（分管财政）"
            let message = MailMessage(
                from: try Mailbox(name: "巨鹿县财政局预算绩效管理科", address: "jixiao@example.gov.cn"),
                to: try Mailbox(name: person, address: "wang@example.com"), subject: content.subject, text: content.text,
                html: content.html,
                picture: content.picture.map { .init(contentID: $0.contentID, fileName: $0.fileName, png: $0.png) },
                attachments: files,
                messageID: "2026-11-24.\(sha256(name.utf8).prefix(12))@goalbook.example.gov.cn",
                date: Date(timeIntervalSince1970: 1_795_545_000))
            return (name + ".eml", message)
        }
    }

    @Test("Nothing is wrong, and names, subject and attachments are as given", .enabled(if: python != nil))
    func readBack() throws {
        let bench = try Workbench()
        var expected: [String: [String: Any]] = [:]
        for (name, message) in try messages() {
            try bench.write(try message.bytes(), to: "eml/\(name)")
            // What a file's name may not hold is taken out of the hostile one.
            let files = message.attachments.map { file in
                [
                    "name": file.name.contains("\r") ? "坏镇 Bcc_ evil@example.com__x@y.z_长.pdf" : file.name,
                    "sha256": sha256(file.bytes),
                ]
            }
            expected[name] = [
                "subject": message.subject, "messageID": "<\(message.messageID)>",
                "from": [message.from.name, message.from.address], "to": [message.to.name, message.to.address],
                "attachments": files,
            ]
        }
        try bench.write(Array(JSONSerialization.data(withJSONObject: expected)), to: "eml/expected.json")
        if let folder = ProcessInfo.processInfo.environment["GOALBOOK_EML_DIR"] {
            try? FileManager.default.removeItem(atPath: folder)
            try FileManager.default.copyItem(atPath: bench.path("eml"), toPath: folder)
        }
        let process = Process()
        process.executableURL = URL(filePath: try #require(Self.python))
        let script = Repository.root.appending(path: "Tests/Scripts/check-mail").path(percentEncoded: false)
        process.arguments = [script, bench.path("eml"), "--no-browser"]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(words)")
        #expect(words.components(separatedBy: "通过  ").count == expected.count + 1, "\(words)")
    }
}
