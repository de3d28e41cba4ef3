import Diagnostics
import Foundation
import GoalModel
import TestSupport
import Testing

@testable import Linting

struct LinterTests {
    private func row(_ type: String, _ name: String, _ target: String, line: Int? = nil) -> Indicator {
        let places: FieldPlaces<Indicator.Field> = line.map { [.target: Location(file: "甲镇.txt", line: $0)] } ?? [:]
        return Indicator(
            category: "", type: type, name: name, description: "", target: Target(reading: target), basis: "", places: places)
    }

    private func book(_ rows: [[Indicator]]) -> GoalBook {
        let unit = BudgetUnit(code: nil, name: "甲镇")
        let projects = rows.enumerated().map {
            Project(number: $0 + 1, name: "项目\($0 + 1)", code: "", unit: unit, indicators: $1)
        }
        return GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: projects)
    }

    @Test func orderIsThatOfTheBook() throws {
        var book = book([
            [row("数量指标", "次数", "≥95%"), row("成本指标", "成本指标", "≥5万元")], [row("数量指标", "次数", "万元")],
        ])
        book.partOne = [
            Section(heading: Passage("一"), paragraphs: [Passage("电话13812345678", at: Location(file: "甲镇.txt", line: 7))])
        ]
        let findings = Linter(tables: try .repository).findings(in: book)
        let expected = [
            "P02 nil nil", "F02 1 nil", "I01 1 nil", "I10 1 1", "I11 1 1", "I04 1 2", "I07 1 2", "F02 2 nil", "I01 2 nil",
            "I03 2 1",
        ]
        #expect(
            findings.map { "\($0.code) \($0.project.map(String.init) ?? "nil") \($0.indicator.map(String.init) ?? "nil")" }
                == expected)
        #expect(findings.first?.location == Location(file: "甲镇.txt", line: 7))
        #expect(findings.first?.message == "正文中有手机号138******78")
    }

    /// The form of 财预〔2015〕88号 has neither codes nor a spending plan; what a project lacks that others have is an error.
    @Test func whatTheFormHasNoPlaceForIsNoError() throws {
        let linter = Linter(tables: try .repository)
        var book = book([[row("数量指标", "次数", "≥5次")], [row("数量指标", "次数", "≥6次")]])
        func severities(_ code: String) -> [Severity] { linter.findings(in: book).filter { $0.code == code }.map(\.severity) }
        for code in ["C01", "S01", "T08", "T09", "T10", "T11", "I22"] { #expect(severities(code).isEmpty, "\(code)") }
        book.projects[0].plan.points = [SpendingPlan.Point(by: try #require(MonthDay(month: 12, day: 31)), percent: .hundred)]
        book.projects[0].places[.code] = Location(file: "甲镇.txt", line: 3)
        #expect(severities("C01") == [.error, .error] && severities("S01") == [.error])
        book.projects[0].indicators = []
        #expect(severities("I26") == [.error] && severities("I01") == [.error])
    }

    /// Where it is not said how much of the money is 财政资金, the sum of both sources is unknown.
    @Test func sourcesThatTheFormDoesNotNameAddUpToNothing() throws {
        let linter = Linter(tables: try .repository)
        var book = book([[row("数量指标", "次数", "≥5次")]])
        book.projects[0].budget = Money(fen: 500)
        book.projects[0].otherFunds = .zero
        func isFound() -> Bool { linter.findings(in: book).contains { $0.code == "F01" } }
        #expect(isFound())
        book.projects[0].places[.budget] = Location(file: "甲镇.txt", line: 3)
        #expect(!isFound())
        book.projects[0].places[.fiscalFunds] = Location(file: "甲镇.txt", line: 3)
        #expect(isFound())
    }

    @Test func fingerprintsSurviveRewrapping() throws {
        let linter = Linter(tables: try .repository)
        let plain = linter.findings(in: book([[row("数量指标", "1.宣传 次数", "≥95安全\n生产", line: 3)]]))
        let wrapped = linter.findings(in: book([[row("数量指标", "（二）宣传次数", "≥ 95安全生产", line: 9)]]))
        #expect(plain.map(\.fingerprint) == wrapped.map(\.fingerprint))
        #expect(plain.allSatisfy { $0.fingerprint.wholeMatch(of: /[0-9a-f]{16}/) != nil })
        let other = linter.findings(in: book([[row("数量指标", "培训次数", "≥95安全生产")]]))
        #expect(other.last?.fingerprint != plain.last?.fingerprint)
    }

    /// An answer must find its finding again when the remedy was none, or something else was put right beside it.
    @Test func fingerprintsHoldNothingThatIsToBePutRight() throws {
        let linter = Linter(tables: try .repository)
        func fingerprint(_ code: String, _ book: GoalBook) -> String? {
            linter.findings(in: book).first { $0.code == code }?.fingerprint
        }
        var before = book([[row("数量指标", "宣传次数", "≥"), row("质量指标", "质量指标", "≥95%")]])
        before.projects[0].purpose = "确保资金及时拨打到位"
        before.projects[0].code = "13052924P0058401214"
        let prints = ["I01", "I03", "I04", "C01", "T03"].map { fingerprint($0, before) }
        #expect(Set(prints).count == 5 && !prints.contains(nil))
        var after = before
        after.projects[0].indicators[0] = row("数量指标", "宣传次数", "次")
        after.projects[0].indicators[1] = row("质量指标", "产出指标", "100%")
        after.projects[0].indicators.append(row("时效指标", "完成时间", "12月底前"))
        after.projects[0].purpose = "确保各项资金及时拨打到位，不误农时"
        // A wrong code must not make strangers of all findings of its project, neither when it is written nor when it is mended.
        for code in ["13052924P00584012164U", "13052924P00584012146U"] {
            after.projects[0].code = code
            let known = linter.findings(in: after).map(\.fingerprints)
            for (print, rule) in zip(prints, ["I01", "I03", "I04", "C01", "T03"]) where rule != "C01" || code.hasSuffix("64U") {
                #expect(known.contains { print.map($0.contains) == true }, "\(rule) \(code)")
            }
        }
    }

    /// Rows that differ in their value only must not inherit each other's answers.
    @Test func aRowThatIsPutRightLeavesItsFingerprint() throws {
        let linter = Linter(tables: try .repository)
        let both = linter.findings(in: book([[row("数量指标", "次数", "万元"), row("数量指标", "次数", "元")]])).filter { $0.code == "I03" }
        let one = linter.findings(in: book([[row("数量指标", "次数", "≥3次"), row("数量指标", "次数", "元")]])).filter { $0.code == "I03" }
        #expect(one.map(\.indicator) == [2] && !one[0].fingerprints.contains(both[0].fingerprint))
    }

    /// What the first versions printed; answers, waivers and baselines of that time hold it.
    @Test func formerFingerprintsAreStillKnown() throws {
        let found = Linter(tables: try .repository).findings(in: book([[row("数量指标", "次数", "万元")], [row("数量指标", "次数", "≥5")]]))
        var former = Fingerprint()
        for word in ["甲镇", "项目1", "number-missing", "数量指标", "次数", "", "万元"] { former.add(word) }
        #expect(found.first { $0.code == "I03" }?.fingerprints.contains(former.text) == true)
    }

    @Test func exactRepeatsAreDistinguished() throws {
        let twice = [row("数量指标", "次数", "万元"), row("数量指标", "次数", "万元")]
        let found = Linter(tables: try .repository).findings(in: book([twice])).filter { $0.code == "I03" }
        #expect(found.count == 2)
        #expect(Set(found.map(\.fingerprint)).count == 2)
    }

    @Test func messagesNeverShowPersonalNumbers() throws {
        let linter = Linter(tables: try .repository)
        let examples = RuleCatalogue.descriptions.filter { $0.criterion == .publication }.flatMap(\.failing)
        for message in examples.flatMap({ linter.findings(in: $0.book) }).map(\.message) {
            #expect(message.firstMatch(of: /[0-9]{8}/) == nil, "\(message)")
        }
    }

    /// Content that no reader should produce must not stop the linter.
    @Test func hostileContent() throws {
        var random = SplitMix64(seed: 5)
        let pieces = [
            "", "≥", "🙂", "万元", "95", "率", "%", "\u{200B}", "13812345678", "1", "-", " ", "2024年13月", "110101199003070070", "P",
            "（%）",
        ]
        func text() -> String {
            (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
        }
        let linter = Linter(tables: try .repository)
        for _ in 0..<200 {
            var book = book((0..<3).map { _ in (0..<3).map { _ in row(text(), text(), text()) } })
            for index in book.projects.indices {
                book.projects[index].number = [0, -5, 1, .max, .min].randomElement(using: &random) ?? 1
                book.projects[index].code = text()
                book.projects[index].budget =
                    [Money(fen: .max), Money(fen: .min), nil, .zero].randomElement(using: &random) ?? nil
                book.projects[index].fiscalFunds = Money(fen: .max)
                book.projects[index].otherFunds = Money(fen: .max)
                book.projects[index].purpose = text()
            }
            let findings = linter.findings(in: book)
            #expect(findings == linter.findings(in: book))
            _ = QualityScoring(weights: ScoreWeights()).quality(of: book, findings: findings)
        }
    }
}
