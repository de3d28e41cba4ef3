import GoalModel
import Linting
import TestSupport
import Testing

@Suite struct MaskingTests {
    private func masked(_ text: String) throws -> String {
        try Linter(tables: .repository).masking(of: SampleBooks.book([])).masked(text)
    }

    @Test(arguments: [
        ("联系人13812345678。", "联系人138******78。"), ("138 1234-5678", "138 ****-**78"), ("１３８１２３４５６７８", "１３８******７８"),
        ("+8613812345678", "+86138******78"), ("138 1234 5678、13912345678", "138 **** **78、139******78"),
        ("110101199003070070", "110*************70"), ("11010119900307002x", "110*************2x"),
        ("１１０１０１ １９９００３０７ ００７０", "１１０*** ******** **７０"), ("𠮷110101-19900307-0070", "𠮷110***-********-**70"),
    ])
    func numbersAreHidden(text: String, expected: String) throws {
        let result = try masked(text)
        #expect(result == expected)
        #expect(result.unicodeScalars.count == text.unicodeScalars.count)
        #expect(try masked(result) == result)
    }

    @Test(arguments: [
        "13052924P00584012146U", "编码13052924P13812345678U", "办公电话0319-4332000", "工程款13812345678.50元", "13812345678元", "",
        "2024年1月至2025年12月", "编号110101199003071234的合同",
    ])
    func othersStay(text: String) throws {
        #expect(try masked(text) == text)
    }
}
