import Testing
import Text

@Suite struct QuotingTests {
    /// Marks of quotation within a quoted text are the other kind.
    @Test(arguments: [
        ("某村", "“某村”"), ("", "“”"), ("“凤还巢”引智", "“‘凤还巢’引智”"), ("‘一室’", "“‘一室’”"), ("称“所谓‘甲’村”", "“称‘所谓“甲”村’”"),
        ("《工作方案》……", "“《工作方案》……”"), ("“未完", "“‘未完”"),
    ])
    func innerMarksChange(text: String, quoted: String) {
        #expect(text.quoted == quoted)
    }
}
