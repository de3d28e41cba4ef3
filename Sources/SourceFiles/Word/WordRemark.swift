internal import Diagnostics
internal import Text

/// Something in a paragraph or cell that a reader must look at, said once the place is known.
enum WordRemark {
    case struck(String)
    /// A formula was read as this text.
    case formula(String)
    /// An EQ field that has no line of text.
    case formulaLost(String)
    case symbol(UInt32, font: String)

    func diagnostic(at place: Location) -> Diagnostic {
        switch self {
        case .struck(let text): .struckOut(text, at: place)
        case .formula(let text):
            Diagnostic(
                .warning, id: "formula", at: place, "公式（域）已读作\(text.oneLine.shortened(to: 24).quoted)",
                explanation: "公式里的上下位置在文字里表示不出来",
                remedy: "请核对；最好直接写成数字，如“0.5”")
        case .formulaLost(let instruction):
            Diagnostic(
                .error, id: "formula-lost", at: place, "公式（域）读不懂：\(instruction.oneLine.shortened(to: 40))",
                explanation: "已用“〔公式〕”代替",
                remedy: "请改为普通文字和数字")
        case .symbol(let code, let font):
            Diagnostic(
                .warning, id: "symbol-lost", at: place,
                "符号字体\(font.isEmpty ? "" : font.quoted)的字符（\(String(code, radix: 16, uppercase: true))）认不出，没有读入",
                remedy: "请用“插入—符号”里的普通字符代替")
        }
    }
}
