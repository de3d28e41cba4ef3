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
    /// By which its finding is known besides.
    public var formerly: [String] = []
    /// The result folder of the town that it was given to; `nil` where only the fingerprint tells.
    public var town: String?
    /// What was answered before, the oldest first.
    public var earlier: [Words] = []
    /// Read on a sheet since the last results were made.
    public var isFresh = false
    /// It stands beside the inputs, for as long as its sheet does, and is of no use without its finding.
    public var isBesideInput = false

    /// By which an answer is found again.
    public struct Key: Hashable, Sendable {
        public var town: String?
        public var fingerprint: String
        public var year: Int?
    }

    public var key: Key { Key(town: town, fingerprint: fingerprint, year: year) }

    /// Its own, and those of the names that its finding had before.
    public var keys: [Key] { [key] + formerly.map { Key(town: town, fingerprint: $0, year: year) } }

    /// What somebody wrote.
    public struct Words: Hashable, Sendable, Codable {
        public var status: Status
        public var note: String
        public var person: String

        public init(status: Status, note: String, person: String) {
            (self.status, self.note, self.person) = (status, note, person)
        }

        /// What stands in a row that nobody has answered.
        public static let none = Words(status: .toChange, note: "", person: "")
    }

    public var words: Words {
        get { Words(status: status, note: note, person: person) }
        set { (status, note, person) = (newValue.status, newValue.note, newValue.person) }
    }

    public init(fingerprint: String, year: Int?, status: Status, note: String, person: String, place: String) {
        (self.fingerprint, self.year, self.status) = (fingerprint, year, status)
        (self.note, self.person, self.place) = (note, person, place)
    }

    /// The columns of the sheet by which the answers are found again.
    public enum Heading {
        /// Without one of these no answer can be read.
        public static let needed = [status, note, person, year, fingerprint]
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
        var mapped = self
        mapped.words = words.mappingTexts(map)
        mapped.earlier = earlier.map { $0.mappingTexts(map) }
        return mapped
    }

    /// The agreement that keeps its finding; `nil` for other answers, where the reason is missing, and for personal numbers: what
    /// may be published is not for the town to say.
    func waiver(keeping finding: Finding) -> Waiver? {
        guard status == .kept, !note.isEmpty, !finding.isLeak else { return nil }
        return Waiver(
            rule: "", project: "", fingerprint: fingerprint, reason: note, person: person.isEmpty ? "未署名" : person, until: nil,
            origin: "审核意见表")
    }
}

extension FindingReply.Words {
    func mappingTexts(_ map: (String) -> String) -> Self {
        Self(status: status, note: map(note), person: map(person))
    }
}

extension Report {
    /// What the answers to the findings ask to be said: at most a sentence for each kind.
    public var replyRemarks: [String] {
        if replies.isEmpty { return [] }
        let answered = findings.compactMap { finding in replies[finding.fingerprint].map { (isLeak: finding.isLeak, reply: $0) } }
        let kept = answered.filter { $0.reply.status == .kept }
        return [
            remark(answered.map(\.reply).filter { $0.status == .changed }, "标为“已改”，仍然查出，请复核"),
            remark(kept.filter { !$0.isLeak }.map(\.reply), "写了“同意保留”，没有写说明，仍然列出。请写明理由"),
            remark(kept.filter(\.isLeak).map(\.reply), "写了“同意保留”，不起作用：个人信息只能在审核设定中写明原因、同意人和到期日后保留"),
        ].compactMap { $0 }
    }

    private func remark(_ answers: [FindingReply], _ words: String) -> String? {
        if answers.isEmpty { return nil }
        let places = answers.prefix(3).map(\.place).filter { !$0.isEmpty }.joined(separator: "、")
        let named = places.isEmpty ? "" : "（\(places)\(answers.count > 3 ? "等" : "")）"
        let sheet = answers.allSatisfy { $0.place.hasSuffix("的批注") } ? "批注" : "审核意见表"
        return "\(town)有\(answers.count)个问题\(named)在\(sheet)中\(words)"
    }
}
