import Diagnostics
import Foundation
import Linting
import TestSupport

/// The places of all findings in some books; recorded in `Tests/Fixtures/findings`, a line a town, rule and severity.
///
/// A line reads `泉坊镇 D01 warning 2: 1+11 3.5`: so many findings, one of projects 1 and 11, one in row 5 of project 3.
struct RecordedFindings {
    /// The places by town, rule and severity.
    private var places: [String: [String]] = [:]

    init(_ findings: [String: [Finding]]) {
        for (town, mine) in findings {
            for finding in mine {
                let projects = finding.projects.map(String.init).joined(separator: "+")
                let place = (projects.isEmpty ? "book" : projects) + (finding.indicator.map { ".\($0)" } ?? "")
                places["\(town) \(finding.code) \(finding.severity.rawValue)", default: []].append(place)
            }
        }
        // 2 goes before 10; the order in which rules look is nothing to record.
        places = places.mapValues { $0.sorted { $0.compare($1, options: .numeric) == .orderedAscending } }
    }

    private init(text: String) {
        for line in text.split(separator: "\n") {
            let halves = line.split(separator: ": ")
            let key = halves[0].split(separator: " ").dropLast().joined(separator: " ")
            places[key] = halves.dropFirst().flatMap { $0.split(separator: " ").map(String.init) }
        }
    }

    private var text: String {
        places.sorted { $0.key < $1.key }.map { "\($0) \($1.count): \($1.joined(separator: " "))\n" }.joined()
    }

    /// What was found now and is not recorded, and the other way about: a line a town, rule and severity.
    ///
    /// With `GOALBOOK_RECORD` set it is recorded first, which is a change to be looked at, too.
    func moves(from name: String) throws -> [String] {
        let file = Repository.root.appending(path: "Tests/Fixtures/findings/\(name).txt")
        if ProcessInfo.processInfo.environment["GOALBOOK_RECORD"] != nil {
            try Data(text.utf8).write(to: file)
            return ["recorded anew in \(file.lastPathComponent): look at the difference and run again without GOALBOOK_RECORD"]
        }
        let recorded = RecordedFindings(text: try String(contentsOf: file, encoding: .utf8)).places
        return Set(places.keys).union(recorded.keys).sorted().compactMap { key in
            let change = places[key, default: []].difference(from: recorded[key, default: []])
            let moved = [("no longer", change.removals), ("now also", change.insertions)].filter { !$0.1.isEmpty }
            return moved.isEmpty
                ? nil : "\(key): " + moved.map { "\($0) \($1.map(\.place).joined(separator: " "))" }.joined(separator: ", ")
        }
    }
}

extension CollectionDifference<String>.Change {
    /// What was put in or taken out.
    fileprivate var place: String {
        switch self {
        case .insert(_, let place, _), .remove(_, let place, _): place
        }
    }
}
