internal import CZip
internal import Glibc
internal import Text

/// The parts of a zip file in memory, such as a .docx.
///
/// Nothing is ever written to a disk, and what inflates is counted as it comes, whatever the file says of its sizes.
final class ZipArchive {
    private let archive: OpaquePointer
    private var indices: [String: zip_uint64_t] = [:]
    private var inflated = 0
    private var sheets = 0
    /// In the order of the file.
    let names: [String]

    /// How far a hostile file may go; a town's book has some dozens of parts and a few megabytes.
    struct Limits {
        var entries = 1_000
        /// Bytes of one part.
        var part = 32 * 1_048_576
        /// Bytes of all parts that are read.
        var file = 64 * 1_048_576
        /// Bytes of sheets before what is blank is left out of them: a million rows with ten formatted cells each.
        var sheets = 320 * 1_048_576
    }

    private let limits: Limits

    /// - Throws: ``ReadingError`` for a file that is damaged, has too many entries, or entries that lead out of it.
    init(_ bytes: [UInt8], limits: Limits = Limits()) throws(ReadingError) {
        // libzip owns and frees the copy, also when opening fails.
        guard let copy = malloc(max(bytes.count, 1)) else { throw .damaged("内存不足") }
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress { memcpy(copy, base, source.count) }
        }
        guard let source = zip_source_buffer_create(copy, zip_uint64_t(bytes.count), 1, nil) else {
            free(copy)
            throw .damaged("压缩包打不开")
        }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            throw .damaged("压缩包不完整")
        }
        let count = zip_get_num_entries(archive, 0)
        var names: [String] = []
        var indices: [String: zip_uint64_t] = [:]
        var trouble: ReadingError?
        if count > limits.entries { trouble = .hostile("压缩包里有\(count)个文件，超过\(limits.entries)个") }
        for index in 0..<zip_uint64_t(trouble == nil ? max(count, 0) : 0) {
            guard let raw = zip_get_name(archive, index, 0) else { continue }
            // Some programs of Windows write its own separator, against the format.
            let name = String(cString: raw).replacing("\\", with: "/")
            if name.split(separator: "/").contains("..") || name.hasPrefix("/") || name.dropFirst().hasPrefix(":") {
                trouble = .hostile("压缩包里有指向外部的文件名\(name.prefix(60).quoted)")
            }
            names.append(name)
            if indices[name.lowercased()] == nil { indices[name.lowercased()] = index }
        }
        if let trouble {
            zip_discard(archive)
            throw trouble
        }
        self.archive = archive
        self.limits = limits
        self.names = names
        self.indices = indices
    }

    deinit {
        zip_discard(archive)
    }

    func holds(_ name: String) -> Bool {
        indices[name.lowercased()] != nil
    }

    /// The place of an entry in the archive.
    func index(of name: String) -> UInt64? { indices[name.lowercased()] }

    /// The inflated bytes of a part; `nil` when there is none of this name.
    ///
    /// - Throws: ``ReadingError`` when the part is damaged, locked with a password, or inflates beyond the limits.
    func part(_ name: String) throws(ReadingError) -> [UInt8]? {
        let limit = min(limits.part, limits.file - inflated)
        var bytes: [UInt8] = []
        let isThere = try inflate(name) { (chunk, size) throws(ReadingError) in
            if bytes.isEmpty { bytes.reserveCapacity(min(size, limit)) }
            bytes += chunk
            guard bytes.count <= limit else { throw .inflated(name, beyond: limit) }
        }
        inflated += bytes.count
        return isThere ? bytes : nil
    }

    /// The inflated bytes of a sheet; a long one without its blank cells.
    ///
    /// - Throws: what ``part(_:)`` throws.
    func sheet(_ name: String) throws(ReadingError) -> [UInt8]? {
        guard let index = indices[name.lowercased()], let size = facts(index)?.size, size > ZipArchive.longSheet else {
            return try part(name)
        }
        let limit = min(limits.part, limits.file - inflated)
        var cells = BlankCells()
        _ = try inflate(name) { (chunk, _) throws(ReadingError) in
            sheets += chunk.count
            cells.take(chunk)
            guard cells.written.count <= limit else { throw .inflated(name, beyond: limit) }
            guard sheets <= limits.sheets else { throw .inflated(name, beyond: limits.sheets) }
        }
        cells.finish()
        inflated += cells.written.count
        return cells.written
    }

    /// In bytes; a town's has fewer.
    private static let longSheet = 4 * 1_048_576

    private func facts(_ index: zip_uint64_t) -> zip_stat_t? {
        var facts = zip_stat_t()
        return zip_stat_index(archive, index, 0, &facts) == 0 ? facts : nil
    }

    /// Inflates a part piece by piece; false when there is none of this name.
    ///
    /// - Parameter take: is given each piece, and how long the file says that the part is.
    private func inflate(
        _ name: String, _ take: (UnsafeBufferPointer<UInt8>, Int) throws(ReadingError) -> Void
    ) throws(ReadingError) -> Bool {
        guard let index = indices[name.lowercased()] else { return false }
        let facts = facts(index)
        if let facts, facts.encryption_method != ZIP_EM_NONE { throw .passwordProtected }
        let size = Int(clamping: facts?.size ?? 0)
        guard let file = zip_fopen_index(archive, index, 0) else { throw .damaged("\(name.quoted)打不开") }
        defer { zip_fclose(file) }
        let chunk = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 65_536)
        defer { chunk.deallocate() }
        var total = 0
        while true {
            let count = Int(zip_fread(file, chunk.baseAddress, zip_uint64_t(chunk.count)))
            if count == 0 { return true }
            guard count > 0 else {
                // Parts that only tell where others are hold no figures; some programs leave their checksums wrong.
                if name.hasSuffix(".rels") || name == "[Content_Types].xml", total == size { return true }
                throw .damaged("\(name.quoted)解压出错")
            }
            total += count
            try take(UnsafeBufferPointer(rebasing: chunk[..<count]), size)
        }
    }
}

extension ReadingError {
    fileprivate static func inflated(_ name: String, beyond limit: Int) -> ReadingError {
        .hostile("\(name.quoted)解压后超过\(limit / 1_048_576) MB")
    }
}
