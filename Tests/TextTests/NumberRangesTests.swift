import Testing
import Text

@Suite
struct NumberRangesTests {
    @Test(arguments: [
        ([], ""), ([3], "3"), ([1, 2], "1、2"), ([1, 2, 3, 5], "1–3、5"), ([4, 4, 5, 6, 9], "4–6、9"),
        ([Int.min, Int.max], "\(Int.min)、\(Int.max)"),
    ])
    func text(_ numbers: [Int], _ expected: String) {
        #expect(NumberRanges.text(numbers) == expected)
    }
}
