public import Diagnostics
internal import Foundation
public import Mailing
internal import Pages
internal import Print
internal import Reporting
internal import Text

/// Mails for finished results, outside of the unattended run: written to files, or sent.
public struct MailingRun: Sendable {
    let folder: URL
    let workspace: Workspace?
    let tables: RunResources
    /// Whom to write to instead of the recipients of the settings.
    let addresses: [Mailbox]

    /// - Parameter addresses: plain addresses; none for the recipients of the settings.
    /// - Throws: ``MailError`` for what is no address.
    public init(_ path: String, workspace: Workspace?, tables: RunResources, to addresses: [String]) throws(MailError) {
        folder = URL(filePath: path)
        self.workspace = workspace
        self.tables = tables
        var boxes: [Mailbox] = []
        for address in addresses { boxes.append(try Mailbox(address: address)) }
        self.addresses = boxes
    }

    public struct MailFile: Sendable {
        public var fileName: String
        public var bytes: [UInt8]
        public var expected: Expected
    }

    /// The contents that a reader of the file must find.
    public struct Expected: Sendable, Encodable {
        public var subject: String
        public var from: [String]
        public var to: [String]
        public var messageID: String
        public var attachments: [Attachment]

        public struct Attachment: Sendable, Encodable {
            public var name: String
            public var sha256: String
        }

        init(_ message: MailMessage) {
            subject = message.subject
            from = [message.from.name, message.from.address]
            to = [message.to.name, message.to.address]
            messageID = "<\(message.messageID)>"
            attachments = message.attachments.map { Attachment(name: $0.name, sha256: Text.sha256($0.bytes)) }
        }
    }

    /// Why there is nothing to write.
    public enum Trouble: ExplainedError {
        case noResults
        case noRecipients
        case noWorkspace

        public var message: String {
            switch self {
            case .noResults: "文件夹里没有可以读取的结果（乡镇文件夹中的 facts.json）。请写明 goalbook build 的输出文件夹，或 out/current"
            case .noRecipients: "没有收件人。请用 --to 写明地址，或在 \(Workspace.settingsName) 的 mail.recipients 里写明"
            case .noWorkspace: "要发送，先要有工作文件夹里的邮件设定（goalbook init 建立，用 --workspace 指明）。只想看邮件时加 --dry-run"
            }
        }

        public var exitCode: ExitCode {
            switch self {
            case .noResults: .nothingReadable
            case .noRecipients, .noWorkspace: .usage
            }
        }
    }

    /// All mails that the results would give, whatever was sent before.
    public func mailFiles() async throws -> [MailFile] {
        let settings = try workspace?.settings.mail ?? MailSettings.standard()
        let drafts = try await drafts(settings, known: [:])
        let from = try settings.from ?? Mailbox(name: "goalbook", address: "goalbook@localhost")
        return try drafts.enumerated().map { index, draft in
            let message = draft.message(from: from, replyTo: settings.replyTo, date: date)
            let folders = draft.scope.split(separator: " ")
            let scope = folders.count > 1 ? "\(folders[0])等\(folders.count)个" : draft.scope
            let name = (draft.scope.hasPrefix("*") ? "汇总" : scope).fileNamePart(upTo: 40, keeping: "-") ?? "邮件"
            let address = draft.to.address.fileNamePart(upTo: 60, keeping: "@.-_+") ?? ""
            return MailFile(
                fileName: "\((index + 1).padded(to: 2))-\(name)-\(address).eml",
                bytes: try message.bytes(), expected: Expected(message))
        }
    }

    /// Queues what the readers do not know yet and hands it over.
    public func send() async throws -> MailOutcome {
        guard let workspace else { throw Trouble.noWorkspace }
        let settings = workspace.settings.mail
        let lock = try RunLock(workspace.lockFile, waiting: 0, now: Date())
        let database = try Database.state(at: workspace.database)
        let log = RunLog(workspace, run: "mail")
        let from = try settings.sender()
        for draft in try await drafts(settings, known: try database.known()) {
            let message = draft.message(from: from, replyTo: settings.replyTo, date: Date())
            let isNew = try database.queue(draft, messageID: message.messageID, bytes: try message.bytes(), at: Date())
            if isNew { log.write(.info, "mail-queued", ["to": draft.to.address, "subject": draft.content.subject]) }
        }
        let postman = MailSender(
            database: database, transport: try settings.transport(in: workspace.folder), from: from.address,
            limits: settings.limits, log: log)
        // Whoever asks has repaired something.
        try database.hurry(at: Date())
        let outcome = try await postman.deliver(at: Date())
        lock.release()
        return outcome
    }

    private func drafts(_ settings: MailSettings, known: [String: [String: String]]) async throws -> [MailDraft] {
        let jobs = ProcessInfo.processInfo.activeProcessorCount
        let results = await FinishedResults(
            folder, tables: tables, asOf: workspace?.settings.results.day(at: Date()),
            judgedOn: workspace?.settings.results.judgement(at: Date()), jobs: jobs)
        guard !results.towns.isEmpty else { throw Trouble.noResults }
        let basis = try basis()
        let writer = MailWriter(
            results, settings: settings, fonts: tables.fonts.ready(), notices: basis?.townNotices ?? [:],
            others: basis?.otherNotices ?? [])
        if !addresses.isEmpty {
            return addresses.compactMap { address in
                let mine = known[address.key] ?? [:]
                let news = results.towns.filter { mine[$0.folder] != $0.fingerprint }
                return news.isEmpty ? nil : writer.draft(to: address, about: news, period: nil, known: mine)
            }
        }
        guard !settings.recipients.isEmpty else { throw Trouble.noRecipients }
        return MailPlanner(
            settings: settings, place: workspace?.title ?? "", writer: writer, known: known, lastMail: [:], now: Date()
        ).drafts(failures: [])
    }

    /// What the state knows of results that a workspace published.
    private func basis() throws -> PublishedState? {
        let run = folder.standardizedFileURL.resolvingSymlinksInPath().lastPathComponent
        guard let workspace, FileManager.default.fileExists(atPath: workspace.database) else { return nil }
        return try Database.stateForReading(at: workspace.database).state(of: run)
    }

    /// The date of mails that are only looked at: the same for the same results.
    private var date: Date {
        let epoch = ProcessInfo.processInfo.environment["SOURCE_DATE_EPOCH"].flatMap { TimeInterval($0) }
        return epoch.map { Date(timeIntervalSince1970: $0) } ?? Date()
    }
}
