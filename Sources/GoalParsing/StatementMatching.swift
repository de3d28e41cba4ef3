internal import GoalModel

/// Finds for each statement of part one the project of part two that it means, though names differ a little.
struct StatementMatching {
    let projects: [Project]

    /// The statements with their projects' numbers; the likeliest pairs are taken first, each project once.
    func matched(_ statements: [Statement]) -> [Statement] {
        var pairs: [(likeness: Int, statement: Int, project: Int)] = []
        for (s, statement) in statements.enumerated() {
            for (p, project) in projects.enumerated() {
                let likeness = likeness(statement, project)
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

    /// Shared characters in thousandths of the mean length (Dice); an equal amount counts a little.
    private func likeness(_ statement: Statement, _ project: Project) -> Int {
        let (a, b) = (characters(statement.name), characters(project.name))
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let dice = 2000 * a.intersection(b).count / (a.count + b.count)
        let sameAmount = statement.amount != nil && statement.amount == project.budget
        return dice + (sameAmount ? 50 : 0)
    }

    private func characters(_ name: String) -> Set<Character> {
        Set(name.filter { $0.isLetter || $0.isNumber })
    }
}
