public import Mailing

/// To whom mails go and how; nothing is sent while there is no recipient.
public struct MailSettings: Hashable, Sendable, Decodable {
    /// As `巨鹿县财政局 <goalbook@example.gov.cn>` or the bare address.
    public var from: Mailbox?
    public var replyTo: Mailbox?
    public var route: Route
    public var smtp: SMTPSettings
    /// The machine's own mail program; empty to look for it at the usual places.
    public var sendmail: String
    public var recipients: [Recipient]
    /// A recipient who has heard nothing for so many days gets a mail all the same; 0 for never.
    public var heartbeatDays: Int
    public var limits: MailLimits
    /// Where ``Workspace/current`` stands on the web; `nil` where it does not.
    var address: ResultsAddress?

    public enum Route: String, Sendable, Decodable, CaseIterable {
        case smtp
        case sendmail
    }

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(
            decoder, keys: "from", "replyTo", "via", "smtp", "sendmail", "recipients", "heartbeatDays", "limits", "url")
        let expected = "邮件地址，如 goalbook@example.gov.cn 或 财政局 <goalbook@example.gov.cn>"
        from = try object.meaning("from", expected: expected) { Mailbox(written: $0) }
        replyTo = try object.meaning("replyTo", expected: expected) { Mailbox(written: $0) }
        route = try object.meaning("via", expected: "smtp 或 sendmail") { Route(rawValue: $0) } ?? .smtp
        smtp = try object.value("smtp", try SMTPSettings.standard())
        sendmail = try object.value("sendmail", "")
        recipients = try object.value("recipients", [])
        heartbeatDays = try object.value("heartbeatDays", 7, expected: "0到366之间的整数（0为不发）") { (0...366).contains($0) }
        limits = try object.value("limits", try MailLimits.standard())
        address = try object.meaning("url", expected: ResultsAddress.expected) { ResultsAddress($0) }
    }
}

/// The server that takes mails.
public struct SMTPSettings: Hashable, Sendable, Decodable {
    public var host: String
    public var port: Int?
    public var security: SMTPTransport.Security
    /// Empty for a server that asks for none.
    public var user: String
    /// The password is the first line of a file, or of what a command prints; it never stands among arguments.
    public var passwordFile: String
    public var passwordCommand: [String]
    /// Certificates to trust instead of the machine's own.
    public var caFile: String

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(
            decoder, keys: "host", "port", "security", "user", "passwordFile", "passwordCommand", "caFile")
        host = try object.value("host", "", expected: "服务器的名称") { !$0.contains(where: { " /@\r\n\t".contains($0) }) }
        let given = try object.value("port", 0, expected: "1到65535之间的整数") { (0...65_535).contains($0) }
        port = given == 0 ? nil : given
        security =
            try object.meaning("security", expected: "starttls、tls 或 none") { SMTPTransport.Security(rawValue: $0) } ?? .starttls
        user = try object.value("user", "")
        passwordFile = try object.value("passwordFile", "")
        passwordCommand = try object.value("passwordCommand", [])
        caFile = try object.value("caFile", "")
    }
}

/// One who gets mails.
public struct Recipient: Hashable, Sendable, Decodable {
    public var name: String
    public var address: Mailbox
    public var role: Role
    /// Unit codes, names or result folders of towns; empty for all.
    public var towns: [String]

    public enum Role: String, Sendable, Decodable, CaseIterable {
        /// Of a town: its summary, with the brief.
        case leader
        /// Above the towns: one digest of all.
        case county
        /// Gets a mail when a run fails.
        case admin
    }

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "name", "address", "role", "towns")
        name = try object.value("name", "")
        let expected = "邮件地址，如 zhang@example.gov.cn"
        let found = try object.meaning("address", expected: expected) { Mailbox(written: $0) }
        guard let found else {
            throw SettingsError.value(SettingObject.path(decoder.codingPath) + ".address", written: "", expected: expected)
        }
        address = name.isEmpty ? found : try Mailbox(name: name, address: found.address)
        role = try object.meaning("role", expected: "leader（乡镇领导）、county（县级领导）或 admin（系统管理员）") { Role(rawValue: $0) } ?? .leader
        towns = try object.value("towns", [])
        if role == .leader, towns.isEmpty {
            throw SettingsError.value(
                SettingObject.path(decoder.codingPath) + ".towns", written: "", expected: "单位编码或乡镇名称的列表（乡镇领导要写明是哪些乡镇）")
        }
    }
}

/// The limits of what a run sends.
public struct MailLimits: Hashable, Sendable, Decodable {
    /// Mails in one run; the rest waits for the next one.
    public var perRun: Int
    /// Mails in a minute; 0 for no limit.
    public var perMinute: Int
    /// Of one mail with its attachments; a greater attachment is left out, and the mail says so.
    public var kilobytes: Int

    public init(from decoder: any Decoder) throws {
        let object = try SettingObject(decoder, keys: "perRun", "perMinute", "kilobytes")
        perRun = try object.value("perRun", 500, expected: "1到100000之间的整数") { (1...100_000).contains($0) }
        perMinute = try object.value("perMinute", 60, expected: "0到6000之间的整数（0为不限）") { (0...6_000).contains($0) }
        kilobytes = try object.value("kilobytes", 5_000, expected: "100到50000之间的整数") { (100...50_000).contains($0) }
    }
}

extension MailSettings {
    /// The towns of recipients that are none of these, each recipient's in a sentence.
    ///
    /// - Parameter towns: the names of each town.
    func unknownTowns(among towns: [[String]]) -> [String] {
        let names = Set(towns.joined())
        return recipients.compactMap { recipient in
            let words = recipient.towns.filter { !names.contains($0) }.joined(separator: "、")
            guard !words.isEmpty else { return nil }
            return "收件人 \(recipient.address.address) 的 towns（\(words)）没有对应的乡镇。请检查 \(Workspace.settingsName)"
        }
    }
}
