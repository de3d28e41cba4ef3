internal import Glibc

/// Leaves cells and rows that hold nothing out of a sheet's XML while it is inflated, so that one that is formatted down to
/// its last row costs no more than what is written on it.
///
/// Only those go that say where they stand: without them the rest is where it was.
struct BlankCells {
    private(set) var written: [UInt8] = []
    /// What could not be told yet: the beginning of a tag.
    private var rest: [UInt8] = []
    /// The start of a row in which no cell was written yet.
    private var row: [UInt8]?
    /// A cell from its start on, that shows nothing so far.
    private var cell: [UInt8]?
    /// The cell has a formula, and the next text belongs to it.
    private var (hasFormula, isInFormula) = (false, false)

    /// No tag has more bytes, and no blank cell.
    private static let longest = 65_536

    /// Takes the next bytes of the sheet.
    mutating func take(_ bytes: UnsafeBufferPointer<UInt8>) {
        if rest.isEmpty { return filter(bytes) }
        let joined = rest + bytes
        rest = []
        joined.withUnsafeBufferPointer { filter($0) }
    }

    /// Writes what was not told yet, as at the end of the sheet.
    mutating func finish() {
        rest.withUnsafeBufferPointer { write($0) }
        rest = []
    }

    private mutating func filter(_ bytes: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while let open = BlankCells.place(of: "<", in: bytes, from: index) {
            if open > index { text(UnsafeBufferPointer(rebasing: bytes[index..<open])) }
            guard let close = BlankCells.place(of: ">", in: bytes, from: open) else {
                rest += bytes[open...]
                if rest.count > BlankCells.longest { finish() }
                return
            }
            tag(UnsafeBufferPointer(rebasing: bytes[open...close]))
            index = close + 1
        }
        if index < bytes.count { text(UnsafeBufferPointer(rebasing: bytes[index...])) }
    }

    private static func place(of sign: Unicode.Scalar, in bytes: UnsafeBufferPointer<UInt8>, from index: Int) -> Int? {
        guard index < bytes.count, let start = bytes.baseAddress,
            let found = memchr(start + index, Int32(sign.value), bytes.count - index)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    private mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInFormula { return hold(bytes) }
        if row != nil || cell != nil, bytes.allSatisfy({ $0 <= 0x20 }) { return }
        write(bytes)
    }

    private mutating func tag(_ tag: UnsafeBufferPointer<UInt8>) {
        let isEnd = tag[1] == UInt8(ascii: "/")
        let isWhole = tag[tag.count - 2] == UInt8(ascii: "/")
        switch BlankCells.name(of: tag, from: isEnd ? 2 : 1) {
        case .cell where isEnd: endCell(tag)
        case .row where isEnd:
            if row == nil { write(tag) }
            row = nil
        case .cell where BlankCells.has("r=", in: tag):
            if !isWhole { (cell, hasFormula) = (Array(tag), false) }
        case .row where BlankCells.has("r=", in: tag):
            if !isWhole { row = Array(tag) }
        case .value where cell != nil: hold(tag)
        case .formula where cell != nil:
            (hasFormula, isInFormula) = (true, !isEnd && !isWhole)
            hold(tag)
        default: write(tag)
        }
    }

    /// A formula that comes to no text at all shows nothing; one that comes to nothing was never reckoned, which has to be said.
    private mutating func endCell(_ tag: UnsafeBufferPointer<UInt8>) {
        let isBlank = cell.map { cell in !hasFormula || cell.withUnsafeBufferPointer { BlankCells.has("t=\"str\"", in: $0) } }
        if isBlank != true { write(tag) }
        cell = nil
    }

    private mutating func hold(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let held = cell?.count, held < BlankCells.longest { cell? += bytes } else { write(bytes) }
    }

    /// Writes what is no blank, and before it the row and the cell that it stands in.
    private mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) {
        if let row { written += row }
        if let cell { written += cell }
        (row, cell, isInFormula) = (nil, nil, false)
        written += bytes
    }

    private enum Name {
        case cell, row, value, formula, other
    }

    /// The name of an element, whatever its prefix.
    private static func name(of tag: UnsafeBufferPointer<UInt8>, from start: Int) -> Name {
        var (first, index) = (start, start)
        while tag[index] > 0x20, tag[index] != UInt8(ascii: ">"), tag[index] != UInt8(ascii: "/") || index == start {
            index += 1
            if tag[index - 1] == UInt8(ascii: ":") { first = index }
        }
        return switch (index - first, tag[first]) {
        case (1, UInt8(ascii: "c")): .cell
        case (1, UInt8(ascii: "v")): .value
        case (1, UInt8(ascii: "f")): .formula
        case (3, UInt8(ascii: "r")) where tag[first + 1] == UInt8(ascii: "o") && tag[first + 2] == UInt8(ascii: "w"): .row
        default: .other
        }
    }

    /// Whether a tag has an attribute that begins so.
    private static func has(_ word: StaticString, in tag: UnsafeBufferPointer<UInt8>) -> Bool {
        let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return tag.indices.dropFirst(2).dropLast(word.count).contains { place in
            tag[place - 1] <= 0x20 && tag[place] == word[0] && tag[place...].starts(with: word)
        }
    }
}
