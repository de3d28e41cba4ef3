import Foundation
import GoalModel
import Testing

/// Numbers made of their parts are those that dividing gives, as they are written and as they are compared.
@Suite struct DecimalPartsTests {
    @Test(arguments: [0, 1, -1, 7, 10, -250, 500, 5_000, 50_000, 123_456_789, .max, .min] as [Int64], [0, 1, 2, 4, 6])
    func sameAsDividing(parts: Int64, decimals: Int) {
        let divided = Decimal(parts) / (0..<decimals).reduce(Decimal(1)) { power, _ in power * 10 }
        let made = Decimal(parts, decimals: decimals)
        #expect(made == divided && made.hashValue == divided.hashValue)
        #expect("\(made)" == "\(divided)")
    }
}
