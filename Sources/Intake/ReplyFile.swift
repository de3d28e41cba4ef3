internal import Diagnostics
internal import Foundation
internal import Platform
internal import Reporting
internal import SourceFiles
internal import Text

/// 审核意见表.xlsx with what people have written into it.
enum ReplyFile {
    /// Its name in a town's folder of results.
    static let fileName = "审核意见表.xlsx"

    /// Whether a file of inputs is one and no goal book: by its name, to which people add numbers and town names.
    static func isOne(_ name: String) -> Bool {
        name.contains("审核意见表") && ["xlsx", "xlsm"].contains(URL(filePath: name).pathExtension.lowercased())
    }

    /// The answers of a sheet; rows that nobody has answered are left out.
    ///
    /// - Throws: ``InputFailure`` when the file cannot be read, or is no such sheet.
    static func replies(in file: InputFile) throws(InputFailure) -> [FindingReply] {
        let document: SourceDocument
        do {
            document = try CrashContainment.reading(file) {
                try SourceReader.document(try FileReader.bytes(of: file), path: file.path).value
            }
        } catch {
            throw InputFailure(error, file: file)
        }
        for case .table(let table) in document.blocks {
            guard let head = table.rows.firstIndex(where: { Columns($0) != nil }), let columns = Columns(table.rows[head]) else {
                continue
            }
            var replies: [FindingReply] = []
            for row in table.rows[(head + 1)...] {
                if let reply = try columns.reply(in: row, of: file) { replies.append(reply) }
            }
            return replies
        }
        throw InputFailure(
            path: file.path, reason: "没有\(Heading.status.quoted)和\(Heading.fingerprint.quoted)两栏，读不出审核意见表的答复。请不要改表头")
    }

    private typealias Heading = FindingReply.Heading

    /// Where the answers stand.
    private struct Columns {
        private var places: [String: Int] = [:]

        init?(_ row: SourceDocument.Row) {
            for cell in row.cells { if let column = cell.column { places[cell.text] = column } }
            guard places[Heading.status] != nil, places[Heading.fingerprint] != nil else { return nil }
        }

        func reply(in row: SourceDocument.Row, of file: InputFile) throws(InputFailure) -> FindingReply? {
            func text(_ heading: String) -> String {
                places[heading].flatMap { column in row.cells.first { $0.column == column }?.text } ?? ""
            }
            let (fingerprint, word, note) = (text(Heading.fingerprint), text(Heading.status), text(Heading.note))
            // What settings keep ends with them.
            if text(Heading.remark) == FindingReply.keptBySettings { return nil }
            guard !fingerprint.isEmpty, !word.isEmpty || !note.isEmpty else { return nil }
            let place = "\(file.url.lastPathComponent.withHiddenSpelled) 第\(row.cells.first?.location.row ?? 0)行"
            guard let status = FindingReply.Status(rawValue: word.isEmpty ? FindingReply.Status.toChange.rawValue : word) else {
                let known = FindingReply.Status.allCases.map(\.rawValue).joined(separator: "、")
                throw InputFailure(path: file.path, reason: "\(place)的状态写的是\(word.quoted)，只能是\(known)")
            }
            if status == .toChange, note.isEmpty { return nil }
            return FindingReply(
                fingerprint: fingerprint, year: Int(text(Heading.year)), status: status, note: note,
                person: text(Heading.person), place: place)
        }
    }
}
