internal import GoalModel

/// The names of a project's gaps in facts.json, of which its findings cannot be made anew without them.
enum FactsGaps {
    static func names(of gaps: Set<Project.Gap>) -> [String]? {
        gaps.isEmpty ? nil : all.filter { gaps.contains($0.gap) }.map(\.name)
    }

    static func gaps(named names: [String]?) -> Set<Project.Gap> {
        let names = Set(names ?? [])
        return Set(all.filter { names.contains($0.name) }.map(\.gap))
    }

    private static let all: [(gap: Project.Gap, name: String)] = [
        (.field(.code), "code"), (.field(.name), "name"), (.field(.budget), "budget"), (.field(.fiscalFunds), "fiscal"),
        (.field(.otherFunds), "other"), (.field(.purpose), "purpose"), (.plan, "plan"), (.field(.goals), "goals"),
        (.indicators, "indicators"), (.cell(.category), "indicators.category"), (.cell(.type), "indicators.type"),
        (.cell(.name), "indicators.name"), (.cell(.description), "indicators.description"), (.cell(.target), "indicators.target"),
        (.cell(.basis), "indicators.basis"),
    ]
}
