import Diagnostics
import Foundation
import GoalModel
import Linting
import TestSupport
import Testing

/// Re-wrapping or renumbering a document makes nothing new.
@Suite struct BaselineTests {
    private static let books: [GoalBook] = Corpus.costly.flatMap { corpus in
        Corpus.towns.compactMap { try? corpus.book(of: $0) }
    }

    private func found(_ book: GoalBook) throws -> FoundInTown {
        FoundInTown(book, findings: Linter(tables: try .repository).findings(in: book), waived: [], diagnostics: [])
    }

    /// What a change of a book makes new and puts right.
    private func difference(_ before: GoalBook, _ after: GoalBook) throws -> (new: [Finding], fixed: [Baseline.Entry]) {
        let baseline = try Baseline(json: JSONEncoder().encode(Baseline([found(before)])))
        let comparison = baseline.comparison(with: try found(after))
        let findings = Linter(tables: try .repository).findings(in: after)
        return (findings.filter { !comparison.isKnown($0) }, comparison.fixed)
    }

    private func words(_ findings: [Finding]) -> [String] {
        findings.map { "\($0.code) \($0.project ?? 0) \($0.message)" }
    }

    /// A line break after every third character, and spaces around it.
    private func wrapped(_ text: String) -> String {
        var result = ""
        for (index, character) in text.enumerated() {
            result.append(character)
            // Numbers and words of Latin letters are not torn apart by any program.
            let isLatin = character.isASCII && (character.isLetter || character.isNumber || "-.%".contains(character))
            if index % 3 == 2, !isLatin { result += "\n" }
        }
        return result
    }

    @Test func theBooksAreThere() {
        #expect(Self.books.count >= 5)
    }

    @Test(arguments: books.indices)
    func theSameAgain(index: Int) throws {
        let (new, fixed) = try difference(Self.books[index], Self.books[index])
        #expect(new.isEmpty && fixed.isEmpty)
    }

    @Test(arguments: books.indices)
    func renumbered(index: Int) throws {
        var book = Self.books[index]
        let count = book.projects.count
        for place in book.projects.indices { book.projects[place].number += 7 }
        for place in book.statements.indices { book.statements[place].project = book.statements[place].project.map { $0 + 7 } }
        let (new, fixed) = try difference(Self.books[index], book)
        #expect(new.isEmpty && fixed.isEmpty && count > 0, "\(words(new)) \(fixed)")
    }

    @Test(arguments: books.indices)
    func rewrapped(index: Int) throws {
        var book = Self.books[index]
        for project in book.projects.indices {
            for row in book.projects[project].indicators.indices {
                let old = book.projects[project].indicators[row]
                book.projects[project].indicators[row] = Indicator(
                    category: wrapped(old.category), type: wrapped(old.type), name: wrapped(old.name),
                    description: wrapped(old.description), target: Target(reading: wrapped(old.target.text)),
                    basis: wrapped(old.basis), places: old.places)
            }
        }
        let (new, fixed) = try difference(Self.books[index], book)
        #expect(new.isEmpty && fixed.isEmpty, "\(words(new)) \(fixed)")
    }

    @Test(arguments: books.indices)
    func withAProjectMore(index: Int) throws {
        var book = Self.books[index]
        for place in book.projects.indices { book.projects[place].number += 1 }
        for place in book.statements.indices { book.statements[place].project = book.statements[place].project.map { $0 + 1 } }
        let rows = [("数量指标", "印制手册", "≥300册"), ("成本指标", "印制单价", "≤9元/册")].map { type, name, target in
            Indicator(category: "产出指标", type: type, name: name, description: "", target: Target(reading: target), basis: "")
        }
        let project = Project(
            number: 1, name: "新增的手册印制项目", code: "13052924P00584099146U", unit: book.unit, budget: Money(fen: 270_000),
            fiscalFunds: Money(fen: 270_000), indicators: rows)
        book.projects.insert(project, at: 0)
        let (new, fixed) = try difference(Self.books[index], book)
        let strange = new.filter { $0.projects != [1] }
        #expect(strange.isEmpty && fixed.isEmpty, "\(words(strange)) \(fixed)")
        #expect(!new.isEmpty, "the new project has no plan, which is new")
    }

    @Test func whatIsPutRightAndWhatIsNew() throws {
        let before = Self.books[0]
        var after = before
        let place = try #require(
            before.projects.firstIndex { project in
                before.projects.count { $0.code == project.code } == 1 && project.indicators.count > 1
            })
        after.projects[place].indicators[0] = Indicator(
            category: "", type: "成本指标", name: "全新的成本", description: "", target: Target(reading: "万元"), basis: "")
        let (new, _) = try difference(before, after)
        #expect(new.contains { $0.code == "I03" && $0.message.contains("全新的成本") })
        let (back, fixed) = try difference(after, before)
        #expect(fixed.contains { $0.code == "I03" && $0.message.contains("全新的成本") })
        #expect(!back.contains { $0.message.contains("全新的成本") })
    }

    @Test func otherTownsAreNotPutRight() throws {
        let baseline = Baseline(try Self.books.prefix(2).map { try found($0) })
        #expect(baseline.comparison(with: try found(Self.books[0])).fixed.isEmpty)
    }

    @Test func readingIsRemembered() throws {
        func town(_ line: Int, _ summary: String) -> FoundInTown {
            let diagnostic = Diagnostic(.error, id: "amount-unreadable", at: Location(file: "甲.txt", line: line), summary)
            return FoundInTown(Self.books[0], findings: [], waived: [], diagnostics: [diagnostic])
        }
        let baseline = Baseline([town(3, "预算数“甲”不是金额")])
        let moved = Diagnostic(.error, id: "amount-unreadable", at: Location(file: "甲.txt", line: 9), "预算数“甲”不是金额")
        #expect(baseline.comparison(with: town(9, "预算数“甲”不是金额")).isKnown(moved))
        #expect(baseline.comparison(with: town(9, "预算数“乙”不是金额")).known.isEmpty)
    }

    @Test(arguments: ["", "{}", "[]", "{\"schema\":\"goalbook.facts/1\",\"entries\":[]}", "\u{FF}"])
    func otherFilesAreRefused(text: String) {
        let error = #expect(throws: Baseline.Unusable.self) { try Baseline(json: Data(text.utf8)) }
        #expect(error?.message.contains("基线") == true)
        #expect(throws: Baseline.Unusable.self) { try Baseline(json: Data([0xFF, 0xFE, 0x7B])) }
    }
}
