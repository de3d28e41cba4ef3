internal import Reporting

/// The same change in one place or in several.
struct ChangeGroup {
    let kind: ChangeDetail.Kind
    let older: String
    let newer: String
    /// In the order of the book.
    private(set) var places: [(project: String, item: String)]

    private init(_ detail: ChangeDetail) {
        (kind, older, newer) = (detail.kind, detail.older, detail.newer)
        places = []
    }

    /// Equal changes together, in the order of the first of them; what has come or gone stands for itself.
    static func groups(_ details: [ChangeDetail]) -> [ChangeGroup] {
        var groups: [ChangeGroup] = []
        var known: [[String]: Int] = [:]
        for detail in details {
            let key = [detail.kind.rawValue, detail.item.field ?? "", detail.older, detail.newer]
            let place = (project: detail.project.isEmpty ? "全书" : detail.project, item: detail.item)
            if let index = known[key], !detail.older.isEmpty, !detail.newer.isEmpty {
                groups[index].places.append(place)
            } else {
                known[key] = groups.count
                var group = ChangeGroup(detail)
                group.places = [place]
                groups.append(group)
            }
        }
        return groups
    }

    var project: String {
        if places.count == 1 { return places[0].project }
        let projects = Set(places.map(\.project)).count
        return projects == 1 ? "\(places[0].project)，\(places.count)处" : "\(places.count)处，\(projects)个项目"
    }

    /// What was changed: where the places differ, what they have in common.
    var item: String {
        let item = places[0].item
        return places.allSatisfy { $0.item == item } ? item : item.field ?? ""
    }

    /// Both texts, with what only one of them has marked.
    var texts: ChangedText { ChangedText(older, newer) }
}

extension String {
    /// `指标值` of `受益群众满意度（指标值）`.
    fileprivate var field: String? {
        guard hasSuffix("）"), let start = lastIndex(of: "（") else { return nil }
        return String(self[index(after: start)...].dropLast())
    }
}
