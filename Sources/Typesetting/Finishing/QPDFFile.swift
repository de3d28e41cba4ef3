internal import CQPDF

/// A PDF in the hands of libqpdf, which reads it from memory and writes it anew.
struct QPDFFile: ~Copyable {
    private let data: qpdf_data?
    /// libqpdf reads from here until it is done.
    private let source: UnsafeMutableBufferPointer<CChar>

    init(_ bytes: [UInt8]) throws(PrintingError) {
        self.init(copying: bytes)
        try check(qpdf_read_memory(data, "goalbook", source.baseAddress, UInt64(source.count), nil))
    }

    private init(copying bytes: [UInt8]) {
        source = UnsafeMutableBufferPointer<CChar>.allocate(capacity: bytes.count)
        _ = source.initialize(from: bytes.lazy.map(CChar.init(bitPattern:)))
        data = qpdf_init()
        qpdf_silence_errors(data)
        qpdf_set_suppress_warnings(data, 1)
        // A file that must be mended first is one that we got wrong.
        qpdf_set_attempt_recovery(data, 0)
    }

    deinit {
        var data = data
        if data != nil { qpdf_cleanup(&data) }
        source.deallocate()
    }

    private func check(_ code: QPDF_ERROR_CODE) throws(PrintingError) {
        guard goalbook_qpdf_failed(code) != 0 || qpdf_has_error(data) != 0 || qpdf_more_warnings(data) != 0 else { return }
        let error = qpdf_has_error(data) != 0 ? qpdf_get_error(data) : qpdf_next_warning(data)
        guard let words = qpdf_get_error_full_text(data, error) else { throw .finishing("") }
        throw .finishing(String(cString: words))
    }

    /// Changes the content of a page.
    ///
    /// - Parameters:
    ///   - page: its object number.
    ///   - change: gets the content decoded.
    func rewriteContent(ofPage page: Int, _ change: ([UInt8]) throws(PrintingError) -> [UInt8]) throws(PrintingError) {
        let stream = qpdf_oh_get_key(data, qpdf_get_object_by_id(data, Int32(clamping: page), 0), "/Contents")
        var buffer: UnsafeMutablePointer<UInt8>?
        var count = 0
        try check(qpdf_oh_get_stream_data(data, stream, qpdf_dl_generalized, nil, &buffer, &count))
        let content = Array(UnsafeBufferPointer(start: buffer, count: buffer == nil ? 0 : count))
        goalbook_qpdf_free(buffer)
        let changed = try change(content)
        let none = qpdf_oh_new_null(data)
        qpdf_oh_replace_stream_data(data, stream, changed, changed.count, none, none)
        try check(QPDF_SUCCESS)
    }

    /// Sets an entry of an object.
    ///
    /// - Parameter value: in PDF's own words, without references.
    func set(_ key: String, of object: Int, to value: String) throws(PrintingError) {
        let handle = qpdf_get_object_by_id(data, Int32(clamping: object), 0)
        qpdf_oh_replace_key(data, handle, key, qpdf_oh_parse(data, value))
        try check(QPDF_SUCCESS)
    }

    /// Sets an entry of an object to another object.
    func set(_ key: String, of object: Int, toObject other: Int) throws(PrintingError) {
        let handle = qpdf_get_object_by_id(data, Int32(clamping: object), 0)
        qpdf_oh_replace_key(data, handle, key, qpdf_get_object_by_id(data, Int32(clamping: other), 0))
        try check(QPDF_SUCCESS)
    }

    /// The file as version 1.7, packed, with an identifier that depends on nothing but the content.
    ///
    /// - Parameter packed: `false` leaves every object readable.
    consuming func written(packed: Bool = true) throws(PrintingError) -> [UInt8] {
        try check(qpdf_init_write_memory(data))
        qpdf_set_object_stream_mode(data, packed ? qpdf_o_generate : qpdf_o_disable)
        qpdf_set_compress_streams(data, 1)
        qpdf_set_deterministic_ID(data, 1)
        // ISO 19005-2, 6.1.7.1 wants an end-of-line before the word.
        qpdf_set_newline_before_endstream(data, 1)
        qpdf_force_pdf_version(data, "1.7")
        try check(qpdf_write(data))
        guard let buffer = qpdf_get_buffer(data) else { throw .finishing("no buffer") }
        return Array(UnsafeBufferPointer(start: buffer, count: qpdf_get_buffer_length(data)))
    }
}
