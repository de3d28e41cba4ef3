internal import GoalModel

/// What became of a waiver in one book.
public struct WaiverUse: Hashable, Sendable {
    public var waiver: Waiver
    public var state: State

    public enum State: Hashable, Sendable {
        /// At least one finding is kept by it.
        case used
        /// Its project is there, and nothing is found.
        case unused
        /// Its end has come, and its findings are listed again.
        case expired
        /// It keeps only some projects of a group, which is therefore listed: those of the group.
        case partial([Int])
        /// The book has no such project.
        case elsewhere
    }

    /// What is to be said of it; `nil` where it does what it says, or belongs to another town.
    public var remark: String? {
        // An answer on a sheet whose finding is gone has done its work.
        if waiver.isAnswer { return nil }
        let subject = "\(waiver.origin)（\(waiver.subject)）"
        switch state {
        case .used, .elsewhere: return nil
        case .unused: return "\(subject)：没有查出这个问题，这一条没有用上，请核对或删去"
        case .expired:
            let end = waiver.until.map { "\($0.year)年\($0.day.month)月\($0.day.day)日" } ?? ""
            return "\(subject)：同意保留已于\(end)到期，问题重新列出"
        case .partial(let projects):
            let numbers = projects.map(String.init).joined(separator: "、")
            return "\(subject)：这个问题同时涉及项目\(numbers)，只同意保留了其中一部分，仍然列出。请对每个项目各写一条，或写 fingerprint"
        }
    }
}
