internal import GoalModel
internal import Text

/// Chooses the three things that are most worth doing over several towns.
///
/// The same thing in several towns is one thing to do. What is most urgent comes first, then what wins the most points over
/// all its towns.
struct TownActionList {
    let towns: [(name: String, town: Digest.Town)]

    var actions: [Digest.TownAction] {
        let groups = groups.sorted { a, b in
            if a.urgency != b.urgency { return a.urgency < b.urgency }
            return (b.sum, b.best, a.order) < (a.sum, a.best, b.order)
        }
        return groups.prefix(3).map(\.action)
    }

    private struct Group {
        var urgency: Action.Urgency
        var order: Int
        /// The towns' actions, the most useful first.
        var parts: [(name: String, action: Action)]

        /// Only for ordering; points of several towns are no town's points.
        var sum: Points { parts.reduce(.zero) { $0 + $1.action.points } }

        /// What it wins where it wins the most.
        var best: Points { parts.first?.action.points ?? .zero }

        var action: Digest.TownAction {
            let first = parts[0]
            let named = parts.prefix(2).map(\.name).joined(separator: "、")
            let points = first.action.points
            let gain = points > .zero ? "\(parts.count > 1 ? "最多" : "")可得\(points)分" : nil
            return Digest.TownAction(
                title: parts.count > 1 ? first.action.kind : first.action.title,
                place: named + (parts.count > 2 ? "等\(parts.count)个乡镇" : ""),
                detail: ((parts.count > 1 ? first.name : "") + first.action.detail).oneLine.shortened(to: 200), gain: gain)
        }
    }

    private var groups: [Group] {
        var groups: [Group] = []
        var places: [String: Int] = [:]
        for (name, town) in towns {
            for action in town.actions {
                let kind = action.kind
                if let place = places[kind] {
                    groups[place].parts.append((name, action))
                } else {
                    places[kind] = groups.count
                    groups.append(Group(urgency: action.urgency, order: groups.count, parts: [(name, action)]))
                }
            }
        }
        return groups.map { group in
            var group = group
            group.parts = group.parts.greatestFirst(by: \.action.points)
            return group
        }
    }
}

extension Action {
    /// What is the same thing to do in several towns, as it is called for all of them.
    fileprivate var kind: String { urgency.title ?? title }
}
