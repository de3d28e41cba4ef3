internal import Aggregation
internal import Diagnostics
internal import Linting

/// What became of the errors that an earlier submission of the same year was sent back with.
public struct FollowUp: Sendable {
    /// What was demanded, done and not done, in numbers.
    public var sentence: String
    /// What is not put right first.
    public var demands: [Demand]

    public struct Demand: Sendable {
        public var project: String
        public var message: String
        /// `未改正`, `已改正`, `同意保留` or `项目已取消`.
        public var state: String
        /// What the town answered to what still stands.
        public var answer: String
    }
}

extension Report {
    /// `nil` where no earlier submission of the same year is known, or it had no errors.
    public var followUp: FollowUp? {
        guard let change, change.older.year == change.newer.year else { return nil }
        func demands(_ findings: [Edition.Finding], of edition: Edition, _ state: String) -> [FollowUp.Demand] {
            findings.filter { $0.severity == .error && $0.code != nil }.map { finding in
                let projects = edition.projects
                let reply = replies[finding.fingerprint]
                return FollowUp.Demand(
                    project: finding.project.flatMap { projects.indices.contains($0) ? projects[$0].name : nil } ?? "全书",
                    message: "\(finding.code ?? "") \(finding.message)", state: state,
                    answer: reply.map { "\($0.status.rawValue)\($0.note.isEmpty ? "" : "：\($0.note)")" } ?? "")
            }
        }
        let left = demands(change.findings.remaining, of: change.newer, "未改正")
        let done = demands(change.findings.fixed, of: change.older, "已改正")
        let kept = demands(change.findings.kept, of: change.older, "同意保留")
        let gone = demands(change.findings.gone, of: change.older, "项目已取消")
        let all = left + done + kept + gone
        guard !all.isEmpty else { return nil }
        let new = change.findings.new.count { $0.severity == .error && $0.code != nil }
        let counts = [(done.count, "已改正"), (left.count, "未改正"), (kept.count, "同意保留"), (gone.count, "随项目取消")]
        let parts = counts.filter { $0.0 > 0 }.map { "\($0.1)\($0.0)处" }
        return FollowUp(
            sentence: "上次报送时要求改正的错误\(all.count)处：\(parts.joined(separator: "，"))\(new > 0 ? "；另有新出现的错误\(new)处" : "")。",
            demands: all)
    }
}
