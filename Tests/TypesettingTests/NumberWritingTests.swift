import CShortcuts
import Foundation
import TestSupport
import Testing

/// Numbers as Cairo writes them, by our own way and by the C library's.
@Suite struct NumberWritingTests {
    private func ours(_ number: Double, _ places: Int32) -> String? {
        var text = [CChar](repeating: 0, count: 48)
        let length = Int(cshortcuts_decimal(&text, number, places))
        return length == 0 ? nil : String(decoding: text[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private func library(_ number: Double, _ places: Int32) -> String {
        var text = [CChar](repeating: 0, count: 400)
        let length = withVaList([places, number]) { vsnprintf(&text, text.count, "%.*f", $0) }
        return String(decoding: text[..<Int(length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    @Test func theyAreTheLibrarys() {
        var random = SplitMix64(seed: 41)
        var written = 0
        for _ in 0..<Cases.number(1_000_000, quick: 20) {
            let whole = Double(Int.random(in: -3_000_000...3_000_000, using: &random))
            // Sizes of pages in steps that have halves, and any numbers at all.
            let number = Bool.random(using: &random) ? whole / 1024 : whole * Double.random(in: 0...0.001, using: &random)
            let places = Int32([0, 2, 3, 6, 18].randomElement(using: &random) ?? 2)
            guard let text = ours(number, places) else { continue }
            written += 1
            if text != library(number, places) {
                Issue.record("\(number.debugDescription)，\(places)位：\(text)，应为\(library(number, places))")
                return
            }
        }
        #expect(written > 30_000)
        #expect(ours(0.5, 0) == "0" && ours(1.5, 0) == "2" && ours(-0.0, 2) == "-0.00" && ours(.infinity, 2) == nil)
    }
}
