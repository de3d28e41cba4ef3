public import GoalModel
public import Linting

/// How much of what the towns of a run write also stands in another town (跨乡镇雷同).
public struct CountySimilarity: Hashable, Sendable {
    /// In the order of the overview.
    public var towns: [Town]
    /// Rows of all towns.
    public var rows: Int
    /// Of these, how many also stand in another town.
    public var shared: Int
    /// Projects of several towns with one and the same list of rows, those of the most towns first.
    public var groups: [Group]
    public var rule: RuleDescription

    /// The share of the rows that also stand in another town; rounded down, so that only the whole is all.
    public var share: Share { Share(shared, of: rows) }

    public struct Town: Hashable, Sendable {
        /// The town's result folder.
        public var folder: String
        public var town: String
        public var year: String
        public var rows: Int
        public var shared: Int
        /// Rounded down.
        public var share: Share { Share(shared, of: rows) }
    }

    public struct Group: Hashable, Sendable {
        /// How many rows each of the projects has.
        public var rows: Int
        public var members: [Member]
    }

    /// One town's projects in a group.
    public struct Member: Hashable, Sendable {
        public var folder: String
        public var town: String
        public var year: String
        /// Numbers in the town's book, in order.
        public var projects: [Int]
        /// The name of the first.
        public var name: String
    }

    /// The compared part of one book.
    struct Part {
        var row: CountyReport.Row
        /// The same for all years of a town.
        var identity: String
        var prints: RowFingerprints
    }

    /// - Returns: `nil` where there are not two towns; two years of one town are one.
    init?(_ parts: [Part]) {
        var numbers: [String: Int] = [:]
        let identities = parts.map { part in
            let next = numbers.count
            return numbers[part.identity, default: next, inserting: next]
        }
        guard numbers.count > 1, let rule = RuleCatalogue.description(of: "D03") else { return nil }
        // The town that a row was first seen in, and -1 once it was seen in a second one.
        var owners: [UInt64: Int] = [:]
        owners.reserveCapacity(parts.reduce(0) { $0 + $1.prints.rows.count })
        for (part, identity) in zip(parts, identities) {
            for row in part.prints.rows where owners[row, default: identity, inserting: identity] != identity { owners[row] = -1 }
        }
        towns = parts.map { part in
            Town(
                folder: part.row.folder, town: part.row.town, year: part.row.year, rows: part.prints.rows.count,
                shared: part.prints.rows.count { owners[$0] == -1 })
        }
        rows = towns.reduce(0) { $0 + $1.rows }
        shared = towns.reduce(0) { $0 + $1.shared }
        groups = CountySimilarity.groups(parts, identities)
        self.rule = rule
    }

    private static func groups(_ parts: [Part], _ identities: [Int]) -> [Group] {
        var sets: [UInt64: (rows: Int, order: Int, members: [Member], identities: Set<Int>)] = [:]
        for (part, identity) in zip(parts, identities) {
            for set in part.prints.sets {
                var group = sets[set.print] ?? (set.rows, sets.count, [], [])
                if let last = group.members.last, last.folder == part.row.folder {
                    group.members[group.members.count - 1].projects.append(set.number)
                } else {
                    group.members.append(
                        Member(
                            folder: part.row.folder, town: part.row.town, year: part.row.year, projects: [set.number],
                            name: set.name))
                }
                group.identities.insert(identity)
                sets[set.print] = group
            }
        }
        return sets.values.filter { $0.identities.count > 1 }
            .sorted { ($1.identities.count, $1.rows, $0.order) < ($0.identities.count, $0.rows, $1.order) }
            .map { Group(rows: $0.rows, members: $0.members) }
    }
}

extension Dictionary where Value == Int {
    /// The value of a key; a new key gets `value`.
    fileprivate subscript(key: Key, default value: Int, inserting _: Int) -> Int {
        mutating get {
            if let known = self[key] { return known }
            self[key] = value
            return value
        }
    }
}

extension CountySimilarity {
    /// `5个乡镇548条指标中有23条（4.1%）也出现在其他乡镇。`.
    public var sentence: String {
        let towns = Set(towns.map(\.town)).count
        return shared == 0
            ? "\(towns)个乡镇的\(rows)条指标没有一条在其他乡镇重复出现。"
            : "\(towns)个乡镇\(rows)条指标中有\(shared)条（\(share)）也出现在其他乡镇。"
    }

    /// The towns with shared rows, the greatest share first, at most so many.
    public func mostAlike(_ limit: Int) -> [Town] {
        Array(towns.filter { $0.shared > 0 }.greatestFirst(by: \.share).prefix(limit))
    }
}

extension CountySimilarity.Member {
    /// `项目3、7（防火经费等）`.
    public var words: String {
        let numbers = projects.map(String.init).joined(separator: "、")
        return "项目\(numbers)（\(name)\(projects.count > 1 ? "等" : "")）"
    }
}
