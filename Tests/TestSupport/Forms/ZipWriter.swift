internal import CZlib

/// Writes zip files for tests, also such as no honest program writes.
public struct ZipWriter {
    private var body: [UInt8] = []
    private var directory: [UInt8] = []
    private var count: UInt16 = 0

    public init() {}

    /// A zip file of these parts.
    public static func file(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var writer = ZipWriter()
        for part in parts { writer.add(part.name, Array(part.text.utf8)) }
        return writer.finish()
    }

    /// - Parameters:
    ///   - flags: bit 0 says that the entry is locked with a password.
    ///   - statedSize: what the file says of the entry's size, where that is a lie.
    public mutating func add(
        _ name: String, _ bytes: [UInt8], compressing: Bool = true, flags: UInt16 = 0x0800, statedSize: Int? = nil
    ) {
        let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, uInt($0.count)) }
        let packed = compressing ? ZipWriter.deflated(bytes) : bytes
        let place = UInt32(body.count)
        var head = ZipWriter.little(UInt16(20)) + ZipWriter.little(flags)
        head += ZipWriter.little(UInt16(compressing ? 8 : 0)) + ZipWriter.little(UInt32(0x0021_0000))
        head += ZipWriter.little(UInt32(sum)) + ZipWriter.little(UInt32(packed.count))
        head += ZipWriter.little(UInt32(statedSize ?? bytes.count)) + ZipWriter.little(UInt16(name.utf8.count))
        head += ZipWriter.little(UInt16(0))
        body += [0x50, 0x4B, 0x03, 0x04] + head + Array(name.utf8) + packed
        directory += [0x50, 0x4B, 0x01, 0x02] + ZipWriter.little(UInt16(20)) + head
        directory += ZipWriter.little(UInt16(0)) + ZipWriter.little(UInt16(0)) + ZipWriter.little(UInt16(0))
        directory += ZipWriter.little(UInt32(0)) + ZipWriter.little(place) + Array(name.utf8)
        count += 1
    }

    public func finish() -> [UInt8] {
        var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06] + ZipWriter.little(UInt32(0))
        end += ZipWriter.little(count) + ZipWriter.little(count)
        end += ZipWriter.little(UInt32(directory.count)) + ZipWriter.little(UInt32(body.count)) + ZipWriter.little(UInt16(0))
        return body + directory + end
    }

    private static func deflated(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        var result = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 1_024)
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 6, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else { return [] }
        defer { deflateEnd(&stream) }
        var input = bytes
        let written = input.withUnsafeMutableBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                _ = deflate(&stream, Z_FINISH)
                return Int(stream.total_out)
            }
        }
        return Array(result.prefix(written))
    }

    private static func little(_ number: some FixedWidthInteger & UnsignedInteger) -> [UInt8] {
        (0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
