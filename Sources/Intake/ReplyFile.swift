internal import Diagnostics
internal import Foundation
internal import Platform
internal import Reporting
internal import SourceFiles
internal import Text

/// 审核意见表.xlsx with what people have written into it.
package struct ReplyFile {
    /// Every row with its answer, also those that nobody has answered.
    private(set) var replies: [FindingReply] = []
    /// What could not be read: cell, reason, remedy.
    private(set) var faults: [String] = []
    /// Where the answer to a finding stands among them.
    private var places: [String: Int] = [:]

    /// What the name of every such sheet holds.
    static let word = "审核意见表"

    /// Whether a file of inputs is one and no goal book: by its name, to which people add numbers and town names.
    package static func isOne(_ name: String) -> Bool {
        name.contains(word) && ["xlsx", "xlsm"].contains(URL(filePath: name).pathExtension.lowercased())
    }

    /// Reads a sheet; a row that cannot be read costs no other its answer.
    ///
    /// - Throws: ``InputFailure`` when the file cannot be read.
    init(_ file: InputFile) throws(InputFailure) {
        do { try self.init(try FileReader.bytes(of: file), of: file) } catch { throw InputFailure(error, file: file) }
    }

    /// - Throws: what reading the bytes throws.
    init(_ bytes: [UInt8], of file: InputFile) throws {
        let document = try CrashContainment.reading(file) { try SourceReader.document(bytes, path: file.path).value }
        var heads: [Columns] = []
        var others: [String] = []
        for case .table(let table) in document.blocks {
            let best = table.rows.indices.lazy.map { (index: $0, columns: Columns(table.rows[$0])) }
                .filter { $0.columns.isHead }.max { $0.columns.found < $1.columns.found }
            guard let best else {
                others.append("工作表\((table.rows.first?.cells.first?.location.sheet ?? "").quoted)不是审核意见表，没有读入")
                continue
            }
            heads.append(best.columns)
            guard best.columns.faults.isEmpty else { continue }
            for row in table.rows[(best.index + 1)...] { take(row, best.columns, file) }
        }
        faults += heads.flatMap(\.faults)
        if !heads.isEmpty { faults += others }
        if heads.isEmpty { faults.append("没有\(Heading.status.quoted)和\(Heading.fingerprint.quoted)两栏，读不出审核意见表的答复。请不要改表头") }
    }

    /// All that could not be read, in one sentence; `nil` when everything was.
    func failure(_ file: InputFile) -> InputFailure? {
        guard !faults.isEmpty else { return nil }
        let more = faults.count > 5 ? "；另有\(faults.count - 5)处" : ""
        let isOne = faults.count == 1
        return InputFailure(
            files: [file.path], reason: faults.prefix(5).joined(separator: "；") + more,
            summary: isOne ? nil : "有\(faults.count)处没有读入，其余照常", places: isOne ? [] : faults)
    }

    private typealias Heading = FindingReply.Heading

    private mutating func take(_ row: SourceDocument.Row, _ columns: Columns, _ file: InputFile) {
        if let strange = columns.stranger(in: row) {
            let place = strange.location.address ?? "第\(strange.location.row ?? 0)行"
            faults.append(
                "\(place)写的\(strange.text.oneLine.prefix(24).quoted)不在表的栏目里，没有读入。请写在\(Heading.note.quoted)里")
        }
        func text(_ heading: String) -> String { columns.cell(heading, in: row)?.text ?? "" }
        let (fingerprint, word, note, year) = (
            text(Heading.fingerprint), text(Heading.status), text(Heading.note), text(Heading.year)
        )
        let number = row.cells.first?.location.row ?? 0
        func place(_ heading: String) -> String {
            columns.cell(heading, in: row)?.location.address ?? columns.address(of: heading, row: number)
        }
        let status = FindingReply.Status(rawValue: word.isEmpty ? FindingReply.Status.toChange.rawValue : word)
        // What settings keep ends with them.
        if text(Heading.remark) == FindingReply.keptBySettings, status == .kept { return }
        let person = text(Heading.person)
        if fingerprint.isEmpty, word.isEmpty, note.isEmpty, person.isEmpty { return }
        guard let status else {
            let known = FindingReply.Status.allCases.map(\.rawValue).joined(separator: "、")
            faults.append("\(place(Heading.status))的状态写的是\(word.quoted)，只能是\(known)")
            return
        }
        guard fingerprint.utf8.count == 16, fingerprint.utf8.allSatisfy(\.isHexadecimal) else {
            let isAnswer = FindingReply.Words(status: status, note: note, person: person) != .none
            if isAnswer {
                faults.append(
                    "\(place(Heading.fingerprint))的编号写的是\(fingerprint.prefix(24).quoted)，不知道答复的是哪个问题。请照原来的编号改回")
            }
            return
        }
        guard year.isEmpty || Int(year) != nil else {
            faults.append("\(place(Heading.year))的年度写的是\(year.prefix(24).quoted)，应是四位数字")
            return
        }
        let reply = FindingReply(
            fingerprint: fingerprint, year: Int(year), status: status, note: note, person: person,
            place: "\(file.url.lastPathComponent.withHiddenSpelled) 第\(number)行")
        guard let twin = places[fingerprint + year] else {
            places[fingerprint + year] = replies.count
            replies.append(reply)
            return
        }
        // A row that was copied: what is answered on one of both is the answer.
        if replies[twin].words == .none { replies[twin] = reply }
        if reply.words != .none, replies[twin].words != reply.words {
            faults.append("\(place(Heading.status))与\(replies[twin].place)是同一个问题，答复不同，没有读入。请只留下一行")
        }
    }

    /// Where the answers stand.
    private struct Columns {
        private var places: [String: Int] = [:]
        private(set) var faults: [String] = []
        private static let known = Set(
            Heading.needed + [Heading.remark, "乡镇", "项目", "位置", "原文", "问题", "建议", "依据", "级别", "规则", "项目编码", "审核内容", "程序建议"])

        init(_ row: SourceDocument.Row) {
            let place = row.cells.first.map { "第\($0.location.row ?? 0)行" } ?? ""
            for cell in row.cells {
                guard let column = cell.column, Self.known.contains(cell.text) else { continue }
                if places[cell.text] != nil, Heading.needed.contains(cell.text) {
                    faults.append("\(cell.location.address ?? place)又有一栏\(cell.text.quoted)，不知道以哪一栏为准。请删去一栏")
                }
                places[cell.text] = column
            }
            let missing = Heading.needed.filter { places[$0] == nil }
            guard !missing.isEmpty else { return }
            let strange = row.cells.filter { !$0.text.isEmpty && !Self.known.contains($0.text) }
                .map { "\($0.location.address ?? place)写的是\($0.text.prefix(12).quoted)" }
            let told = strange.isEmpty ? "" : "（\(strange.prefix(3).joined(separator: "，"))）"
            faults.append("表头\(place)缺少\(missing.map(\.quoted).joined())栏\(told)，答复没有读入。请照原来的表头改回")
        }

        var found: Int { places.count }

        /// Enough of the headings to be no other row.
        var isHead: Bool { places.count >= 2 && Heading.needed.contains { places[$0] != nil } }

        func cell(_ heading: String, in row: SourceDocument.Row) -> SourceDocument.Cell? {
            places[heading].flatMap { column in row.cells.first { $0.column == column } }
        }

        /// What somebody wrote beside the columns.
        func stranger(in row: SourceDocument.Row) -> SourceDocument.Cell? {
            row.cells.first { cell in !cell.text.isEmpty && cell.column.map { !places.values.contains($0) } == true }
        }

        /// The name of a cell that the file leaves out because it is empty.
        func address(of heading: String, row: Int) -> String {
            Location.letters(ofColumn: places[heading] ?? 1) + "\(row)"
        }
    }
}
