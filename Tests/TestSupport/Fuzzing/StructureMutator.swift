/// Damages XML and JSON without breaking their form: elements doubled, lost or moved, other texts, values and attributes.
///
/// Bytes damaged anywhere are mostly refused by the parser; these reach what comes behind it.
struct StructureMutator {
    private var random: SplitMix64
    private let texts: [[UInt8]]

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        texts = Mutator.words.filter { word in !word.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") || $0 < 0x20 }
        }
    }

    mutating func mutated(_ original: [UInt8]) -> [UInt8] {
        var bytes = original
        let isMarkup = original.first { $0 > 0x20 } == UInt8(ascii: "<")
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if isMarkup { mutateMarkup(&bytes) } else { mutateJSON(&bytes) }
        }
        return bytes
    }

    private mutating func mutateMarkup(_ bytes: inout [UInt8]) {
        let tags = bytes.indices.filter { index in
            bytes[index] == UInt8(ascii: "<") && index + 1 < bytes.count && !"/!?".utf8.contains(bytes[index + 1])
        }
        guard let start = tags.randomElement(using: &random), let end = elementEnd(bytes, start) else { return }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes.removeSubrange(start..<end)
        case 1:
            let element = Array(bytes[start..<end])
            bytes.insert(contentsOf: Array(repeating: element, count: Int.random(in: 1...20, using: &random)).joined(), at: end)
        case 2:
            let element = Array(bytes[start..<end])
            guard let place = tags.randomElement(using: &random), !(start..<end).contains(place) else { return }
            bytes.insert(contentsOf: element, at: place)
        case 3, 4: changeAttribute(&bytes, start)
        default:
            guard let open = bytes[start..<end].firstIndex(of: UInt8(ascii: ">")),
                let close = bytes[open..<end].firstIndex(of: UInt8(ascii: "<"))
            else { return }
            bytes.replaceSubrange((open + 1)..<close, with: texts.randomElement(using: &random) ?? [])
        }
    }

    /// Behind the element's end tag; `nil` where there is none.
    private func elementEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "<"), let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
                index += 1
                continue
            }
            if bytes[index + 1] == UInt8(ascii: "/") { depth -= 1 } else if bytes[end - 1] != UInt8(ascii: "/") { depth += 1 }
            index = end + 1
            if depth == 0 { return index }
        }
        return nil
    }

    private mutating func changeAttribute(_ bytes: inout [UInt8], _ start: Int) {
        guard let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) else { return }
        let quotes = (start..<end).filter { bytes[$0] == UInt8(ascii: "\"") }
        guard quotes.count >= 2 else { return }
        let pair = Int.random(in: 0..<(quotes.count / 2), using: &random) * 2
        let values = [
            "", "-1", "0", "1", "2", "9", "99999999999", "9223372036854775807", "-9223372036854775808", "A0", "XFD1048576", "s",
            "restart", "hidden", "/x", "../../x", "begin",
        ]
        bytes.replaceSubrange(
            (quotes[pair] + 1)..<quotes[pair + 1], with: Array((values.randomElement(using: &random) ?? "").utf8))
    }

    /// One value of a line replaced, or a line lost.
    private mutating func mutateJSON(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        let place = Int.random(in: 0..<lines.count, using: &random)
        guard let colon = lines[place].firstIndex(of: UInt8(ascii: ":")) else { return }
        let isLast = lines[place].last != UInt8(ascii: ",")
        let opens = lines[place].last == UInt8(ascii: "[") || lines[place].last == UInt8(ascii: "{")
        guard !opens else { return }
        if !isLast, Int.random(in: 0..<4, using: &random) == 0 {
            lines.remove(at: place)
        } else {
            let values = [
                "null", "0", "-1", "1e300", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "\"\"",
                "\"x\"", "true", "[]", "{}", "[null]",
                "\"0 - - 1 2 3 4\"", "12.34567",
            ]
            lines[place] =
                lines[place][...colon] + Array((values.randomElement(using: &random) ?? "0").utf8)
                + (isLast ? [] : [UInt8(ascii: ",")])
        }
        bytes = Array(lines.joined(separator: [10]))
    }
}
