/// The streams of a file of the old binary office formats ([MS-CFB]), found by their names.
///
/// Every place that the file names is checked, and no chain is longer than the file.
struct CompoundStreams {
    private let bytes: [UInt8]
    private let sectorSize: Int
    /// For each sector the one behind it.
    private var next: [Int] = []
    /// Short streams lie in pieces of 64 bytes in a stream of their own.
    private var shortNext: [Int] = []
    private var shortBytes: [UInt8] = []
    private var directory: [UInt8] = []

    /// `nil` for a file that is damaged.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512, bytes[30] == 9 || bytes[30] == 12 else { return nil }
        self.bytes = bytes
        sectorSize = 1 << Int(bytes[30])
        let most = bytes.count / sectorSize
        var tables = (0..<109).map { CompoundStreams.number(bytes[...], 76 + $0 * 4) }
        var further = CompoundStreams.number(bytes[...], 68)
        while let sector = sector(further), tables.count <= most {
            let numbers = stride(from: 0, to: sectorSize, by: 4).map { CompoundStreams.number(sector, $0) }
            tables += numbers.dropLast()
            further = numbers.last ?? -1
        }
        for table in tables.compactMap(sector) where next.count < most {
            next += stride(from: 0, to: sectorSize, by: 4).map { CompoundStreams.number(table, $0) }
        }
        directory = chain(from: CompoundStreams.number(bytes[...], 48))
        let short = chain(from: CompoundStreams.number(bytes[...], 60)).prefix(bytes.count / 16)
        shortNext = stride(from: 0, to: short.count, by: 4).map { CompoundStreams.number(short, $0) }
        guard directory.count >= 128 else { return nil }
        shortBytes = chain(from: CompoundStreams.number(directory[...], 116))
    }

    /// The bytes of a stream; `nil` where there is none of this name.
    func stream(_ name: String) -> [UInt8]? {
        let wanted = CompoundStreams.utf16(name) + [0, 0]
        guard
            let entry = stride(from: 0, to: directory.count - 127, by: 128).first(where: { directory[$0...].starts(with: wanted) }
            )
        else { return nil }
        let start = CompoundStreams.number(directory[...], entry + 116)
        let size = CompoundStreams.number(directory[...], entry + 120)
        let stream = size < 4_096 ? shortChain(from: start) : chain(from: start)
        return size >= 0 && size <= stream.count ? Array(stream.prefix(size)) : nil
    }

    /// A text as names and passwords stand in office files.
    static func utf16(_ text: String) -> [UInt8] {
        text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    }

    private func sector(_ number: Int) -> ArraySlice<UInt8>? {
        let start = (number + 1) * sectorSize
        return number >= 0 && start + sectorSize <= bytes.count ? bytes[start..<(start + sectorSize)] : nil
    }

    private func chain(from start: Int) -> [UInt8] {
        var result: [UInt8] = []
        var number = start
        while let sector = sector(number), result.count <= bytes.count {
            result += sector
            number = next.indices.contains(number) ? next[number] : -1
        }
        return result
    }

    private func shortChain(from start: Int) -> [UInt8] {
        var result: [UInt8] = []
        var number = start
        while shortNext.indices.contains(number), (number + 1) * 64 <= shortBytes.count, result.count <= 4_096 {
            result += shortBytes[(number * 64)..<((number + 1) * 64)]
            number = shortNext[number]
        }
        return result
    }

    /// A number of 32 bits with its sign: what stands for no sector is negative.
    private static func number(_ bytes: ArraySlice<UInt8>, _ offset: Int) -> Int {
        let start = bytes.startIndex + offset
        guard start + 4 <= bytes.endIndex else { return -1 }
        let word = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
        return Int(Int32(bitPattern: word))
    }
}
