import Foundation
import GoalModel
import TestSupport
import Testing
import Text

@testable import Linting

/// What is found of planted numbers, and what is taken for one.
@Suite struct PersonalNumberTests {
    private func finder() throws -> PersonalNumbers {
        PersonalNumbers(SampleBooks.book([]), try .repository)
    }

    @Test func ratesOverACorpus() throws {
        let isSlow = ProcessInfo.processInfo.environment["GOALBOOK_SLOW"] != nil
        let corpus = NumberCorpus(seed: 20_241, count: isSlow ? 20_000 : 600)
        let finder = try finder()
        let missed = corpus.planted.filter { finder.numbers(in: $0.text).isEmpty }
        let alarms = corpus.innocent.filter { !finder.numbers(in: $0.text).isEmpty }
        let hitRate = 1 - Double(missed.count) / Double(corpus.planted.count)
        let alarmRate = Double(alarms.count) / Double(corpus.innocent.count)
        let figures =
            "找到\(corpus.planted.count - missed.count)/\(corpus.planted.count)，误报\(alarms.count)/\(corpus.innocent.count)"
        print("个人信息：\(figures)")
        #expect(hitRate >= 0.995, "\(figures)\n\(missed.prefix(20).map(\.description).joined(separator: "\n"))")
        #expect(alarmRate <= 0.005, "\(figures)\n\(alarms.prefix(20).map(\.description).joined(separator: "\n"))")
        let grave = alarms.filter { NumberCorpus.sacred.contains($0.group) }
        #expect(grave.isEmpty, "\(grave.prefix(20).map(\.description).joined(separator: "\n"))")
    }

    @Test(arguments: [
        "SFZ110101199003070070", "KH6222020000000000018", "13812345678万小明", "手机.13812345678", "1.13812345678", "138.1234.5678",
        "（138）1234-5678", "013812345678", "110101199003070071", "+86138 1234 5678", "统一13812345678", "①13812345678",
        "100m²13812345678",
        "1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣", "1381234567813912345678", "11010119900307007013812345678", "身份证编号110101199003070071",
        "手机No.13812345678", "13812345678@qq.com", "110101900307007", "身份证110101050307007", "HT110101199003070070",
    ])
    func plantedNumbersAreFound(text: String) throws {
        #expect(try !finder().numbers(in: text).isEmpty)
        // Before 2000 there were no such days; only the word says what it is.
        #expect(text == "身份证110101050307007" || text.withNumbersStarred.unicodeScalars.contains("*"))
    }

    @Test(arguments: [
        "HT13812345678", "发票号码13812345678", "13812345678平方米", "冀财预〔2024〕13812345678号", "合同编号：JL2024-13812345678",
        "1-1 1-2 1-3 1-4 1-5 1-6 1-7 1-8", "项目 1-3 8-1 2-3 4-5 6-7 8-9", "发票代码013002000111", "合同编号130529202403070012",
        "150,2000,3000", "1500000 2024年预算", "东经115.13812345678，北纬37.13812345678", "二〇二四年一月一日至二〇二四年十二月三十一日",
    ])
    func innocentNumbersAreLeft(text: String) throws {
        #expect(try finder().numbers(in: text).isEmpty)
    }

    /// Both parts are named, hidden, and said to stand in two cells.
    @Test func numbersSplitOverCellsAreFound() throws {
        var project = SampleBooks.project(1, "某项目", fen: 100)
        func row(_ name: String, _ description: String, _ target: String, _ basis: String = "") -> Indicator {
            Indicator(
                category: "产出指标", type: "数量指标", name: name, description: description, target: Target(reading: target),
                basis: basis)
        }
        project.indicators = [
            row("联系人1381234", "5678", "≥1个"), row("户数", "卡号622202000000", "0000018"), row("完成1391234", "按期", "≥1个"),
            row("5678人联系", "按期", "≥1个"), row("面积150", "2000", "3000"), row("投入≥1500000", "2024年", "≥13812345678元"),
        ]
        let book = SampleBooks.book([project])
        let linter = Linter(tables: try .repository)
        let found = linter.findings(in: book).filter { $0.criterion == .publication }
        #expect(
            found.map { "\($0.code) \($0.indicator ?? 0) \($0.message)" } == [
                "P02 1 三级指标中有手机号138******78（拆在相邻的单元格里）", "P03 2 绩效指标描述中有银行卡号622**************18（拆在相邻的单元格里）",
                "P02 3 三级指标中有手机号139******78（拆在相邻的单元格里）",
            ])
        let rows = book.mappingTexts(linter.masking(of: book).masked).projects[0].indicators
        #expect(rows[0].name == "联系人138****" && rows[0].description == "**78")
        #expect(rows[1].description == "卡号622*********" && rows[1].target.text == "*****18")
        #expect(rows[2].name == "完成139****" && rows[3].name == "**78人联系")
        #expect(rows[4] == project.indicators[4] && rows[5] == project.indicators[5])
    }

    /// What somebody has agreed to keep is seen, and nothing else.
    @Test func keptNumbersStay() throws {
        let masking = try Linter(tables: .repository).masking(of: SampleBooks.book([]), keeping: ["13812345678"])
        #expect(masking.masked("138 1234 5678、13912345678") == "138 1234 5678、139******78")
        #expect(masking.numbers(in: "13812345678、13912345678") == ["139******78"])
    }

    /// Names of files go by the digits alone.
    @Test(arguments: [
        ("13812345678.docx", "138******78.docx"), ("名单（138-1234-5678）/甲镇.txt", "名单（138-****-**78）/甲镇.txt"),
        ("110101199003070071.xlsx", "110*************71.xlsx"), ("6222020000000000018", "622**************18"),
        ("2024年巨鹿镇20240115.docx", "2024年巨鹿镇20240115.docx"), ("13052924P00584012146U.docx", "13052924P00584012146U.docx"),
    ])
    func namesAreStarred(name: String, expected: String) {
        #expect(name.withNumbersStarred == expected)
        #expect(expected.withNumbersStarred == expected)
    }
}
