internal import Diagnostics
internal import Foundation
internal import Glibc
internal import SourceFiles
internal import Text

extension InputFailure {
    /// A document that no search takes for an input because its name says nothing of it: it may be the book of a town.
    ///
    /// `nil` for hidden files, and for all that holds no document, such as a picture.
    init?(stray file: InputFile) {
        let name = file.url.lastPathComponent
        guard !name.hasPrefix("."), !name.hasPrefix("~$") else { return nil }
        let path = file.url.path(percentEncoded: false).diskPath
        var facts = stat()
        guard stat(path, &facts) == 0 else { return nil }
        if facts.isFolder {
            self.init(path: file.path, reason: "这是指向文件夹的链接，没有进去找，可能漏了乡镇。请把文件夹本身放进来，或在命令中直接写明；不需要的，请移走")
            return
        }
        guard facts.isRegular, !InputFailure.notes.contains(file.url.pathExtension.lowercased()) else { return nil }
        let found: StrayDocument?
        do {
            found = try StrayDocument { limit in try FileReader.contents(of: file.url, named: file.path, upTo: limit) }
        } catch {
            self.init(error, file: file)
            return
        }
        guard let stray = found else { return nil }
        self.init(path: file.path, reason: "扩展名不认识，内容却是\(stray.title)，没有读取，可能漏了一个乡镇。\(stray.remedy)；不是目标书的，请移走")
    }

    /// Extensions of texts that speak of goal books and are none.
    private static let notes: Set<String> = ["md", "log", "jsonl", "json5", "sarif", "css", "js", "py", "sh"]
}
