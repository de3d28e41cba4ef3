public import GoalModel

/// Which projects belong to one town: those of one department in one region, and those of units that name the same town.
struct TownGroups {
    /// For each project the number of its town, from 0 in the order of the projects.
    private(set) var groups: [Int] = []
    private(set) var count = 0

    /// - Parameter projects: the unit of each, and its code, whose first six digits are the region.
    init(_ projects: [(unit: BudgetUnit, code: String)]) {
        var parents = Array(projects.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while parents[index] != index { index = parents[index] }
            return index
        }
        var first: [String: Int] = [:]
        var before: [String] = []
        for (index, project) in projects.enumerated() {
            // Nearly always the unit of the project before.
            let isAlike = index > 0 && projects[index - 1].unit == project.unit
            let goesOn = isAlike && projects[index - 1].code.prefix(6) == project.code.prefix(6)
            var marks = goesOn ? before : TownGroups.marks(project.unit, project.code)
            before = marks
            // What names no unit belongs to the project before it.
            if marks.isEmpty, index > 0 { parents[index] = root(index - 1) }
            while let mark = marks.popLast() {
                if let other = first[mark] {
                    let (a, b) = (root(index), root(other))
                    parents[max(a, b)] = min(a, b)
                } else {
                    first[mark] = index
                }
            }
        }
        var numbers: [Int: Int] = [:]
        groups = projects.indices.map { index in
            let top = root(index)
            let number = numbers[top] ?? numbers.count
            numbers[top] = number
            return number
        }
        count = numbers.count
    }

    private static func marks(_ unit: BudgetUnit, _ code: String) -> [String] {
        let region = String(code.prefix(6))
        var marks: [String] = []
        if let department = unit.code?.prefix(3) { marks.append("部门 \(region) \(department)") }
        if let name = TownName(in: unit.name) {
            marks.append(name.county.map { "乡镇 \($0)\(name.town)" } ?? "乡镇 \(region) \(name.town)")
        }
        return marks
    }
}

extension GoalBook {
    /// Whether the units of its projects are those of several towns.
    public var spansTowns: Bool {
        TownGroups(projects.map { ($0.unit, $0.code) }).count > 1
    }
}
