internal import Diagnostics
internal import GoalModel
internal import Linting
internal import Text

/// A part of 审核意见书 that is the reviewer's to write: it stands on 审核意见表.xlsx, and what is written there is printed in the
/// next opinion.
public struct OpinionEntry: Hashable, Sendable {
    public var kind: Kind
    /// By which what is written is found again: 16 hexadecimal digits.
    public var fingerprint: String
    public var reply: FindingReply?

    public enum Kind: Hashable, Sendable {
        case overall
        case demands
        /// 等级 of the whole.
        case grade
        /// 等级 of a project, by its number.
        case projectGrade(Int)
    }

    /// 优, 良, 中, 差 (财预〔2015〕88号).
    public static let grades = ["优", "良", "中", "差"]

    /// What is written; `nil` where nothing is.
    public var text: String? {
        let words = reply?.note.trimmed ?? ""
        return words.isEmpty ? nil : words
    }

    private init(_ kind: Kind, _ words: [String], of book: GoalBook) {
        self.kind = kind
        let key = ["审核意见", book.unit.code ?? "", book.town] + words
        fingerprint = String(sha256(key.joined(separator: "\u{1F}").utf8).prefix(16))
    }

    static func all(of book: GoalBook) -> [OpinionEntry] {
        [
            OpinionEntry(.overall, ["总体意见"], of: book), OpinionEntry(.demands, ["需补充完善事项"], of: book),
            OpinionEntry(.grade, ["等级"], of: book),
        ]
            + book.projects.map { project in
                OpinionEntry(.projectGrade(project.number), ["等级", project.code.isEmpty ? project.name : project.code], of: book)
            }
    }

    /// A row of boxes with the grade ticked; other words stand as they are.
    public static func boxes(_ grade: String?) -> String {
        guard let grade else { return grades.map { "□ \($0)" }.joined(separator: "　") }
        return grades.contains(grade) ? grades.map { ($0 == grade ? "☑ " : "□ ") + $0 }.joined(separator: "　") : grade
    }
}

extension Report {
    /// What the reviewer may write, and has written.
    public var opinionEntries: [OpinionEntry] {
        let written = Dictionary(answers.filter { $0.year == nil || $0.year == book.fiscalYear }.map { ($0.fingerprint, $0) }) {
            $1
        }
        return OpinionEntry.all(of: book).map { entry in
            var entry = entry
            entry.reply = written[entry.fingerprint]
            return entry
        }
    }

    /// From the errors, by rule: `1.给只有单位的指标填上数字（项目30）`.
    public var demands: String {
        let unread = counts.unread > 0 ? ["改正读不出的\(counts.unread)处"] : []
        let rules = rules(of: .error).map { rule in
            let projects = Set(rule.findings.flatMap(\.projects)).sorted()
            return rule.action + (projects.isEmpty ? "" : "（项目\(NumberRanges.text(projects))）")
        }
        let all = (unread + rules).enumerated().map { "\($0 + 1).\($1)" }
        return all.isEmpty ? "程序检查没有发现必须改正的问题。" : all.joined(separator: "；") + "。"
    }
}
