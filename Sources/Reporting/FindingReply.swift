internal import Linting

/// An answer to a finding in 审核意见表.xlsx.
public struct FindingReply: Hashable, Sendable, Codable {
    public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
        case toChange = "待改"
        case changed = "已改"
        /// With a note it keeps the finding.
        case kept = "同意保留"
        case returned = "退回"
    }

    public var fingerprint: String
    /// The year of the book that it is about; `nil` where it is not told.
    public var year: Int?
    public var status: Status
    /// Why, or whatever else there is to say.
    public var note: String
    public var person: String
    /// Where it is written, for messages; no part of what results carry along.
    public var place = ""

    public init(fingerprint: String, year: Int?, status: Status, note: String, person: String, place: String) {
        (self.fingerprint, self.year, self.status) = (fingerprint, year, status)
        (self.note, self.person, self.place) = (note, person, place)
    }

    /// The columns of the sheet by which the answers are found again.
    public enum Heading {
        public static let status = "状态"
        public static let note = "说明"
        public static let person = "经办人"
        public static let year = "年度"
        public static let fingerprint = "编号"
        public static let remark = "核对"
    }

    /// The remark of a row that a settings file keeps, and not an answer on a sheet.
    public static let keptBySettings = "按审核设定保留，不计为问题"

    private enum CodingKeys: String, CodingKey {
        case fingerprint, year, status, note, person
    }

    func mappingTexts(_ map: (String) -> String) -> FindingReply {
        FindingReply(fingerprint: fingerprint, year: year, status: status, note: map(note), person: map(person), place: place)
    }

    /// The agreement that keeps the finding; `nil` for other answers, and where the reason is missing.
    var waiver: Waiver? {
        guard status == .kept, !note.isEmpty else { return nil }
        return Waiver(
            rule: "", project: "", fingerprint: fingerprint, reason: note, person: person.isEmpty ? "未署名" : person, until: nil,
            origin: "审核意见表")
    }
}

extension Report {
    /// What the answers to the findings ask to be said: at most a sentence for each kind.
    public var replyRemarks: [String] {
        let open = findings.compactMap { replies[$0.fingerprint] }
        return [
            remark(open.filter { $0.status == .changed }, "标为“已改”，仍然查出，请复核"),
            remark(open.filter { $0.status == .kept }, "写了“同意保留”，没有写说明，仍然列出。请写明理由"),
        ].compactMap { $0 }
    }

    private func remark(_ answers: [FindingReply], _ words: String) -> String? {
        if answers.isEmpty { return nil }
        let places = answers.prefix(3).map(\.place).filter { !$0.isEmpty }.joined(separator: "、")
        let named = places.isEmpty ? "" : "（\(places)\(answers.count > 3 ? "等" : "")）"
        return "\(town)有\(answers.count)个问题\(named)在审核意见表中\(words)"
    }
}
