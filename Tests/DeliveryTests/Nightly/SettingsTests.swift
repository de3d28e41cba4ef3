import Diagnostics
import Foundation
import GoalModel
import Mailing
import TestSupport
import Testing

@testable import Delivery

/// `goalbook.json5`: what it holds when it is made, and what is said of mistakes.
@Suite struct SettingsTests {
    private func message(_ text: String) -> String {
        do throws(SettingsError) {
            _ = try Settings(json5: Data(text.utf8))
            return ""
        } catch { return error.message }
    }

    @Test func theFileThatIsMadeSaysWhatHoldsAnyway() throws {
        let made = try Settings(json5: try Repository.resource("workspace.json5"))
        #expect(made == (try Settings(json5: Data("{}".utf8))))
        #expect(made.mail.recipients.isEmpty && made.mail.from == nil && made.mail.heartbeatDays == 7)
        #expect(made.nightly.keepDays == 14 && made.nightly.keepMonths == 12 && "\(made.nightly.at)" == "02:30")
    }

    @Test func everyKeyIsThereAndExplained() throws {
        let text = String(decoding: try Repository.resource("workspace.json5"), as: UTF8.self)
        var keys: Set<String> = []
        var isExplained = false
        for line in text.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
            if line.hasPrefix("//") { isExplained = true }
            guard let match = line.prefixMatch(of: /([a-zA-Z]+):/) else { continue }
            keys.insert(String(match.1))
            #expect(isExplained, "\(match.1)")
            // Keys of one explanation stand together; what is inside of an object has its own.
            if line.hasSuffix("{") { isExplained = false }
        }
        let sources = Repository.root.appending(path: "Sources/Delivery/Workspace")
        var known: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: sources.path) where name.hasSuffix("Settings.swift") {
            let code = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
            known.formUnion(code.matches(of: /(?:value|meaning)\(\s*"([a-zA-Z]+)"/).map { String($0.1) })
        }
        // Those of a recipient are explained above the list.
        for key in ["name", "address", "role", "towns"] { #expect(text.contains("\(key):")) }
        #expect(known.count > 30 && known.subtracting(keys) == ["address", "role", "towns"], "\(known.subtracting(keys))")
    }

    @Test func mistakesAreToldWithTheirPlace() {
        let cases = [
            ("{ nihgtly: {} }", "“nihgtly”不是可用的设定", "nightly"),
            ("{ mail: { smtp: { pasword: \"x\" } } }", "“mail.smtp.pasword”", "passwordFile"),
            ("{ nightly: { keepDays: \"14\" } }", "nightly.keepDays 类型不对", "不加"),
            ("{ nightly: { keepDays: 0 } }", "写的是“0”", "1到3650"),
            ("{ nightly: { at: \"25:00\" } }", "nightly.at 写的是“25:00”", "02:30"),
            ("{ inputs: [] }", "inputs", "至少一个"),
            ("{ results: { kinds: [\"pdf\"] } }", "results.kinds", "book"),
            ("{ results: { asOf: \"soon\" } }", "results.asOf", "month"),
            ("{ mail: { recipients: [{ address: \"x\" }] } }", "mail.recipients[0].address", "zhang@example.gov.cn"),
            ("{ mail: { recipients: [{ address: \"a@b.cn\" }] } }", "mail.recipients[0].towns", "乡镇领导要写明"),
            ("{ mail: { recipients: [{ address: \"a@b.cn\", role: \"boss\" }] } }", "mail.recipients[0].role", "county（县级领导）"),
            ("{ mail: { from: \"a@b.cn\\r\\nBcc: x@y.z\" } }", "mail.from", "邮件地址"),
            ("{ nightly: { ping: \"ftp://x\" } }", "nightly.ping", "https://"),
            ("{ mail: { url: \"javascript:alert(1)\" } }", "mail.url", "https://"),
            ("{ mail: { url: \"https://u:p@czj.cn\" } }", "mail.url", "账号"), ("{ mail: { url: \"http://\" } }", "mail.url", "网址"),
            ("{ mail: { url: \"https://czj.cn/\\\"><script>\" } }", "mail.url", "没有空格"),
            ("{ mail: { url: \"https://czj.cn/a?b#c\" } }", "mail.url", "? 和 #"),
            ("{\n  nightly: {,\n}", "第2行", "引号、逗号和括号"),
        ]
        for (text, place, remedy) in cases {
            #expect(message(text).contains(place) && message(text).contains(remedy), "\(text): \(message(text))")
        }
    }

    @Test func theAddressOfResultsLeadsToTheirPages() throws {
        for written in ["https://czj.example.gov.cn/jixiao", "http://10.1.2.3:8080/a/"] {
            let address = try #require(try Settings(json5: Data("{ mail: { url: \"\(written)\" } }".utf8)).mail.address)
            let base = written.hasSuffix("/") ? String(written.dropLast()) : written
            #expect(address.overview == base + "/index.html")
            #expect(address.page(of: "1-甲 \"<镇") == base + "/1-%E7%94%B2%20%22%3C%E9%95%87/index.html")
        }
    }

    @Test func syntaxIsToldByLineAndColumn() throws {
        let good = String(decoding: try Repository.resource("workspace.json5"), as: UTF8.self)
        #expect(JSON5Fault(in: good) == nil)
        let cases = [
            ("{\n name: 'a'\n inputs: ['b'] }", "第3行第2列"), ("", "第1行第1列"), ("{ name: 'a' } x", "第1行第15列"),
            ("{ inputs: ['a' }", "第1行第16列"),
        ]
        for (text, place) in cases {
            #expect(message(text).contains("\(place)附近读不懂"), "\(text): \(message(text))")
        }
    }

    @Test func secretsComeFromAFileOrACommand() throws {
        let bench = try Workbench()
        func login(_ smtp: String) throws -> String {
            let settings = try Settings(json5: Data("{ mail: { smtp: { host: \"127.0.0.1\", \(smtp) } } }".utf8))
            do throws(MailError) {
                _ = try settings.mail.transport(in: bench.folder)
                return "good"
            } catch { return error.description }
        }
        try bench.write("geheim\nmore\n", to: "secret")
        #expect(try login("user: \"u\", passwordFile: \"secret\"") == "good")
        #expect(try login("user: \"u\", passwordCommand: [\"/bin/cat\", \"secret\"]") == "good")
        #expect(try login("user: \"u\", passwordFile: \"nowhere\"").contains("密码文件"))
        let failed = try login("user: \"u\", passwordCommand: [\"/bin/false\"]")
        #expect(failed.contains("passwordCommand") && failed.contains("退出码1"))
        #expect(try login("security: \"none\", user: \"u\", passwordFile: \"secret\"").contains("没有加密"))
    }

    @Test func theMonthIsADayThatMovesOnceAMonth() throws {
        let settings = try Settings(json5: Data("{ results: { asOf: \"month\" } }".utf8))
        #expect(settings.results.day(at: NightBench.firstNight) == CalendarDay(iso: "2026-03-01"))
        #expect(settings.results.day(at: NightBench.firstNight.addingTimeInterval(29 * 86_400)) == CalendarDay(iso: "2026-03-01"))
        #expect(settings.results.day(at: NightBench.firstNight.addingTimeInterval(30 * 86_400)) == CalendarDay(iso: "2026-04-01"))
    }
}
