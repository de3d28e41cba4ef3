import Foundation

@testable import Mailing

/// A whole message made up for tests.
enum SampleMail {
    static let png: [UInt8] = Array(
        Data(base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
            ?? Data())

    static let html = """
        <!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"/><title>题</title></head><body>
        <table><tr><td>项目预算总额 6,167.49 万元</td></tr></table><img src="cid:pace@goalbook" width="360" alt="计划支出进度"/>
        .
        ..两点开头
        From 开头
        </body></html>

        """

    static func message(
        to: Mailbox? = nil, subject: String = "6,167.49万元 8处 巨鹿镇2024年", picture: Bool = true,
        attachments: [MailAttachment] = [.init(name: "2024年巨鹿镇领导简报.pdf", mediaType: "application/pdf", bytes: pdf)]
    ) throws -> MailMessage {
        MailMessage(
            from: try Mailbox(name: "巨鹿县财政局绩效科", address: "jixiao@example.gov.cn"),
            to: try to ?? Mailbox(name: "张三", address: "zhangsan@example.com"),
            replyTo: try Mailbox(name: "绩效管理股", address: "gu@example.gov.cn"),
            subject: subject, text: "项目预算总额 6,167.49万元\n\n.\n..两点开头\nFrom 开头\n", html: html,
            picture: picture ? MailMessage.Picture(contentID: "pace@goalbook", fileName: "pace.png", png: png) : nil,
            attachments: attachments, messageID: "2026-11-24.130529-901001.a1b2@goalbook.example.gov.cn",
            date: Date(timeIntervalSince1970: 1_795_545_000))
    }

    /// Bytes of every value.
    static let pdf: [UInt8] = Array("%PDF-1.7\r\n.\r\n".utf8) + (0..<5_000).map { UInt8($0 & 255) }
}
