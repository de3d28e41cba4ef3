import Testing

@testable import GoalParsing

/// Numbers before a text are told from amounts.
@Suite struct NumberingTests {
    @Test(arguments: [
        ("1.绩效目标", "1."), ("12、目标", "12、"), ("1）目标", "1）"), ("1)目标", "1)"), ("1 、目标", "1 、"), ("1.2024年目标", "1."),
        ("一、目标", "一、"), ("（一）目标", "（一）"), ("1、（2）目标", "1、（2）"), ("1. 目标", "1. "), ("1．目标", "1．"),
    ])
    func numbers(text: String, prefix: String) { #expect(Numbering(text).prefix == prefix) }

    @Test(arguments: ["12", "12.5", "12.50万元", "25%", "123456.目标", "1.20245", "2024年目标", "12,000.00", "3月底", "≥3", ""])
    func amounts(text: String) { #expect(!Numbering(text).isNumbered) }
}
