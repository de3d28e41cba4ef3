internal import Foundation
internal import Mailing
internal import Platform
internal import Text

extension MailSettings {
    /// The way to the server, with the password fetched from where the settings say.
    ///
    /// - Parameter folder: the workspace, to which paths are relative.
    func transport(in folder: URL) throws(MailError) -> any MailTransport {
        switch route {
        case .sendmail: return try SendmailTransport(program: sendmail.isEmpty ? nil : sendmail)
        case .smtp:
            guard !smtp.host.isEmpty else {
                throw .server("没有写邮件服务器。请在 \(Workspace.settingsName) 的 mail.smtp.host 写明，或把 mail.via 改为 sendmail")
            }
            return try SMTPTransport(
                host: smtp.host, port: smtp.port, security: smtp.security, user: smtp.user.isEmpty ? nil : smtp.user,
                password: try password(in: folder),
                authorities: smtp.caFile.isEmpty ? nil : MailSettings.path(smtp.caFile, in: folder))
        }
    }

    /// The address that mails come from.
    func sender() throws(MailError) -> Mailbox {
        guard let from else { throw .server("没有写发件人。请在 \(Workspace.settingsName) 的 mail.from 写明邮件地址") }
        return from
    }

    private func password(in folder: URL) throws(MailError) -> String? {
        if !smtp.passwordFile.isEmpty {
            let path = MailSettings.path(smtp.passwordFile, in: folder)
            let text: String
            do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
                throw .server("密码文件\(path.quoted)读不了：\(error.fileTrouble.reason)。\(error.fileTrouble.remedy)")
            }
            return MailSettings.firstLine(text)
        }
        guard let program = smtp.passwordCommand.first else { return nil }
        let command = TimedCommand(program, Array(smtp.passwordCommand.dropFirst()), in: folder, seconds: 30)
        do throws(TimedCommand.Trouble) { return MailSettings.firstLine(try command.output()) } catch {
            throw .server("取密码的命令 mail.smtp.passwordCommand 失败：\(error.reason)。请在终端里照样运行它看看，改正 \(Workspace.settingsName)")
        }
    }

    private static func firstLine(_ text: String) -> String? {
        text.split(whereSeparator: \.isNewline).first.map { $0.trimmingCharacters(in: .whitespaces) }
    }

    private static func path(_ path: String, in folder: URL) -> String {
        path.hasPrefix("/") ? path : folder.appending(path: path).path(percentEncoded: false)
    }
}
