import Diagnostics
import GoalModel
import TestSupport
import Testing

@testable import Linting

struct ScoringTests {
    private func finding(_ code: String, _ severity: Severity, projects: [Int]) -> Finding {
        Finding(
            rule: code.lowercased(), code: code, title: code, severity: severity, criterion: .completeness,
            project: projects.first,
            projects: projects, indicator: nil, message: code, remedy: "", fingerprint: "", location: nil)
    }

    private func book(budgets: [Int64?]) -> GoalBook {
        let unit = BudgetUnit(code: nil, name: "甲镇")
        let projects = budgets.enumerated().map {
            Project(number: $0 + 1, name: "", code: "", unit: unit, budget: $1.map(Money.init(fen:)))
        }
        return GoalBook(town: "甲镇", unit: unit, fiscalYear: 2024, projects: projects)
    }

    private let weights = ScoreWeights(
        severities: [
            "error": .init(points: Points(tenths: 50), cap: Points(tenths: 200)),
            "warning": .init(points: Points(tenths: 30), cap: Points(tenths: 120)),
            "hint": .init(points: Points(tenths: 5), cap: Points(tenths: 20)),
        ],
        rules: ["P01": .init(points: Points(tenths: 200), cap: Points(tenths: 600))])

    @Test func budgetsWeigh() {
        let quality = QualityScoring(weights: weights).quality(
            of: book(budgets: [4_000_000, 1_000_000, nil]),
            findings: [finding("I01", .error, projects: [2]), finding("I07", .warning, projects: [3])])
        #expect(quality.projects.map(\.score.tenths) == [1000, 950, 970])
        // The third project counts as the mean of the others.
        #expect(quality.score?.tenths == 983)
        #expect(quality.losses.map(\.points.tenths) == [10, 7])
        #expect(quality.fixes.map(\.code) == ["I07", "I01"])
        #expect(quality.fixes.map(\.points.tenths) == [10, 7])
    }

    @Test func plainMeanWithoutBudgets() {
        let quality = QualityScoring(weights: weights).quality(
            of: book(budgets: [nil, 0]), findings: [finding("I01", .error, projects: [1])])
        #expect(quality.score?.tenths == 975)
    }

    @Test func capsAndGroups() {
        let many = (0..<9).map { _ in finding("I02", .error, projects: [1]) }
        let quality = QualityScoring(weights: weights).quality(
            of: book(budgets: [1, 1]), findings: many + [finding("D01", .warning, projects: [1, 2])])
        #expect(quality.projects.map(\.score.tenths) == [770, 970])
        #expect(quality.projects[0].losses.map(\.findings) == [9, 1])
    }

    @Test func partOneCountsForTheTown() {
        let quality = QualityScoring(weights: weights).quality(
            of: book(budgets: [1]), findings: [finding("P01", .error, projects: [])])
        #expect(quality.score?.tenths == 800)
        #expect(quality.projects.map(\.score.tenths) == [1000])
        #expect(quality.losses.map(\.points.tenths) == [200])
    }

    @Test func dimensionsHoldTheSamePoints() {
        var privacy = finding("P01", .error, projects: [1])
        privacy.criterion = .publication
        var free = finding("T09", .hint, projects: [1])
        free.criterion = .relevance
        let findings = [finding("I01", .error, projects: [1]), finding("I02", .error, projects: [1]), privacy, free]
        let quality = QualityScoring(
            weights: ScoreWeights(severities: ["error": .init(points: Points(tenths: 50), cap: Points(tenths: 200))])
        )
        .quality(of: book(budgets: [1]), findings: findings)
        #expect(quality.dimensions.map(\.criterion) == Criterion.allCases)
        #expect(quality.dimensions.map(\.points.tenths) == [100, 0, 0, 0, 50])
        #expect(quality.dimensions.map(\.findings) == [2, 1, 0, 0, 1])
    }

    @Test func noProjectsNoScore() {
        let quality = QualityScoring(weights: weights).quality(
            of: book(budgets: []), findings: [finding("P01", .error, projects: [])])
        #expect(quality.score == nil && quality.losses.isEmpty && quality.fixes.isEmpty)
    }

    /// Whatever is found, every score is 1000 minus the sum of its losses, and within its bounds.
    @Test(arguments: 0..<UInt64(Cases.number(300, quick: 10)))
    func everyLostPointIsListed(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let count = Int.random(in: 1...12, using: &random)
        let budgets = (0..<count).map { _ in
            Bool.random(using: &random) ? Int64.random(in: -5...100_000_000_000_000, using: &random) : nil
        }
        let findings = (0..<Int.random(in: 0...200, using: &random)).map { _ in
            finding(
                "R\(Int.random(in: 10...30, using: &random))", Severity.allCases.randomElement(using: &random) ?? .hint,
                projects: (0..<Int.random(in: 0...2, using: &random)).map { _ in Int.random(in: 1...count, using: &random) })
        }
        let quality = QualityScoring(weights: weights).quality(of: book(budgets: budgets), findings: findings)
        #expect(quality.losses.reduce(Points.zero) { $0 + $1.points } == Points.full - (quality.score ?? Points(tenths: -1)))
        #expect(quality.dimensions.reduce(Points.zero) { $0 + $1.points } == Points.full - (quality.score ?? Points(tenths: -1)))
        #expect((0...1000).contains(quality.score?.tenths ?? -1))
        for project in quality.projects {
            #expect(project.losses.reduce(Points.zero) { $0 + $1.points } == Points.full - project.score)
            #expect((0...1000).contains(project.score.tenths))
        }
        #expect(quality.fixes.allSatisfy { $0.points >= .zero && $0.points <= Points.full - (quality.score ?? .zero) })
        // What a rule would win is the score of the same town without its findings.
        for fix in quality.fixes {
            let others = findings.filter { $0.code != fix.code }
            let better = QualityScoring(weights: weights).score(of: book(budgets: budgets), findings: others).score
            #expect(fix.points == max(.zero, (better ?? .zero) - (quality.score ?? .zero)), "\(fix.code)")
        }
        #expect(quality == QualityScoring(weights: weights).quality(of: book(budgets: budgets), findings: findings))
    }

    @Test func weightsOfTheRepository() throws {
        let weights = try ScoreWeights(json5: Repository.resource(ScoreWeights.fileName))
        #expect(Set(weights.severities.keys) == Set(Severity.allCases.map(\.rawValue)))
        #expect(Set(weights.rules.keys).isSubset(of: RuleCatalogue.descriptions.map(\.code)))
        #expect(weights.severities["hint"]?.points.tenths == 5)
    }
}
