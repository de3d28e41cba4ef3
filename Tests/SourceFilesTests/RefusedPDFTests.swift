import Diagnostics
import SourceFiles
import TestSupport
import Testing

/// PDFs that are not read, each with its reason, and what it costs to find that out.
@Suite struct RefusedPDFTests {
    typealias Node = PDFBuilder.Node

    /// `nil` for a file that is read.
    private func refusal(_ bytes: [UInt8]) -> String? {
        do {
            _ = try SourceReader.document(bytes, path: "甲镇.pdf")
            return nil
        } catch {
            let diagnostic = error.diagnostic(path: "甲镇.pdf")
            #expect(!diagnostic.remedy.isEmpty)
            return diagnostic.summary
        }
    }

    private func refusal(_ nodes: [Node], _ change: (inout PDFBuilder) -> Void = { _ in }) -> String? {
        var builder = PDFBuilder()
        change(&builder)
        return refusal(builder.file(nodes))
    }

    @Test func reasonsAreTold() {
        let text = [Node("P", "柳溪镇绩效目标")]
        #expect(refusal(text) == nil)
        #expect(refusal(text) { $0.isTagged = false }?.contains("没有结构标记") == true)
        #expect(refusal([]) { $0.picture = true }?.contains("扫描件") == true)
        #expect(refusal(text) { $0.trailer = "/Encrypt<</Filter/Standard/V 2/R 3>>" }?.contains("密码") == true)
        #expect(refusal(Array("%PDF-1.7".utf8))?.contains("没有结尾") == true)
    }

    @Test func cutFilesAreRefused() {
        let whole = PDFBuilder.file((0..<60).map { Node("P", "第\($0)段") })
        for length in stride(from: 8, to: whole.count - 20, by: 97) { #expect(refusal(Array(whole[..<length])) != nil) }
    }

    /// Parents that are their own kids, trees of a hundred thousand levels, one element a thousand times.
    @Test func oddTreesEnd() {
        #expect(refusal([Node("P", "甲", entries: "/X 1"), Node("Sect", entries: "/K[6 0 R]/Y")]) == nil)
        var deep = Node("P", "甲")
        for _ in 0..<120 { deep = Node("Sect", nodes: [deep]) }
        #expect(refusal([deep])?.contains("嵌套超过100层") == true)
        let again = Array(repeating: "8 0 R", count: 1_000).joined(separator: " ")
        #expect(refusal([Node("P", "甲"), Node("Sect", entries: "/K[\(again)]/Y")]) == nil)
        #expect(refusal([Node("P", "甲", entries: "/A\(String(repeating: "[", count: 100_000))")])?.contains("嵌套超过100层") == true)
    }

    @Test(arguments: ["9223372036854775807", "-9223372036854775808", "99999999999999999999", "1e308", "-1", "0", "2147483648"])
    func numbersOverflowNothing(number: String) {
        let row = Node(
            "TR", nodes: [Node("TD", "甲", entries: "/A<</O/Table/RowSpan \(number)/ColSpan \(number)>>"), Node("TD", "乙")])
        #expect(refusal([Node("Table", nodes: [row, row])]) == nil)
        #expect(refusal([Node("P", "甲"), Node("P", entries: "/Pg 8 0 R/K[\(number)]/X")]) == nil)
        #expect(
            refusal([Node("P", "甲")]) { $0.content = "/F1 \(number) Tf \(number) 0 0 \(number) \(number) \(number) cm" } == nil)
        #expect(refusal([Node("P", "甲")]) { $0.trailer = "/Prev \(number)" } != "")
        #expect(refusal([Node("P", "甲")]) { $0.font = "/W[\(number)[1 2]\(number) \(number) 1]/DW \(number)" } == nil)
    }

    /// Cells over thousands of rows in each of thousands of rows.
    @Test func amplifiedTablesAreRefused() {
        let wide = (0..<60).map { _ in Node("TD", entries: "/A<</O/Table/RowSpan 5000/ColSpan 200>>") }
        let rows = (0..<80).map { _ in Node("TR", nodes: wide) }
        #expect(refusal([Node("P", "甲"), Node("Table", nodes: rows)])?.contains("万个") == true)
    }

    /// A form that shows itself, and one that each level shows ten times.
    @Test func formsEnd() {
        let form =
            "<</Subtype/Form/Length 31/Resources<</XObject<</X 7 0 R>>>>>>\nstream\n/X Do /X Do /X Do /X Do /X Do   \nendstream"
        let refused = refusal([Node("P", "甲")]) {
            $0.more = [form]
            $0.content = "/X Do"
        }
        #expect(refused?.contains("嵌套超过12层") == true)
    }
}
