internal import SourceFiles
internal import Text

/// A correction as a tracked change: the signs that differ are marked as deleted, what stands for them as inserted.
///
/// Only where the paragraph is made of plain runs; a comment alone says what to do in any other.
struct TrackedCorrection {
    private let map: PartMap
    private let names: WordNames
    /// The signs to delete, in the runs that they stand in; at least one, which may be empty.
    private let pieces: [(run: Int, range: Range<Int>)]
    private let inserted: String

    /// A sign of the paragraph with its place in the bytes.
    private struct Sign {
        let scalar: Unicode.Scalar
        let range: Range<Int>
        let run: Int
    }

    /// - Parameters:
    ///   - original: what the reader takes for the value; `nil` where that is not known.
    ///   - suggestion: stands in its place.
    init?(_ map: PartMap, paragraph: Int, from original: String?, to suggestion: String) {
        guard let signs = TrackedCorrection.signs(map, paragraph), !signs.isEmpty else { return nil }
        let text = String(String.UnicodeScalarView(signs.map(\.scalar)))
        if let original, text.trimmed != original.trimmed { return nil }
        let lead = text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        let tail = text.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }.count
        guard lead + tail < signs.count else { return nil }
        let (old, new) = (Array(signs[lead..<signs.count - tail]), Array(suggestion.unicodeScalars))
        let same = zip(old, new).prefix { $0.scalar == $1 }.count
        let rest = min(old.count, new.count) - same
        let sameEnd = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0.scalar == $1 }.count
        // A clause is offered for itself: where the rest is not the same, it is no correction of all of this text.
        if original == nil, (same + sameEnd) * 10 < old.count * 6 { return nil }
        let changed = old[same..<old.count - sameEnd]
        inserted = String(String.UnicodeScalarView(new[same..<new.count - sameEnd]))
        // What hides a number is no correction of it.
        guard !changed.isEmpty || !inserted.isEmpty, !inserted.contains("*") else { return nil }
        let pieces = TrackedCorrection.pieces(changed, behind: old[..<same].last, before: old[same...].first)
        guard !pieces.isEmpty, pieces.allSatisfy({ TrackedCorrection.mayBeCut(map, $0) }) else { return nil }
        self.map = map
        self.pieces = pieces
        names = WordNames(map, at: paragraph)
    }

    /// How many numbers it takes.
    var count: Int { pieces.count + (inserted.isEmpty ? 0 : 1) }

    private static func pieces(
        _ changed: ArraySlice<Sign>, behind: Sign?, before: Sign?
    ) -> [(run: Int, range: Range<Int>)] {
        guard !changed.isEmpty else {
            if let behind { return [(behind.run, behind.range.upperBound..<behind.range.upperBound)] }
            return before.map { [($0.run, $0.range.lowerBound..<$0.range.lowerBound)] } ?? []
        }
        var pieces: [(run: Int, range: Range<Int>)] = []
        for sign in changed {
            if let last = pieces.last, last.run == sign.run {
                pieces[pieces.count - 1].range = last.range.lowerBound..<sign.range.upperBound
            } else {
                pieces.append((sign.run, sign.range))
            }
        }
        return pieces
    }

    /// The signs of a paragraph whose runs hold nothing but text; `nil` for any other.
    private static func signs(_ map: PartMap, _ paragraph: Int) -> [Sign]? {
        var signs: [Sign] = []
        for child in map.children(of: paragraph) {
            switch map.name(child) {
            case "pPr", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "commentRangeStart",
                "commentRangeEnd":
                continue
            case "r":
                let inner = map.children(of: child)
                if inner.contains(where: { map.isNamed("commentReference", $0) }) { continue }
                let texts = inner.filter { map.isNamed("t", $0) }
                let others = inner.filter { !map.isNamed("t", $0) && !map.isNamed("rPr", $0) }
                guard others.isEmpty, texts.count <= 1 else { return nil }
                guard let text = texts.first else { continue }
                guard let own = TrackedCorrection.signs(map, in: text, run: child) else { return nil }
                signs += own
            default: return nil
            }
        }
        return signs
    }

    private static func signs(_ map: PartMap, in text: Int, run: Int) -> [Sign]? {
        let element = map.elements[text]
        var place = element.contentStart
        var signs: [Sign] = []
        let written = map.text(element.contentStart..<element.contentEnd)
        guard !written.contains("<") else { return nil }
        var rest = written.unicodeScalars[...]
        while let scalar = rest.first {
            var length = 1
            var meant = scalar
            if scalar == "&" {
                guard let end = rest.prefix(8).firstIndex(of: ";") else { return nil }
                length = rest.distance(from: rest.startIndex, to: end) + 1
                guard let sign = String(rest[rest.startIndex...end]).unescaped.unicodeScalars.only else { return nil }
                meant = sign
            }
            let size = rest.prefix(length).reduce(0) { $0 + UTF8.width($1) }
            signs.append(Sign(scalar: meant, range: place..<place + size, run: run))
            place += size
            rest = rest.dropFirst(length)
        }
        return signs
    }

    /// Whether the run's text may be cut: blanks at a cut are lost where they are not kept, and changes of its look would be
    /// said twice.
    private static func mayBeCut(_ map: PartMap, _ piece: (run: Int, range: Range<Int>)) -> Bool {
        guard let text = map.first("t", in: piece.run) else { return false }
        if let look = map.first("rPr", in: piece.run),
            map.text(map.elements[look].start..<map.elements[look].end).contains("Change")
        {
            return false
        }
        if map.attribute("space", of: text) == "preserve" { return true }
        let element = map.elements[text]
        let sides = [element.contentStart..<piece.range.lowerBound, piece.range, piece.range.upperBound..<element.contentEnd]
        return sides.allSatisfy { side in
            let part = map.text(side)
            return part.first?.isWhitespace != true && part.last?.isWhitespace != true
        }
    }

    /// - Parameter first: the first of the numbers that it takes.
    func write(to edits: inout ByteEdits, numbers first: Int, by author: Author) {
        let prefix = names.prefix
        var number = first
        func opening(_ name: String) -> String {
            defer { number += 1 }
            let who = "\(prefix)author=\"\(author.name)\" \(prefix)date=\"\(author.date)\""
            return "<\(prefix)\(name)\(names.declaration) \(prefix)id=\"\(number)\" \(who)>"
        }
        for (index, piece) in pieces.enumerated() {
            guard let text = map.first("t", in: piece.run) else { continue }
            let (run, t) = (map.writtenName(piece.run), map.writtenName(text))
            let look = map.first("rPr", in: piece.run).map { map.text(map.elements[$0].start..<map.elements[$0].end) } ?? ""
            let begin = "<\(run)>\(look)"
            var end = "</\(t)></\(run)>"
            if !piece.range.isEmpty {
                let deleted = t.dropLast() + "delText"
                edits.insert(
                    "\(end)\(opening("del"))\(begin)<\(deleted) xml:space=\"preserve\">", at: piece.range.lowerBound)
                end = "</\(deleted)></\(run)></\(prefix)del>"
            }
            if index == pieces.count - 1, !inserted.isEmpty {
                end += "\(opening("ins"))\(begin)<\(t) xml:space=\"preserve\">\(inserted.escaped)</\(t)></\(run)></\(prefix)ins>"
            }
            edits.insert(end + "\(begin)<\(t) xml:space=\"preserve\">", at: piece.range.upperBound)
        }
    }
}

extension Collection {
    /// The one element, where there is one.
    fileprivate var only: Element? { count == 1 ? first : nil }
}
