internal import CDeflate

/// Packs and unpacks bytes after RFC 1950, as the filter `FlateDecode` reads them; for one file after the other.
final class Deflate {
    private let packer: OpaquePointer
    private let quickPacker: OpaquePointer
    private let unpacker: OpaquePointer
    /// What is packed takes up a third of what must be set aside for it.
    private var room: [UInt8] = []

    /// Beyond it, packing takes twice as long for a fiftieth less.
    private static let level: Int32 = 6
    /// For what packs badly at any level: three times as fast for a hundredth more.
    private static let quickLevel: Int32 = 1

    init() throws(PrintingError) {
        guard let packer = libdeflate_alloc_compressor(Deflate.level) else { throw .drawing("no memory to pack with") }
        guard let quickPacker = libdeflate_alloc_compressor(Deflate.quickLevel) else {
            libdeflate_free_compressor(packer)
            throw .drawing("no memory to pack with")
        }
        guard let unpacker = libdeflate_alloc_decompressor() else {
            libdeflate_free_compressor(packer)
            libdeflate_free_compressor(quickPacker)
            throw .drawing("no memory to unpack with")
        }
        (self.packer, self.quickPacker, self.unpacker) = (packer, quickPacker, unpacker)
    }

    deinit {
        libdeflate_free_compressor(packer)
        libdeflate_free_compressor(quickPacker)
        libdeflate_free_decompressor(unpacker)
    }

    /// - Parameter quickly: for outlines of letters, which hardly get smaller.
    func packed(_ bytes: [UInt8], quickly: Bool = false) throws(PrintingError) -> [UInt8] {
        let packer = quickly ? quickPacker : packer
        let wanted = libdeflate_zlib_compress_bound(packer, bytes.count)
        if room.count < wanted { room = [UInt8](repeating: 0, count: wanted) }
        let count = libdeflate_zlib_compress(packer, bytes, bytes.count, &room, room.count)
        guard count > 0 else { throw .unknownShape("数据（压缩）") }
        return Array(room[..<count])
    }

    func unpacked(_ bytes: ArraySlice<UInt8>) throws(PrintingError) -> [UInt8] {
        var room = bytes.count * 6 + 1_024
        // No data of RFC 1951 grow more than 1032-fold.
        while room < bytes.count * 6_000 + 2_048 {
            var result = LIBDEFLATE_BAD_DATA
            let unpacked = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                bytes.withUnsafeBytes {
                    result = libdeflate_zlib_decompress(unpacker, $0.baseAddress, $0.count, buffer.baseAddress, room, &count)
                }
                if result != LIBDEFLATE_SUCCESS { count = 0 }
            }
            if result == LIBDEFLATE_SUCCESS { return unpacked }
            guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { break }
            room *= 6
        }
        throw .unknownShape("数据")
    }
}
