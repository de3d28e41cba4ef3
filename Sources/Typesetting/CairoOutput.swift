internal import CPango
internal import Text

/// Cairo's output, kept in memory; it must live until Cairo has written its last byte.
final class ByteSink {
    private(set) var bytes: [UInt8] = []
    /// What is no longer among the bytes.
    private(set) var taken = TakenContents()
    /// Where the page begins that is being written.
    private var page = 0

    /// For Cairo, together with ``closure``.
    static let write: cairo_write_func_t = { closure, data, count in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
        sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(count)))
        return CAIRO_STATUS_SUCCESS
    }

    var closure: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// Takes the content of the page that has just been written out of the file.
    ///
    /// - Returns: `nil` where it is not written as expected; then it stays.
    func takeContent() -> (object: Int, data: [UInt8])? {
        let found = ByteSink.content(in: bytes, from: page)
        let data = found.map { Array(bytes[$0.data]) }
        if let found {
            bytes.removeSubrange(found.data)
            taken.add(found.object, at: found.data.lowerBound, count: found.data.count)
        }
        page = bytes.count
        return found.flatMap { found in data.map { (found.object, $0) } }
    }

    /// Cairo begins a page with its content, and writes behind it how long it is.
    private static func content(in bytes: [UInt8], from start: Int) -> (object: Int, data: Range<Int>)? {
        var scanner = ByteScanner(bytes, at: start)
        if start == 0, !(scanner.find("\n", before: bytes.count) && scanner.find("\n", before: bytes.count)) { return nil }
        guard let object = scanner.number(), scanner.take("0"), scanner.take("obj"), scanner.take("<<"),
            scanner.take("/Length"), let length = scanner.reference(), scanner.find("stream\n", before: bytes.count)
        else { return nil }
        let data = scanner.position
        while scanner.find("\nendstream\nendobj\n", before: bytes.count) {
            let end = scanner.position - 18
            var behind = scanner
            if behind.number() == length, behind.take("0"), behind.take("obj"), behind.number() == end - data {
                return (object, data..<end)
            }
        }
        return nil
    }
}

/// The contents of pages that have been taken out of Cairo's file while it grew.
struct TakenContents: Sendable {
    /// The numbers of their objects.
    private(set) var objects: Set<Int> = []
    /// In the order of the file: where each was among the bytes that stay, and how many bytes are missing behind it.
    private var parts: [(place: Int, missing: Int)] = []

    mutating func add(_ object: Int, at place: Int, count: Int) {
        objects.insert(object)
        parts.append((place, (parts.last?.missing ?? 0) + count))
    }

    /// Where something is that stands so far from the beginning of Cairo's file.
    func place(ofOffset offset: Int) -> Int {
        let index = parts.partitioningIndex { $0.place + $0.missing > offset }
        return index == 0 ? offset : offset - parts[index - 1].missing
    }
}

/// What Cairo needs to draw on a surface.
enum CairoDrawing {
    /// - Parameter surface: is destroyed when nothing can be drawn on it.
    static func context(on surface: OpaquePointer) throws(PrintingError) -> OpaquePointer {
        guard let cairo = cairo_create(surface) else {
            cairo_surface_destroy(surface)
            throw .drawing("no drawing context")
        }
        do throws(PrintingError) {
            try PrintingError.check(cairo_status(cairo))
        } catch {
            cairo_destroy(cairo)
            cairo_surface_destroy(surface)
            throw error
        }
        return cairo
    }
}
