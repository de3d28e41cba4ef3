import Appraisal
import TestSupport
import Testing

/// Points over rows without weights.
@Suite struct WeightSpreadTests {
    @Test func nothingIsLost() {
        var random = SplitMix64(seed: 21)
        for _ in 0..<2_000 {
            let points = Marks(hundredths: Int.random(in: 0...10_000, using: &random))
            let rows = Int.random(in: 1...60, using: &random)
            for spread in WeightSpread.allCases {
                let weights = spread.weights(of: points, over: rows)
                #expect(weights.count == rows && weights.reduce(.zero, +) == points && weights.allSatisfy { $0 >= .zero })
            }
        }
    }

    @Test func cents() {
        #expect(WeightSpread.cents.weights(of: Marks(50), over: 3).map(\.short) == ["16.67", "16.67", "16.66"])
        #expect(WeightSpread.cents.weights(of: Marks(10), over: 4).map(\.short) == ["2.5", "2.5", "2.5", "2.5"])
    }

    /// A rest of more than the other rows have goes round from the last row upward; a part of half a point stays there.
    @Test func tidyRests() {
        #expect(WeightSpread.tidy.weights(of: Marks(2), over: 5).map(\.short) == ["0", "0.5", "0.5", "0.5", "0.5"])
        #expect(WeightSpread.tidy.weights(of: Marks(hundredths: 1_033), over: 2).map(\.short) == ["5", "5.33"])
        #expect(WeightSpread.tidy.weights(of: Marks(10), over: 0) == [])
        #expect(WeightSpread.tidy.weights(of: .zero, over: 2) == [.zero, .zero])
    }
}
