import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

@testable import Intake

/// How much may be one town's book, and towns in thousands of folders.
@Suite struct BookSizeTests {
    private let file = InputFile(url: URL(filePath: "/甲/乙.xlsx"), path: "乙.xlsx")

    private func book(projects: Int, rows: Int = 1, goal: String = "修路") -> GoalBook {
        let indicator = Indicator(
            category: "产出指标", type: "数量指标", name: goal, description: "", target: Target(reading: "≥1公里"), basis: "")
        var project = Project(
            number: 1, name: "修路", code: "", unit: BudgetUnit(code: nil, name: ""), moneyUnit: .wan, budget: nil,
            fiscalFunds: nil,
            otherFunds: nil, purpose: "", plan: SpendingPlan([]), goals: [])
        project.indicators = Array(repeating: indicator, count: rows)
        return GoalBook(
            town: "石桥镇", unit: BudgetUnit(code: nil, name: ""), fiscalYear: 2026,
            projects: Array(repeating: project, count: projects))
    }

    private func refusal(_ book: GoalBook) -> String? {
        do {
            try book.checkSize(file)
            return nil
        } catch { return error.reason }
    }

    @Test func largeBooksAreReadAndEndlessOnesAreNot() throws {
        #expect(refusal(book(projects: 3_000, rows: 6)) == nil)
        #expect(refusal(book(projects: 3_001))?.contains("3001个项目，上限是3000") == true)
        #expect(refusal(book(projects: 2, rows: 10_001))?.contains("20002条绩效指标") == true)
        #expect(refusal(book(projects: 1, rows: 20, goal: String(repeating: "长", count: 80_000)))?.contains("KB文字") == true)
        var wordy = book(projects: 1)
        wordy.safeguards = Array(repeating: Safeguard(title: "加强领导", text: ""), count: 100_001)
        #expect(refusal(wordy)?.contains("段文字") == true)
    }

    @Test func filesWithoutAUnitJoinInTheirOwnFolderOnly() async throws {
        let lexicon = try Lexicon.ours()
        var fragments: [Fragment] = []
        for index in 0..<400 {
            for (name, code) in [("甲.csv", "\(100_000 + index)"), ("乙.csv", nil)] as [(String, String?)] {
                var book = book(projects: 1)
                book.town = "第\(index)镇"
                book.unit.code = code
                book.projects[0].name = name
                let file = InputFile(url: URL(filePath: "/in/\(index)/\(name)"), path: "\(index)/\(name)")
                fragments.append(Fragment(file: file, document: nil, book: book, fileDiagnostics: [], diagnostics: []))
            }
        }
        // Whole books without a document cannot join: each folder's two are told as one conflict, and nothing else is.
        let joined = await TownJoining(fragments, FileReader(lexicon: lexicon), jobs: 2)
        #expect(joined.towns.isEmpty && joined.failures.count == 400)
        #expect(joined.failures.first?.files == ["0/甲.csv", "0/乙.csv"])
        let apart = await TownJoining(fragments.filter { $0.book.unit.code == nil }, FileReader(lexicon: lexicon), jobs: 2)
        #expect(apart.towns.count == 400 && apart.failures.isEmpty)
        let twice = await TownJoining(
            fragments.filter { $0.book.unit.code != nil } + fragments.prefix(2), FileReader(lexicon: lexicon), jobs: 2)
        #expect(twice.notices == ["0/甲.csv 与 0/甲.csv 内容完全相同，只用一份"] && twice.failures.count == 1)
    }

    @Test func aProjectInTwoFilesIsNamedWithBoth() async throws {
        let lexicon = try Lexicon.ours()
        let fragments = ["甲", "乙", "丙"].enumerated().map { index, name in
            var book = book(projects: 1)
            book.unit.code = "905001"
            book.projects[0].name = index == 0 ? "架桥" : "修路"
            book.overallGoal = name
            return Fragment(
                file: InputFile(url: URL(filePath: "/in/\(name).csv"), path: "\(name).csv"),
                document: .init(path: "", format: "csv", encoding: "", sha256: "", blocks: []), book: book, fileDiagnostics: [],
                diagnostics: [])
        }
        let joined = await TownJoining(fragments, FileReader(lexicon: lexicon), jobs: 2)
        let reason = try #require(joined.failures.first).reason
        #expect(reason.contains("项目“修路”在 乙.csv 和 丙.csv 里都有绩效指标"), "\(reason)")
    }
}
