import GoalModel
import Linting
import Testing

struct ProjectCodeTests {
    private let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")

    private func messages(_ code: String) throws -> [String] {
        let rules = RuleCatalogue.all.filter { $0.description.code == "C01" }
        let unit = BudgetUnit(code: nil, name: "甲镇")
        let book = GoalBook(
            town: "甲镇", unit: unit, fiscalYear: 2024, projects: [Project(number: 1, name: "", code: code, unit: unit)])
        return Linter(tables: try .repository, rules: rules).findings(in: book).map(\.message)
    }

    @Test(arguments: ["13052924P00584012146U", "13022925P00JXC419912G", "13063026P000057101770"])
    func everySlipIsCaught(code: String) throws {
        #expect(try messages(code).isEmpty)
        let characters = Array(code)
        for place in characters.indices {
            for other in alphabet where other != characters[place] && !(place == 8 || place < 2) {
                var wrong = characters
                wrong[place] = other
                #expect(try messages(String(wrong)).count == 1)
            }
            guard place > 1, place + 1 < characters.count, characters[place] != characters[place + 1] else { continue }
            guard place != 7, place != 8 else { continue }
            var swapped = characters
            swapped.swapAt(place, place + 1)
            #expect(try messages(String(swapped)).count == 1)
        }
    }

    @Test func messageTellsTheExpectedCharacter() throws {
        #expect(try messages("13052924P00584012146X").first?.contains("校验位应为“U”，现为“X”") == true)
        #expect(try messages("13052924PB0584012146V").first?.contains("第21位“V”") == true)
    }

    @Test(arguments: [
        ("13052924POO584O12146U", "第10、11、15位是字母“O”，应为数字“0”"), ("13o52924P00584012146U", "第3位是字母“O”，应为数字“0”"),
        ("13052924P005840l2146U", "第16位是字母“L”，应为数字“1”"), ("I3O52924P005840I2146U", "第3位是字母“O”，应为数字“0”，第1、16位是字母“I”，应为数字“1”"),
    ])
    func lettersForDigitsAreNamed(code: String, words: String) throws {
        let rules = RuleCatalogue.all.filter { $0.description.code == "C01" }
        let unit = BudgetUnit(code: nil, name: "甲镇")
        let book = GoalBook(
            town: "甲镇", unit: unit, fiscalYear: 2024, projects: [Project(number: 1, name: "", code: code, unit: unit)])
        let findings = Linter(tables: try .repository, rules: rules).findings(in: book)
        #expect(findings.map(\.message) == ["项目编码“\(code.uppercased())”\(words)"])
        #expect(findings.map(\.suggestion) == ["13052924P00584012146U"])
        #expect(findings.first?.remedy.contains("13052924P00584012146U") == true)
    }

    /// Where nothing proves that a letter is a digit, it is not said to be one.
    @Test(arguments: ["13068221G0PCO8F8G1NN0", "13052924PO0584012147U", "99052924POO584O12146U"])
    func otherLettersAreLeft(code: String) throws {
        #expect(try !messages(code).contains { $0.contains("应为数字") })
    }
}
