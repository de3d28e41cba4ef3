import Appraisal
import TestSupport
import Testing

/// Weights of a project's rows, given, spread and shared out.
@Suite struct FormWeightsTests {
    private func settings(_ change: (inout AppraisalSettings) -> Void = { _ in }) -> AppraisalSettings {
        var settings = AppraisalSettings()
        settings.levels = [.output: Marks(50), .benefit: Marks(30), .satisfaction: Marks(10)]
        settings.costLevels = [.cost: Marks(20), .output: Marks(40), .benefit: Marks(20), .satisfaction: Marks(10)]
        settings.satisfactionTo = .benefit
        change(&settings)
        return settings
    }

    private func rows(_ levels: [(LevelOne, Int?)]) -> [FormWeights.Row] {
        levels.map { FormWeights.Row($0, given: $1.map { Marks($0) }) }
    }

    private func weights(_ levels: [(LevelOne, Int?)], _ settings: AppraisalSettings? = nil) -> FormWeights {
        FormWeights(rows(levels), settings: settings ?? self.settings())
    }

    private func short(_ weights: FormWeights) -> [String] { weights.weights.map(\.short) }

    @Test func spreadOverLevels() {
        let four = Array(repeating: (LevelOne.output, Int?.none), count: 4)
        let three = Array(repeating: (LevelOne.benefit, Int?.none), count: 4)
        let weights = weights(four + three + [(.satisfaction, nil)])
        #expect(short(weights) == ["12.5", "12.5", "12.5", "12.5", "7.5", "7.5", "7.5", "7.5", "10"])
        #expect(weights.isWhole && weights.offScheme.isEmpty && weights.missing.isEmpty)
    }

    @Test func costAsLevelOne() {
        let weights = weights([(.cost, nil), (.output, nil), (.benefit, nil), (.satisfaction, nil)])
        #expect(short(weights) == ["20", "40", "20", "10"] && weights.isWhole)
    }

    @Test func givenWeights() {
        let all = weights([(.output, 30), (.output, 20), (.benefit, 30), (.satisfaction, 10)])
        #expect(short(all) == ["30", "20", "30", "10"] && all.isWhole && all.offScheme.isEmpty)
        let some = weights([(.output, 30), (.output, nil), (.output, nil), (.benefit, nil), (.satisfaction, nil)])
        #expect(short(some) == ["30", "10", "10", "30", "10"] && some.isWhole)
        let other = weights([(.output, 40), (.benefit, 30), (.satisfaction, 20)])
        #expect(other.isWhole && other.offScheme == [.output, .satisfaction], "the sum is right, the levels are not")
        let wrong = weights([(.output, 40), (.benefit, 30), (.satisfaction, 10)])
        #expect(!wrong.isWhole && wrong.offScheme == [.output])
        let over = weights([(.output, 60), (.output, nil), (.benefit, nil), (.satisfaction, nil)])
        #expect(short(over) == ["60", "0", "30", "10"] && !over.isWhole)
    }

    @Test func missingLevels() {
        let none = weights([(.output, nil), (.benefit, nil)])
        #expect(short(none) == ["50", "40"] && none.missing == [.satisfaction] && none.isWhole)
        let proportional = weights([(.output, nil), (.satisfaction, nil)])
        #expect(short(proportional) == ["75", "15"] && proportional.missing == [.benefit])
        let only = weights([(.satisfaction, nil)])
        #expect(short(only) == ["90"] && only.isWhole)
        let noHeir = weights([(.output, nil), (.benefit, nil)], settings { $0.satisfactionTo = nil })
        #expect(short(noHeir) == ["56.25", "33.75"] && noHeir.isWhole)
        #expect(!weights([]).isWhole)
    }

    @Test func withoutLevels() {
        let free = settings {
            $0.levels = [:]
            $0.costLevels = [:]
            $0.execution = Marks(20)
        }
        let weights = weights([(.output, nil), (.cost, nil), (.satisfaction, nil)], free)
        #expect(short(weights) == ["26.5", "26.5", "27"] && weights.isWhole && weights.missing.isEmpty)
    }

    @Test func notApplicableRows() {
        let spread = FormWeights(
            [.init(.output), .init(.output, isNotApplicable: true), .init(.benefit), .init(.satisfaction)], settings: settings())
        #expect(short(spread) == ["50", "0", "30", "10"] && spread.isWhole)
        let given = FormWeights(
            [
                .init(.output, given: Marks(20)), .init(.output, given: Marks(15)),
                .init(.output, given: Marks(15), isNotApplicable: true), .init(.benefit, given: Marks(30)),
                .init(.satisfaction, given: Marks(10)),
            ], settings: settings())
        #expect(short(given) == ["27.5", "22.5", "0", "30", "10"] && given.isWhole && given.offScheme.isEmpty)
        let whole = FormWeights(
            [.init(.output), .init(.benefit), .init(.satisfaction, isNotApplicable: true)], settings: settings())
        #expect(short(whole) == ["50", "40", "0"] && whole.isWhole && whole.missing == [.satisfaction])
    }

    /// Whatever is given or left out, the sum is 100.00 as long as nothing given is wrong.
    @Test func alwaysAHundred() {
        var random = SplitMix64(seed: 7)
        let levels: [LevelOne] = [.cost, .output, .benefit, .satisfaction]
        for _ in 0..<2_000 {
            let rows = (0..<Int.random(in: 1...30, using: &random)).map { _ in
                FormWeights.Row(
                    levels.randomElement(using: &random) ?? .output, isNotApplicable: Int.random(in: 0..<8, using: &random) == 0)
            }
            for spread in WeightSpread.allCases {
                let weights = FormWeights(rows, settings: settings { $0.spread = spread })
                #expect(weights.isWhole || rows.allSatisfy(\.isNotApplicable))
            }
        }
    }
}
