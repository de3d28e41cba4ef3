import Foundation
import GoalModel
import Testing

/// The quick reader says what the decoder says, or leaves it to the decoder.
@Suite struct JSON5ReaderTests {
    @Test(
        arguments: [
            "{}", "[]", "{ a: 1, 'b': [true, false, null], }", "// 前\n{ \"名\": \"值\" } /* 后 */", "[1, -2.50, 0.5, 1000000000000]",
            "{ a: 1, a: 2 }", "[1e3, 0x10, .5, 5., +1]", "['it\\'s', \"a\\u4e00\"]", "[\"\u{1F600}\", \"𠮷\"]",
            "{ a1_: { b: {} } }", "[[[[]]]]",
            "-0.125",
        ])
    func saysTheSame(_ text: String) throws {
        let decoded = try JSONDecoder.json5.decode(SettingValue.self, from: Data(text.utf8))
        #expect(try SettingValue(json5: Data(text.utf8)) == decoded)
    }

    @Test(
        arguments: [
            "", "{", "[1", "[1 2]", "{ a 1 }", "[,]", "[1,,2]", "{ a: }", "\"a", "[1] 2", "/* a", "[1] /* a", "[1] /", "nothing",
            "[01]", "[-]",
        ])
    func refusesTheSame(_ text: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder.json5.decode(SettingValue.self, from: Data(text.utf8)) }
        #expect(throws: DecodingError.self) { try SettingValue(json5: Data(text.utf8)) }
    }

    @Test("A value that cannot be used is named with its place")
    func places() throws {
        let table = SettingTable(try SettingValue(json5: Data("{ a: [{ b: \"x\" }], c: null }".utf8)))
        #expect(try table["a"].list[0]["b"].text == "x")
        #expect(try table.part("c") == nil)
        do {
            _ = try table["a"].list[0]["b"].integer
            Issue.record("A text is no number")
        } catch DecodingError.typeMismatch(_, let context) {
            #expect(context.codingPath.map(\.stringValue) == ["a", "Index 0", "b"])
        }
    }
}
