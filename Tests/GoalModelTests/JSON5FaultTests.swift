import Foundation
import GoalModel
import TestSupport
import Testing

@Suite struct JSON5FaultTests {
    @Test(arguments: [
        ("{a: 1\n b: 2}", 2, 2), ("{a: [1, 2}", 1, 10), ("{a: 'x}", 1, 5), ("{a: 1", 1, 6), ("{\n  \"甲\" 1}", 2, 7),
        ("{a: 1}}", 1, 7),
        ("[1,,2]", 1, 4), ("{a: 1} /* x", 1, 8), ("", 1, 1), ("{a = 1}", 1, 4), ("{a: 甲乙，b: 1}", 1, 7),
    ])
    func firstPlace(text: String, line: Int, column: Int) {
        let fault = JSON5Fault(in: text)
        #expect(fault?.line == line && fault?.column == column, "\(String(describing: fault))")
    }

    @Test(arguments: [
        "{}", "[]", "{a: 1,}", "[1, 'x', \"y\\\"\", {b: [.5, +1, -Infinity, 0x1F]},] // end", "/* x */ {'a': null}",
    ])
    func good(text: String) {
        #expect(JSON5Fault(in: text) == nil)
    }

    @Test(arguments: ["words.json5", "units.json5", "score.json5", "headings.json5", "workspace.json5", "fonts.json5"])
    func theResourcesAreGood(name: String) throws {
        #expect(JSON5Fault(in: String(decoding: try Repository.resource(name), as: UTF8.self)) == nil)
    }
}
