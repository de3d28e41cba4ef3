internal import CZlib

/// Bytes packed after RFC 1950, as the filter `FlateDecode` reads them.
enum Deflate {
    static func packed(_ bytes: [UInt8]) throws(PrintingError) -> [UInt8] {
        var status = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: Int(compressBound(uLong(bytes.count)))) { buffer, count in
            var length = uLong(buffer.count)
            status = compress2(buffer.baseAddress, &length, bytes, uLong(bytes.count), level)
            count = status == Z_OK ? Int(length) : 0
        }
        guard status == Z_OK else { throw .unknownShape("数据（压缩 \(status)）") }
        return packed
    }

    static func unpacked(_ bytes: ArraySlice<UInt8>) throws(PrintingError) -> [UInt8] {
        var room = bytes.count * 6 + 1_024
        // No data of RFC 1951 grow more than 1032-fold.
        while room < bytes.count * 6_000 + 2_048 {
            var status = Z_OK
            let unpacked = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
                var length = uLong(buffer.count)
                status = bytes.withUnsafeBufferPointer {
                    uncompress(buffer.baseAddress, &length, $0.baseAddress, uLong($0.count))
                }
                count = status == Z_OK ? Int(length) : 0
            }
            if status == Z_OK { return unpacked }
            guard status == Z_BUF_ERROR else { break }
            room *= 6
        }
        throw .unknownShape("数据")
    }

    /// Beyond it, packing takes twice as long for a fiftieth less.
    private static let level: Int32 = 6
}
