package import Reporting
internal import Text

/// What was ever answered to findings, one entry for each finding of a town and year, with what was answered before.
///
/// Whoever writes on the sheet of the newest results has the last word. What is found elsewhere — on a sheet of older results, on
/// one that was laid aside, beside the inputs — may have been read before: it counts only where it is news.
package struct Answers: Sendable {
    package private(set) var all: [FindingReply] = []
    private var places: [FindingReply.Key: Int] = [:]

    package init(_ replies: [FindingReply] = []) {
        for reply in replies { append(reply) }
    }

    private mutating func append(_ reply: FindingReply) {
        all.append(reply)
        for key in reply.keys where places[key] == nil || key == reply.key { places[key] = all.count - 1 }
    }

    private func place(of reply: FindingReply) -> Int? { places[reply.key] }

    /// A row of the sheet that shows what is known: what differs was changed by somebody, also where it takes an answer back.
    package mutating func write(_ reply: FindingReply) {
        guard let place = place(of: reply) else {
            guard reply.words != .none else { return }
            append(reply)
            all[all.count - 1].isFresh = true
            return
        }
        all[place].place = reply.place
        guard all[place].words != reply.words else { return }
        replace(place, reply)
        all[place].isFresh = true
    }

    /// An answer of a newer folder, with its past, in place of what was known.
    package mutating func restore(_ reply: FindingReply) {
        guard let place = place(of: reply) else { return append(reply) }
        let before = all[place]
        // Of a folder that is older than what is known.
        if before.earlier.contains(reply.words), !reply.earlier.contains(before.words) { return }
        all[place] = reply
        for words in before.earlier + [before.words] where words != reply.words && !reply.earlier.contains(words) {
            all[place].earlier.insert(words, at: 0)
        }
    }

    /// An answer that counts where nobody has known it yet.
    ///
    /// - Parameter isLast: it was written after the sheet of the newest results.
    package mutating func offer(_ reply: FindingReply, isLast: Bool = false) {
        guard reply.words != .none else { return }
        guard let place = place(of: reply) else { return append(reply) }
        if all[place].words == reply.words {
            if all[place].place.isEmpty { all[place].place = reply.place }
            return
        }
        if all[place].earlier.contains(reply.words) { return }
        if all[place].isFresh, !isLast { all[place].earlier.append(reply.words) } else { replace(place, reply) }
    }

    private mutating func replace(_ place: Int, _ reply: FindingReply) {
        if all[place].words != .none { all[place].earlier.append(all[place].words) }
        (all[place].words, all[place].place) = (reply.words, reply.place)
    }

    /// Those that stand, in words; of a town, or of all. Empty while there are none.
    package static func digest(_ answers: [FindingReply], of town: String? = nil) -> String {
        let lines = answers.filter { $0.words != .none && (town == nil || $0.town == town) }.map { reply in
            let year = reply.year.map(String.init) ?? ""
            return [reply.town ?? "", reply.fingerprint, year, reply.status.rawValue, reply.note, reply.person].joined(
                separator: "\u{1F}")
        }
        return lines.isEmpty ? "" : sha256(lines.sorted().joined(separator: "\n").utf8)
    }

    /// Those that may be of a town: its own, and those of a folder of the same region that is not among the towns at hand, because
    /// a town's code may have been corrected. Of the latter the fingerprints tell.
    func may(beOf folder: String, among towns: Set<String>) -> [FindingReply] {
        let region = folder.split(separator: "-").first
        return all.compactMap { reply in
            guard let town = reply.town, town != folder else { return reply }
            guard !towns.contains(town), town.split(separator: "-").first == region else { return nil }
            var reply = reply
            reply.isBesideInput = true
            return reply
        }.sorted { $0.town != folder && $1.town == folder }
    }
}
