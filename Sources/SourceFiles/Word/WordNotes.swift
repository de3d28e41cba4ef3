internal import Diagnostics

/// What reading a document has to say of it as a whole.
struct WordNotes {
    private let path: String
    var insertions = 0
    var deletions = 0
    private var footnotes = 0
    private var hidden = 0
    var hiddenRows = 0
    private var prompts = 0
    var embedded = 0
    private var placed: [Diagnostic] = []

    init(path: String) {
        self.path = path
    }

    mutating func take(_ runs: WordRuns) {
        insertions += runs.insertions
        deletions += runs.deletions
        footnotes += runs.footnotes
        hidden += runs.hidden
        embedded += runs.embedded
        prompts += runs.prompts
    }

    mutating func addPrompt() {
        prompts += 1
    }

    mutating func add(_ remarks: [WordRemark], at place: Location) {
        placed += remarks.map { $0.diagnostic(at: place) }
    }

    var diagnostics: [Diagnostic] {
        let place = Location(file: path)
        var result: [Diagnostic] = []
        if insertions + deletions > 0 {
            result.append(
                Diagnostic(
                    .warning, id: "tracked-changes", at: place, "文件里有没有处理的修订：插入\(insertions)处，删除\(deletions)处",
                    explanation: "已当作全部接受", remedy: "请在Word或WPS的“审阅”中接受或拒绝修订，保存后再试"))
        }
        if footnotes > 0 {
            result.append(
                Diagnostic(
                    .hint, id: "footnotes", at: place, "有\(footnotes)处脚注或尾注，没有读入", remedy: "如属于目标书的内容，请写到正文里"))
        }
        if hidden > 0 {
            result.append(
                Diagnostic(.hint, id: "hidden-text", at: place, "有\(hidden)处隐藏文字，没有读入", remedy: "如果要用，请取消“隐藏”字体格式"))
        }
        if hiddenRows > 0 {
            result.append(
                Diagnostic(
                    .warning, id: "hidden-rows", at: place, "有\(hiddenRows)行隐藏的表格行，没有读入", remedy: "如果要用，请取消隐藏；不要的，请删除"))
        }
        if prompts > 0 {
            result.append(
                Diagnostic(
                    .warning, id: "prompts", at: place, "有\(prompts)处要填写的地方（内容控件）没有填写", explanation: "其中的提示语没有读入",
                    remedy: "请填写，或删去"))
        }
        if embedded > 0 {
            result.append(
                Diagnostic(
                    .hint, id: "embedded-objects", at: place, "有\(embedded)处嵌入的对象（如Excel表、其他文档），没有读入",
                    remedy: "请双击打开，把内容复制成Word的文字或表格"))
        }
        let kinds = Dictionary(grouping: placed, by: \.id).sorted { $0.key < $1.key }
        return result + kinds.flatMap { SheetNotes.limited($0.value) }
    }
}
