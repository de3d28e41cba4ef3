internal import SourceFiles
internal import Text

extension ProjectForm {
    /// Parts a name from the code that some systems print before it.
    mutating func splitName() {
        guard values[.code]?.text.isEmpty != false, let name = values[.name] else { return }
        let (code, rest) = ProjectForm.codeAndName(nil, name)
        if let code { (values[.code], values[.name]) = (code, rest) }
    }

    /// Name and code may stand in one cell, as 130529…X-某项目.
    static func codeAndName(
        _ code: SourceDocument.Cell?, _ name: SourceDocument.Cell?
    ) -> (SourceDocument.Cell?, SourceDocument.Cell?) {
        guard code?.text.isEmpty != false, let cell = name ?? code else { return (code, name) }
        let text = cell.text.drop { "[【(（".contains($0) }
        let head = text.prefix { $0.isLetterOrDigit }
        // Region and year are digits; what follows tells the kind of project and is not the same in every province.
        guard head.utf8.count == 21, head.utf8.prefix(8).allSatisfy(\.isDigit) else { return (code, name) }
        let rest = text[head.endIndex...].drop { "]】)）-—_ ".contains($0) }
        var (first, second) = (cell, cell)
        first.text = String(head)
        second.text = String(rest).trimmed
        return (first, second)
    }
}
