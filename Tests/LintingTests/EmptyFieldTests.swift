import Foundation
import GoalModel
import TestSupport
import Testing

@testable import Linting

/// A cell that was left empty is a fault like others, and a grave one: emptying a cell must not be the way to a better score.
@Suite struct EmptyFieldTests {
    /// One way of emptying a book, and how many cells there are to empty so.
    private struct Emptying: CustomStringConvertible {
        let description: String
        var count: (GoalBook) -> Int = { _ in 1 }
        let apply: (inout GoalBook, Int) -> Void

        static func project(_ name: String, _ change: @escaping (inout Project) -> Void) -> Emptying {
            Emptying(description: name, count: \.projects.count) { change(&$0.projects[$1]) }
        }

        static func plan(_ date: Int) -> Emptying {
            project("支出计划第\(date + 1)格") { project in
                guard project.plan.points.indices.contains(date) else { return }
                project.plan.points[date].percent = nil
                project.raw.plan[date] = ""
            }
        }

        /// All rows of a project; of one that copies another's, this would take the copy away from that one, too.
        static var indicators: Emptying {
            func own(_ book: GoalBook) -> [Int] {
                let copied = Set(CopiedSets(in: book).groups.joined().map(\.number))
                return book.projects.indices.filter { !copied.contains(book.projects[$0].number) }
            }
            let count = { (book: GoalBook) in own(book).count }
            return Emptying(description: "指标", count: count) { book, place in
                let places = own(book)
                if places.indices.contains(place) { book.projects[places[place]].indicators = [] }
            }
        }

        static func row(_ field: Indicator.Field) -> Emptying {
            let count = { (book: GoalBook) in book.projects.reduce(0) { $0 + $1.indicators.count } }
            return Emptying(description: field.title, count: count) { book, place in
                var rest = place
                guard
                    let index = book.projects.firstIndex(where: { project in
                        defer { rest -= project.indicators.count }
                        return rest < project.indicators.count
                    })
                else { return }
                let row = rest + book.projects[index].indicators.count
                book.projects[index].indicators[row].empty(field)
            }
        }

        static var all: [Emptying] {
            [
                project("项目名称") { $0.name = "" }, project("项目编码") { $0.code = "" }, project("预算单位") { $0.unit.name = "" },
                project("资金用途") { $0.purpose = "" }, project("绩效目标") { $0.goals = [] },
                project("预算数") { ($0.budget, $0.raw.budget) = (nil, "") },
                project("财政资金") { ($0.fiscalFunds, $0.raw.fiscalFunds) = (nil, "") },
                project("其他资金") { ($0.otherFunds, $0.raw.otherFunds) = (.zero, "") },
                indicators, plan(0), plan(1), plan(2), plan(3),
                Emptying(description: "总体绩效目标") { book, _ in
                    book.overallGoal = ""
                    for index in book.partOne.indices where book.partOne[index].heading.text.contains("总体") {
                        book.partOne[index].paragraphs = []
                    }
                },
                Emptying(description: "第一部分") { book, _ in
                    for index in book.partOne.indices { book.partOne[index].paragraphs = [] }
                    (book.overallGoal, book.subGoals, book.safeguards) = ("", [], [])
                    (book.statements, book.expenseClasses) = ([], [])
                },
            ] + Indicator.Field.allCases.map(row)
        }
    }

    /// In `make check` every cell of the five books, else one of each kind.
    @Test(arguments: Corpus.towns)
    func scoreDoesNotRise(town: String) throws {
        let book = try #require(Corpus.costly.first).book(of: town)
        let basis = try ReviewBasis(file: Repository.resource)
        func score(_ book: GoalBook) -> Points? {
            basis.scoring.quality(of: book, findings: basis.linter.findings(in: book)).score
        }
        let before = try #require(score(book))
        for emptying in Emptying.all {
            let count = emptying.count(book)
            for place in Cases.areAll ? Array(0..<count) : [count / 2] {
                var emptied = book
                emptying.apply(&emptied, place)
                let after = try #require(score(emptied))
                #expect(after <= before, "\(town)：\(emptying)，第\(place + 1)处")
            }
        }
    }
}

extension Indicator {
    fileprivate mutating func empty(_ field: Field) {
        switch field {
        case .category: category = ""
        case .type: type = ""
        case .name: name = ""
        case .description: description = ""
        case .target: target = Target(reading: "")
        case .basis: basis = ""
        }
    }
}
