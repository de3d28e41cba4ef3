internal import CZip
internal import Glibc

/// Writes an archive again with some entries replaced or added, in memory; the others are copied as they are packed.
enum ZipRewriting {
    /// - Parameters:
    ///   - parts: with the place of the entry that each stands in for; `nil` for a new one.
    ///   - undating: all entries get the same time, not only those that are written.
    /// - Throws: ``ReadingError`` when the library refuses.
    static func bytes(
        of archive: [UInt8], replacing parts: [(index: UInt64?, name: String, bytes: [UInt8])], undating: Bool = false
    ) throws(ReadingError) -> [UInt8] {
        guard let copy = block(archive) else { throw .damaged("内存不足") }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(archive.count), 1, nil) else {
            free(copy)
            throw .damaged("压缩包打不开")
        }
        guard let open = zip_open_from_source(source, 0, nil) else {
            zip_source_free(source)
            throw .damaged("压缩包不完整")
        }
        // The archive frees its source when it closes; what was written is read from it behind that.
        zip_source_keep(source)
        defer { zip_source_free(source) }
        for part in parts where !put(part.bytes, at: part.index, part.name, in: open) {
            zip_discard(open)
            throw .damaged("压缩包写不进\(part.name)")
        }
        for index in 0..<UInt64(undating ? max(zip_get_num_entries(open, 0), 0) : 0) { undate(index, in: open) }
        guard zip_close(open) == 0 else {
            zip_discard(open)
            throw .damaged("压缩包不能改写")
        }
        guard let written = contents(of: source) else { throw .damaged("压缩包不能改写") }
        return written
    }

    private static func block(_ bytes: [UInt8]) -> UnsafeMutableRawPointer? {
        guard let copy = malloc(max(bytes.count, 1)) else { return nil }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(copy, base, source.count) }
        }
        return copy
    }

    private static func put(_ bytes: [UInt8], at index: UInt64?, _ name: String, in archive: OpaquePointer) -> Bool {
        guard let copy = block(bytes) else { return false }
        guard let source = zip_source_buffer(archive, copy, zip_uint64_t(bytes.count), 1) else {
            free(copy)
            return false
        }
        var place = index
        if let index {
            guard zip_file_replace(archive, index, source, 0) == 0 else {
                zip_source_free(source)
                return false
            }
        } else {
            let added = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
            guard added >= 0 else {
                zip_source_free(source)
                return false
            }
            place = UInt64(added)
        }
        guard let place else { return false }
        return zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 0) == 0 && undate(place, in: archive)
    }

    /// Sets the first day that the format knows, so that the same input gives the same bytes.
    @discardableResult
    private static func undate(_ index: UInt64, in archive: OpaquePointer) -> Bool {
        zip_file_set_dostime(archive, index, 0, 0x21, 0) == 0
    }

    private static func contents(of source: OpaquePointer) -> [UInt8]? {
        var facts = zip_stat_t()
        guard zip_source_stat(source, &facts) == 0, zip_source_open(source) == 0 else { return nil }
        defer { zip_source_close(source) }
        let size = Int(clamping: facts.size)
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let got = zip_source_read(source, base + count, zip_uint64_t(size - count))
                guard got > 0 else {
                    isWhole = false
                    break
                }
                count += Int(got)
            }
        }
        return isWhole ? bytes : nil
    }
}
