internal import GoalModel

/// Finds the same row in two books.
enum RowPartners {
    /// For each of `rows` the place of the same one in `others`.
    ///
    /// Rows are the same that agree in type and name, else in name, else in type and description, else in type and target.
    static func partners(of rows: [Edition.Row], in others: [Edition.Row], _ words: ComparedTexts) -> [Int?] {
        var partners: [Int?] = Array(repeating: nil, count: rows.count)
        var free = Set(others.indices)
        // What must not be blank, for two blanks have nothing in common.
        let keys: [(fields: [Indicator.Field], telling: Indicator.Field)] = [
            (Indicator.Field.allCases, .name), ([.type, .name, .target], .name), ([.type, .name], .name), ([.name], .name),
            ([.type, .description], .description), ([.type, .target], .target),
        ]
        for (fields, telling) in keys where !free.isEmpty {
            var places: [[String]: [Int]] = [:]
            for place in others.indices.reversed() where free.contains(place) {
                places[fields.map { words.older(others[place][$0]) }, default: []].append(place)
            }
            for index in rows.indices where partners[index] == nil {
                let key = fields.map { words.newer(rows[index][$0]) }
                guard !rows[index][telling].isEmpty, let place = places[key]?.popLast() else { continue }
                partners[index] = place
                free.remove(place)
            }
        }
        return partners
    }
}
