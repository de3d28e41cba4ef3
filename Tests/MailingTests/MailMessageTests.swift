import Foundation
import TestSupport
import Testing

@testable import Mailing

@Suite
struct MailMessageTests {
    @Test("ASCII, CRLF, short lines; the same value gives the same bytes")
    func form() throws {
        let message = try SampleMail.message()
        let bytes = try message.bytes()
        let again = try message.bytes()
        #expect(bytes == again)
        #expect(bytes.allSatisfy { $0 == 13 || $0 == 10 || (32...126).contains($0) || $0 == 9 })
        #expect(bytes.suffix(2) == [13, 10])
        let text = String(decoding: bytes, as: UTF8.self)
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            #expect(line.utf8.count <= 998)
            #expect(!line.utf8.contains(13) && !line.utf8.contains(10))
        }
    }

    @Test("The parts are nested as readers expect, without empty levels")
    func levels() throws {
        func types(_ message: MailMessage) throws -> [String] {
            let text = String(decoding: try message.bytes(), as: UTF8.self)
            return text.split(separator: "\r\n").filter { $0.hasPrefix("Content-Type: ") }.map {
                String($0.dropFirst(14).prefix { $0 != ";" })
            }
        }
        let pair = ["multipart/alternative", "text/plain", "text/html"]
        #expect(
            try types(SampleMail.message()) == ["multipart/mixed", "multipart/related"] + pair + ["image/png", "application/pdf"])
        #expect(try types(SampleMail.message(attachments: [])) == ["multipart/related"] + pair + ["image/png"])
        #expect(try types(SampleMail.message(picture: false)) == ["multipart/mixed"] + pair + ["application/pdf"])
        #expect(try types(SampleMail.message(picture: false, attachments: [])) == pair)
    }

    @Test("Headers say what they must, once")
    func headers() throws {
        let head = try Header(SampleMail.message().bytes())
        #expect(head["Auto-Submitted"] == ["auto-generated"])
        #expect(head["Message-Id"] == ["<2026-11-24.130529-901001.a1b2@goalbook.example.gov.cn>"])
        #expect(head["Date"] == ["Tue, 24 Nov 2026 18:30:00 +0000"])
        #expect(head["MIME-Version"] == ["1.0"])
        #expect(head["Subject"].map { EncodedWords($0).text } == ["6,167.49万元 8处 巨鹿镇2024年"])
        #expect(head["From"].map { EncodedWords($0).text } == ["巨鹿县财政局绩效科 <jixiao@example.gov.cn>"])
        #expect(head["To"].map { EncodedWords($0).text } == ["张三 <zhangsan@example.com>"])
        #expect(head["Reply-To"].map { EncodedWords($0).text } == ["绩效管理股 <gu@example.gov.cn>"])
    }

    @Test("Encoded words are at most 75 characters and split no character")
    func encodedWords() throws {
        for name in ["长名称街道办事处", "𠮷野家👨‍👩‍👧‍👦镇", "a长b短c", "=?utf-8?B?5L2g?="] {
            for count in [1, 7, 23] {
                let long = String(repeating: name, count: count)
                let head = try Header(
                    SampleMail.message(to: Mailbox(name: long, address: "a@b.cn"), subject: String(long.prefix(25))).bytes())
                let words = EncodedWords(head["To"][0])
                #expect(words.longest <= 75)
                #expect(words.areWhole)
                #expect(words.text == "\(long) <a@b.cn>")
                #expect(EncodedWords(head["Subject"][0]).text == String(long.prefix(25)))
            }
        }
    }

    @Test(
        "Line breaks and controls in names and subjects make no header",
        arguments: [
            "镇\r\nBcc: evil@example.com\r\n\r\n坏", "镇\nBcc: evil@example.com", "镇\rBcc: evil@example.com",
            "镇\u{0}\u{1B}[2J\u{7F}", "镇\u{2028}Bcc: evil@example.com", "镇\u{85}Bcc: evil@example.com", "镇\u{0B}\u{0C}Bcc: x",
            "\u{202E}nc.elpmaxe\u{202C}镇", "<evil@example.com>, x", "\"; Bcc: evil", "张三@evil.com", "a, b <x@y.z>",
            "(注释) 张三", "\\", "\"",
        ])
    func injection(name: String) throws {
        let message = try SampleMail.message(
            to: Mailbox(name: name, address: "a@b.cn"), subject: name,
            attachments: [.init(name: name + ".pdf", mediaType: "application/pdf", bytes: [1])])
        let bytes = try message.bytes()
        let head = Header(bytes)
        #expect(
            head.names == [
                "Date", "From", "Reply-To", "Subject", "To", "MIME-Version", "Message-Id", "Auto-Submitted", "Content-Type",
            ])
        // The only place for an address is the last pair of angle brackets.
        #expect(head["To"][0].hasSuffix("<a@b.cn>"))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.split(separator: "\r\n").contains { $0.hasPrefix("Bcc") || $0.hasPrefix(" Bcc") || $0.hasPrefix("\tBcc") })
        #expect(!text.contains("\u{1B}") && !text.contains("\u{0}"))
    }

    @Test("A Chinese file name stands in both forms")
    func fileName() throws {
        let text = String(decoding: try SampleMail.message().bytes(), as: UTF8.self)
        let percent = "2024%E5%B9%B4%E5%B7%A8%E9%B9%BF%E9%95%87%E9%A2%86%E5%AF%BC%E7%AE%80%E6%8A%A5.pdf"
        #expect(text.contains("Content-Disposition: attachment;\r\n filename*=utf-8''\(percent)\r\n"))
        let word = Data("年巨鹿镇领导简报.pdf".utf8).base64EncodedString()
        #expect(text.contains("Content-Type: application/pdf;\r\n name=\"2024=?utf-8?B?\(word)?=\"\r\n"))
        #expect(AttachmentName("brief 2024.pdf").typeName == "name=\"brief 2024.pdf\"")
        #expect(AttachmentName("brief 2024.pdf").filename == "filename=\"brief 2024.pdf\"")
        #expect(AttachmentName("领导简报.pdf").typeName.hasPrefix("name=\"pdf-=?utf-8?B?"))
        #expect(AttachmentName("../甲/乙\"\r\n.pdf").filename.hasPrefix("filename*=utf-8''.._%E7%94%B2_"))
        let long = AttachmentName("2024" + String(repeating: "长👨‍👩‍👧‍👦", count: 90) + ".pdf")
        let words = EncodedWords(String(long.typeName.dropFirst(10).dropLast()))
        #expect(words.longest <= 75 && words.areWhole && words.text.hasSuffix(".pdf") && words.text.contains("…"))
    }

    @Test(
        "What is no plain address is refused, with the reason",
        arguments: [
            "", "a", "@", "a@", "@b", "a@b@c", "a b@c.cn", "a@b c", "a@b.cn\r\nBcc: x@y.z", "a@b..cn", ".a@b.cn", "a.@b.cn",
            "<a@b.cn>", "张三@b.cn", "a@例子.cn", "\"a b\"@c.cn", "a@[127.0.0.1]", "a@-b.cn", "a@b.cn,c@d.cn", "-f@b.cn",
            "a\u{0}@b.cn", String(repeating: "a", count: 65) + "@b.cn",
        ])
    func badAddresses(address: String) {
        let error = #expect(throws: MailError.self) { try Mailbox(address: address) }
        #expect(error.map { "\($0)".contains("不能用") && !"\($0)".contains("\n") } == true)
    }

    @Test(
        "Plain addresses are taken", arguments: ["a@b.cn", "zhang.san+x_1@mail.example.gov.cn", "10000@qq.com", "root@localhost"])
    func goodAddresses(address: String) throws {
        #expect(try Mailbox(name: " 张\t三 ", address: address).name == "张 三")
    }

    @Test("Message-IDs and media types that are none are refused")
    func refusals() throws {
        for id in ["", "a", "a@b@c", "a b@c", "a@b>\r\nBcc: x", "甲@b", "<a@b>"] {
            var message = try SampleMail.message()
            message.messageID = id
            #expect(throws: MailError.messageID(id)) { try message.bytes() }
        }
        for type in ["", "pdf", "application/pdf; x=y", "multipart/mixed", "a/b/c", "application/\r\npdf"] {
            let message = try SampleMail.message(attachments: [.init(name: "a", mediaType: type, bytes: [])])
            #expect(throws: MailError.mediaType(type)) { try message.bytes() }
        }
    }
}
