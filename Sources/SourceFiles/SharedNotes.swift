internal import Diagnostics
internal import Text

/// What readers of several formats have to say.
extension Diagnostic {
    static func struckOut(_ text: String, at place: Location?) -> Diagnostic {
        Diagnostic(
            .warning, id: "struck-out", at: place, "\(text.oneLine.shortened(to: 24).quoted)带有删除线，没有读入",
            remedy: "请删去作废的文字；仍然有效的，请取消删除线")
    }
}
