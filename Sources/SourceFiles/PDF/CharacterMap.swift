internal import Text

/// What the codes of a font mean: a font's own `ToUnicode` map (ISO 32000-1, 9.10.3), and how long its codes are.
struct CharacterMap {
    private var single: [Int: String] = [:]
    private var ranges: [Span] = []
    /// By the number of bytes in a code, the codes that are so long.
    private(set) var lengths: [(bytes: Int, codes: ClosedRange<Int>)] = []

    private struct Span {
        var codes: ClosedRange<Int>
        /// What the first code means: all but its last character, and that.
        var begin: String
        var last: UInt32
    }

    /// - Throws: ``ReadingError`` when the map is too long.
    init(_ bytes: [UInt8], _ budget: ReadingBudget) throws(ReadingError) {
        var scanner = PDFScanner(bytes, hasReferences: false, budget)
        var operands: [PDFValue] = []
        while let value = try scanner.next() {
            guard case .word(let word) = value else {
                operands.append(value)
                continue
            }
            switch word {
            case "endcodespacerange":
                for index in stride(from: 0, to: operands.count - 1, by: 2) {
                    guard let low = operands[index].bytes, let high = operands[index + 1].bytes, (1...4).contains(low.count),
                        low.count == high.count, low.code <= high.code, lengths.count < 100
                    else { continue }
                    lengths.append((low.count, low.code...high.code))
                }
            case "endbfchar":
                for index in stride(from: 0, to: operands.count - 1, by: 2) {
                    guard let code = operands[index].bytes, let text = operands[index + 1].bytes else { continue }
                    single[code.code] = PDFValue.utf16(text)
                }
            case "endbfrange":
                for index in stride(from: 0, to: operands.count - 2, by: 3) { add(Array(operands[index...(index + 2)])) }
            default: break
            }
            operands = []
        }
        // Of ranges over one code the later counts; they rarely meet.
        ranges.sort { $0.codes.lowerBound < $1.codes.lowerBound }
    }

    private mutating func add(_ range: [PDFValue]) {
        guard let low = range[0].bytes?.code, let high = range[1].bytes?.code, low <= high else { return }
        if let texts = range[2].elements {
            for (code, text) in zip(low...high, texts) { single[code] = text.bytes.map { PDFValue.utf16($0) } }
        } else if let text = range[2].bytes {
            var scalars = PDFValue.utf16(text).unicodeScalars
            guard let last = scalars.popLast() else { return }
            ranges.append(Span(codes: low...high, begin: String(scalars), last: last.value))
        }
    }

    /// Adds the text of a code; false for one that the map leaves out.
    func append(_ code: Int, to text: inout String.UnicodeScalarView) -> Bool {
        if let own = single[code] {
            text.append(contentsOf: own.unicodeScalars)
            return !own.isEmpty
        }
        let behind = ranges.partitioningIndex { $0.codes.lowerBound > code }
        guard behind > 0, ranges[behind - 1].codes.contains(code) else { return false }
        let range = ranges[behind - 1]
        let value = UInt32(clamping: Int(range.last) + code - range.codes.lowerBound)
        guard let last = Unicode.Scalar(value) else { return false }
        text.append(contentsOf: range.begin.unicodeScalars)
        text.append(last)
        return true
    }
}

extension [UInt8] {
    /// The bytes as one number, the first the highest.
    var code: Int {
        prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }
}
