public import GoalModel
internal import Text

/// A finding that is kept, with the agreement that keeps it.
public struct WaivedFinding: Hashable, Sendable {
    public var finding: Finding
    public var waiver: Waiver
}

extension Masking {
    public func masked(_ waived: WaivedFinding) -> WaivedFinding {
        var waived = waived
        waived.finding = masked(waived.finding)
        waived.waiver.reason = masked(waived.waiver.reason)
        waived.waiver.person = masked(waived.waiver.person)
        waived.waiver.project = masked(waived.waiver.project)
        return waived
    }
}

/// The findings of a book after what was agreed to be kept is set aside.
public struct WaivedFindings: Sendable {
    /// What is left to be put right; only these count in scores and numbers.
    public private(set) var open: [Finding] = []
    /// In the order of the book.
    public private(set) var waived: [WaivedFinding] = []
    /// One for each waiver, in their order.
    public private(set) var uses: [WaiverUse] = []

    /// The personal numbers that somebody has agreed to keep, wherever they stand: those, and no other, may be seen.
    public var keptNumbers: Set<String> { Set(waived.compactMap(\.finding.number)).subtracting(open.compactMap(\.number)) }

    /// - Parameter day: on which waivers must still hold; where it is not known, all of them do.
    public init(_ findings: [Finding], of book: GoalBook, _ waivers: [Waiver], on day: CalendarDay?) {
        guard !waivers.isEmpty else {
            open = findings
            return
        }
        let keys = Dictionary(book.projects.map { ($0.number, $0.waiverKeys) }) { first, _ in first }
        let (ended, valid) = waivers.enumerated().reduce(into: ([Int](), [Int]())) { parts, waiver in
            let isOver = waiver.element.until.flatMap { until in day.map { until < $0 } } == true
            if isOver { parts.0.append(waiver.offset) } else { parts.1.append(waiver.offset) }
        }
        var states: [Int: WaiverUse.State] = [:]
        for finding in findings {
            let mine = Candidates(finding, keys, valid.map { ($0, waivers[$0]) })
            if let keeping = mine.keeping {
                waived.append(WaivedFinding(finding: finding, waiver: waivers[keeping[0]]))
                for index in keeping { states[index] = .used }
                continue
            }
            open.append(finding)
            for index in mine.some where states[index] == nil { states[index] = .partial(finding.projects) }
            for index in Candidates(finding, keys, ended.map { ($0, waivers[$0]) }).some { states[index] = .expired }
        }
        let all = Set(keys.values.joined())
        uses = waivers.enumerated().map { index, waiver in
            let isHere = waiver.project == Waiver.wholeBook || all.contains(waiver.project)
            return WaiverUse(waiver: waiver, state: states[index] ?? (isHere ? .unused : .elsewhere))
        }
    }

    /// The waivers that name a finding.
    private struct Candidates {
        /// Those that together keep it; `nil` where it stays.
        var keeping: [Int]?
        /// Those that name it or one project of its group.
        var some: [Int]

        init(_ finding: Finding, _ keys: [Int: Set<String>], _ waivers: [(index: Int, waiver: Waiver)]) {
            let named = waivers.filter { _, waiver in
                (waiver.rule.isEmpty || waiver.rule == finding.code)
                    && (waiver.fingerprint.isEmpty || finding.fingerprints.contains(waiver.fingerprint))
            }
            let exact = named.filter { !$0.waiver.fingerprint.isEmpty }.filter { $0.waiver.names(finding, keys) }
            if !exact.isEmpty {
                (keeping, some) = (exact.map(\.index), exact.map(\.index))
                return
            }
            let broad = named.filter { $0.waiver.fingerprint.isEmpty && $0.waiver.names(finding, keys) }
            some = broad.map(\.index)
            let isKept =
                finding.projects.isEmpty
                ? !broad.isEmpty
                : finding.projects.allSatisfy { number in broad.contains { keys[number]?.contains($0.waiver.project) == true } }
            keeping = isKept ? some : nil
        }
    }
}

extension Waiver {
    /// Whether the finding is in the waiver's project, or in one of a group of which it is one.
    fileprivate func names(_ finding: Finding, _ keys: [Int: Set<String>]) -> Bool {
        if project.isEmpty { return true }
        if finding.projects.isEmpty, finding.project == nil { return project == Waiver.wholeBook }
        return finding.projects.contains { keys[$0]?.contains(project) == true }
    }
}

extension Project {
    /// What a waiver may call the project.
    fileprivate var waiverKeys: Set<String> {
        Set([code.withoutSpaces, name.withoutSpaces, name].filter { !$0.isEmpty })
    }
}

/// The effect of a waiver on one book.
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
            let end = waiver.until.map { "\($0.words)" } ?? ""
            return "\(subject)：同意保留已于\(end)到期，问题重新列出"
        case .partial(let projects):
            let numbers = projects.map(String.init).joined(separator: "、")
            return "\(subject)：这个问题同时涉及项目\(numbers)，只同意保留了其中一部分，仍然列出。请对每个项目各写一条，或写 fingerprint"
        }
    }
}
