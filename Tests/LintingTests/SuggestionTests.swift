import GoalModel
import TestSupport
import Testing

@testable import Linting

/// What is offered in place of a fault must itself be without one.
@Suite struct SuggestionTests {
    /// The findings of a book before and after each suggestion is put in its place.
    private func faults(in book: GoalBook, by linter: Linter) -> [String] {
        let marks = linter.marks(in: book)
        func spot(_ code: String, _ mark: Violation) -> String { "\(code) \(mark.project ?? 0) \(mark.row ?? 0) \(mark.place)" }
        let known = Set(marks.map { spot($0.rule.code, $0.mark) })
        return marks.flatMap { rule, mark -> [String] in
            guard let suggestion = mark.suggestion, let changed = book.replacing(mark, with: suggestion) else { return [] }
            return linter.marks(in: changed).compactMap { other, found in
                let isHere = found.project == mark.project && found.row == mark.row && found.place == mark.place
                // A group that loses a project stands elsewhere, and of two slips in a row only the first is told.
                guard isHere || (found.group.isEmpty && other.code != rule.code && !known.contains(spot(other.code, found)))
                else { return nil }
                return "\(rule.code) 项目\(mark.project ?? 0)第\(mark.row ?? 0)行“\(suggestion)”：\(other.code) \(found.message.text)"
            }
        }
    }

    @Test(arguments: Corpus.towns + ["柳溪镇"])
    func sampleBooks(town: String) throws {
        let book = try #require(Corpus.all.first).book(of: town)
        let found = faults(in: book, by: Linter(tables: try .repository))
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    /// The examples of a rule hold no whole project: only what its rows' rules say is compared.
    @Test func examples() throws {
        let linter = Linter(tables: try .repository)
        for rule in RuleCatalogue.descriptions {
            for example in rule.failing {
                let found = faults(in: example.book, by: linter)
                #expect(found.isEmpty, "\(rule.code) \(example.text)：\(found.joined(separator: "\n"))")
            }
        }
    }

    /// Where nothing else is wrong with the cell.
    @Test func suggestionsAreStillOffered() throws {
        let linter = Linter(tables: try .repository)
        let examples = RuleCatalogue.descriptions.flatMap(\.failing)
        let offered = examples.flatMap { linter.findings(in: $0.book) }.compactMap(\.suggestion)
        #expect(Set(["=100%", "≥95%", "≤100万元", "≤50万元", "≥90%"]).isSubset(of: offered), "\(offered)")
    }
}

extension GoalBook {
    /// The book with a suggestion in place of the cell; `nil` for a clause of a longer text.
    fileprivate func replacing(_ mark: Violation, with suggestion: String) -> GoalBook? {
        guard let number = mark.project, let index = projects.firstIndex(where: { $0.number == number }) else { return nil }
        var book = self
        switch mark.place {
        case .cell(let field):
            guard let row = mark.row, projects[index].indicators[row - 1][field].count <= 60 else { return nil }
            switch field {
            case .target: book.projects[index].indicators[row - 1].target = Target(reading: suggestion)
            case .name: book.projects[index].indicators[row - 1].name = suggestion
            case .description: book.projects[index].indicators[row - 1].description = suggestion
            case .basis: book.projects[index].indicators[row - 1].basis = suggestion
            case .category, .type: return nil
            }
        case .field(.purpose) where projects[index].purpose.count <= 60: book.projects[index].purpose = suggestion
        case .field(.name): book.projects[index].name = suggestion
        default: return nil
        }
        return book
    }
}
