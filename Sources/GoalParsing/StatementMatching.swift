internal import GoalModel

/// Finds for each statement of part one the project of part two that it means, though names differ a little.
struct StatementMatching {
    let projects: [Project]

    /// Beyond so many pairs only equal names are matched: no town has them.
    private static let mostPairs = 250_000

    /// The statements with their projects' numbers; the likeliest pairs are taken first, each project once.
    func matched(_ statements: [Statement]) -> [Statement] {
        guard statements.count * projects.count <= StatementMatching.mostPairs else { return matchedByName(statements) }
        let names = projects.map { StatementMatching.characters($0.name) }
        var pairs: [(likeness: Int, statement: Int, project: Int)] = []
        for (s, statement) in statements.enumerated() {
            let name = StatementMatching.characters(statement.name)
            for (p, project) in projects.enumerated() {
                let sameAmount = statement.amount != nil && statement.amount == project.budget
                let likeness = StatementMatching.likeness(name, names[p]) + (sameAmount ? 50 : 0)
                if likeness >= 550 { pairs.append((likeness, s, p)) }
            }
        }
        pairs.sort { ($1.likeness, $0.statement, $0.project) < ($0.likeness, $1.statement, $1.project) }
        var result = statements
        var taken: Set<Int> = []
        for pair in pairs where result[pair.statement].project == nil && !taken.contains(pair.project) {
            result[pair.statement].project = projects[pair.project].number
            taken.insert(pair.project)
        }
        return result
    }

    private func matchedByName(_ statements: [Statement]) -> [Statement] {
        var numbers: [String: [Int]] = [:]
        for project in projects.reversed() { numbers[project.name, default: []].append(project.number) }
        return statements.map { statement in
            var statement = statement
            statement.project = numbers[statement.name]?.popLast()
            return statement
        }
    }

    /// Shared characters in thousandths of the mean length (Dice); an equal amount counts a little.
    private static func likeness(_ a: Set<Unicode.Scalar>, _ b: Set<Unicode.Scalar>) -> Int {
        a.isEmpty || b.isEmpty ? 0 : 2000 * a.intersection(b).count / (a.count + b.count)
    }

    private static func characters(_ name: String) -> Set<Unicode.Scalar> {
        Set(name.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    }
}
