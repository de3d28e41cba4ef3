import Diagnostics
import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

/// Settings of county, town and project laid over the defaults.
@Suite struct SettingsTests {
    private func defaults() throws -> ReviewBasis {
        try ReviewBasis(file: Repository.resource)
    }

    private func laid(_ files: String..., unit: String = "901001") throws -> ReviewBasis {
        let basis = try defaults()
        let layers = try files.enumerated().flatMap { index, text in
            try basis.profile(json5: Data(text.utf8), file: "设定\(index).json5", origin: "第\(index)层").layers(for: [unit])
        }
        return try basis.laidOver(layers)
    }

    private func message(_ text: String) throws -> String {
        let error = #expect(throws: ReviewSettingsError.self) { try laid(text) }
        return error?.message ?? ""
    }

    private func row(_ type: String, _ name: String, _ target: String) -> Indicator {
        Indicator(category: "", type: type, name: name, description: "", target: Target(reading: target), basis: "")
    }

    private var book: GoalBook {
        let unit = BudgetUnit(code: "901001", name: "甲镇")
        let rows = [row("成本指标", "工程成本", "≥5万元"), row("数量指标", "完成率", "≥95%")]
        let codes = ["13052924P00584012146U", "13052924P005840121472"]
        let projects = codes.enumerated().map {
            Project(number: $0 + 1, name: "项目\($0 + 1)", code: $1, unit: unit, budget: Money(fen: 1_000_000), indicators: rows)
        }
        return GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: projects)
    }

    private func severities(_ basis: ReviewBasis, of code: String) -> [Severity] {
        basis.linter.findings(in: book).filter { $0.code == code }.map(\.severity)
    }

    private func value(_ key: String, in section: String, of basis: ReviewBasis) -> SettingOrigin? {
        basis.settings.first { $0.section == section && $0.key == key }
    }

    @Test func nothingIsDifferentWithoutSettings() throws {
        let basis = try laid("{}")
        let expected = try defaults().linter.findings(in: book)
        #expect(basis.linter.findings(in: book) == expected)
        #expect(basis.settings.allSatisfy { $0.origin == SettingOrigin.standard })
    }

    @Test("The county's documents stand by themselves or in 审核意见书's table; what is wrong with them names the place")
    func opinion() throws {
        let basis = try laid("{basis: [{name: '甲办法', date: '2020-03-01'}]}", "{opinion: {office: '甲县财政局', showsScore: false}}")
        #expect(basis.opinion.basis.map(\.text) == ["《甲办法》"] && basis.opinion.office == "甲县财政局" && !basis.opinion.showsScore)
        #expect(value("basis", in: "opinion", of: basis)?.origin == "第0层")
        #expect(value("basis", in: "opinion", of: basis)?.value.contains("甲办法") == true)
        let document = try #require(basis.opinion.basis.first)
        for (year, isCited) in [(2020, false), (2021, true)] {
            #expect(
                document.isFor(GoalBook(town: "", unit: BudgetUnit(code: "", name: ""), fiscalYear: year, projects: []))
                    == isCited)
        }
        #expect(try message("{basis: [{name: '甲办法', nummer: '1号'}]}").contains("没有“nummer”这一项"))
        #expect(try message("{basis: [{name: '甲办法', date: '去年'}]}").contains("“去年”不是如 2020-03-01 的日期"))
        #expect(try message("{basis: [{number: '1号'}]}").contains("basis"))
        #expect(try message("{basis: '甲办法'}").contains("方括号里的列表"))
        #expect(try message("{projects: {'13052924P00584012146U': {basis: ['甲办法']}}}").contains("basis"))
    }

    @Test func severityByRule() throws {
        #expect(try severities(defaults(), of: "I07") == [.warning, .warning])
        #expect(try severities(laid("{rules: {I07: {severity: 'hint'}}}"), of: "I07") == [.hint, .hint])
        #expect(try severities(laid("{rules: {'cost-direction': 'error'}}"), of: "I07") == [.error, .error])
        #expect(try severities(laid("{rules: {I07: 'off'}}"), of: "I07").isEmpty)
        #expect(try severities(laid("{rules: {I07: 'off'}}", "{rules: {I07: 'warning'}}"), of: "I07") == [.warning, .warning])
    }

    @Test func townsAndProjectsAreTheMostSpecific() throws {
        let county = "{rules: {I07: 'error'}, towns: {'901001': {rules: {I07: 'hint'}}, '901002': {rules: {I07: 'off'}}}}"
        #expect(try severities(laid(county), of: "I07") == [.hint, .hint])
        #expect(try severities(laid(county, unit: "901002"), of: "I07").isEmpty)
        #expect(try severities(laid(county, unit: "901003"), of: "I07") == [.error, .error])
        let project = "{projects: {'13052924P005840121472': {rules: {I07: 'off', I10: 'hint'}}}}"
        #expect(try severities(laid(project), of: "I07") == [.warning])
        #expect(try severities(laid(project), of: "I10") == [.warning, .hint])
        let words = "{projects: {'13052924P005840121472': {words: {'+payments': ['工程']}}}}"
        #expect(try severities(laid(words), of: "I07") == [.warning, .hint])
    }

    @Test func listsAreReplacedOrChanged() throws {
        let key = ("payments", "words")
        let before = try #require(try value(key.0, in: key.1, of: defaults())?.value)
        #expect(try value(key.0, in: key.1, of: laid("{words: {payments: ['慰问']}}"))?.value == "慰问")
        let added = try value(key.0, in: key.1, of: laid("{words: {'+payments': ['慰问', '补助']}}"))
        #expect(added?.value == before + "、慰问")
        #expect(added?.origin == "默认＋第0层")
        let taken = try value(key.0, in: key.1, of: laid("{words: {'-payments': ['补助']}}", "{words: {'+payments': ['慰问']}}"))
        #expect(taken?.value == before.replacing("补助、", with: "") + "、慰问")
        #expect(taken?.origin == "默认＋第0层＋第1层")
    }

    @Test func scoresAndTheirOrigins() throws {
        let basis = try laid("{score: {severities: {error: {points: 7}}, rules: {F01: {points: 1, cap: 2}}}}")
        #expect(value("severities.error.points", in: "score", of: basis)?.value == "7")
        #expect(value("severities.error.points", in: "score", of: basis)?.origin == "第0层")
        #expect(value("severities.error.cap", in: "score", of: basis)?.origin == SettingOrigin.standard)
        #expect(basis.settings.contains { $0.section == "score" && $0.key.hasPrefix("rules.F01") && $0.origin == "第0层" })
        let findings = basis.linter.findings(in: book)
        let usual = try defaults().scoring.quality(of: book, findings: findings)
        #expect(basis.scoring.quality(of: book, findings: findings) != usual)
    }

    @Test(arguments: [
        ("{ruels: {}}", "“ruels”", "rules"), ("{rules: {I99: 'hint'}}", "rules.I99", "I03"),
        ("{rules: {I07: 'warn'}}", "rules.I07", "warning"), ("{rules: {I07: {level: 'hint'}}}", "rules.I07.level", "severity"),
        ("{rules: ['I07']}", "rules", "花括号"), ("{words: {paiments: []}}", "words.paiments", "payments"),
        ("{words: {payments: '补助'}}", "words.payments", "列表"), ("{words: {payments: [1]}}", "words.payments.第1项", "文字"),
        ("{words: {'+payments': '慰问'}}", "words.+payments", "列表"), ("{words: {'-payments': ['没有']}}", "没有“没有”", "核对"),
        ("{score: {rules: {X99: {points: 1, cap: 1}}}}", "score.rules.X99", "F02"),
        ("{score: {severities: {error: {points: 'a'}}}}", "score.severities.error.points", "数字"),
        ("{score: {severities: {error: {points: 1000}}}}", "score", "分值"),
        ("{score: {severities: {fatal: {points: 1, cap: 1}}}}", "score.severities.fatal", "hint"),
        ("{towns: {'901001': {towns: {}}}}", "towns.901001.towns", "rules"),
        ("{projects: {'X': {score: {}}}}", "projects.X.score", "项目"),
        ("{rules: {I07: 'hint'}", "写法有误", "括号"), ("{rules: {I07: 'hint'}\n words: {}}", "第2行", "逗号"), ("[]", "整个文件", "花括号"),
        ("{waivers: [{rule: 'I07', project: 'X', person: '张三', until: '2026-12-31'}]}", "waivers.第1条", "原因"),
        ("{waivers: [{rule: 'I07', project: 'X', reason: ' ', person: '张三', until: '2026-12-31'}]}", "waivers.第1条", "原因"),
        ("{waivers: [{rule: 'I07', project: 'X', reason: '可', person: '', until: '2026-12-31'}]}", "waivers.第1条", "同意人"),
        ("{waivers: [{rule: 'I07', project: 'X', reason: '可', person: '张三'}]}", "waivers.第1条", "到期日"),
        ("{waivers: [{rule: 'I07', project: 'X', reason: '可', person: '张三', until: '2026-13-31'}]}", "until", "日期"),
        ("{waivers: [{rule: 'I07', reason: '可', person: '张三', until: '2026-12-31'}]}", "waivers.第1条", "fingerprint"),
        ("{waivers: [{rule: 'I77', project: 'X', reason: '可', person: '张三', until: '2026-12-31'}]}", "I77", "I07"),
    ])
    func mistakesAreExplained(text: String, place: String, known: String) throws {
        let message = try message(text)
        #expect(message.hasPrefix("设定0.json5 "))
        #expect(message.contains(place) && message.contains(known), "\(message)")
    }

    /// Whatever is written, the settings are read or refused.
    @Test func damagedSettingsAreRefused() throws {
        let basis = try defaults()
        let good = """
            {rules: {I07: 'hint'}, words: {'+payments': ['慰问']}, score: {severities: {error: {points: 7}}},
             waivers: [{rule: 'I07', project: 'X', reason: '可', person: '张三', until: '2026-12-31'}], towns: {'甲镇': {}}}
            """
        var random = SplitMix64(seed: 11)
        var refused = 0
        let count = Cases.number(2_000, quick: 10)
        for _ in 0..<count {
            var bytes = Array(good.utf8)
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                if Bool.random(using: &random) {
                    bytes.remove(at: place)
                } else {
                    bytes[place] = UInt8.random(in: 0...255, using: &random)
                }
            }
            do throws(ReviewSettingsError) {
                _ = try basis.profile(json5: Data(bytes), file: "设定.json5", origin: "县设定")
            } catch {
                refused += 1
                #expect(error.message.hasPrefix("设定.json5 "))
            }
        }
        #expect(refused > count / 2 && refused < count)
    }
}
