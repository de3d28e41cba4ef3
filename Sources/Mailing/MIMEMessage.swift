internal import CGMime

/// The MIME library, begun once.
private enum MIMELibrary {
    static let begun: Void = g_mime_init()
}

/// A part of a message, or a multipart with its parts.
final class MIMEEntity {
    fileprivate let object: UnsafeMutablePointer<GMimeObject>

    /// A leaf, in base64.
    init(type: String, _ subtype: String, content: [UInt8], charset: String? = nil) throws(MailError) {
        MIMELibrary.begun
        let stream = content.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { g_mime_stream_mem_new_with_buffer($0.baseAddress, $0.count) }
        }
        guard let stream else { throw .unwritten }
        defer { g_object_unref(stream) }
        guard let wrapper = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT) else { throw .unwritten }
        defer { g_object_unref(wrapper) }
        guard let part = g_mime_part_new_with_type(type, subtype) else { throw .unwritten }
        g_mime_part_set_content(part, wrapper)
        g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
        object = UnsafeMutableRawPointer(part).assumingMemoryBound(to: GMimeObject.self)
        if let charset { g_mime_object_set_content_type_parameter(object, "charset", charset) }
    }

    /// - Parameter rootType: what the first part of multipart/related is.
    init(multipart subtype: String, boundary: String, parts: [MIMEEntity], rootType: String? = nil) throws(MailError) {
        MIMELibrary.begun
        guard let multipart = g_mime_multipart_new_with_subtype(subtype) else { throw .unwritten }
        g_mime_multipart_set_boundary(multipart, boundary)
        for part in parts { g_mime_multipart_add(multipart, part.object) }
        object = UnsafeMutableRawPointer(multipart).assumingMemoryBound(to: GMimeObject.self)
        if let rootType { g_mime_object_set_content_type_parameter(object, "type", rootType) }
    }

    deinit {
        g_object_unref(object)
    }

    /// - Parameter id: without brackets.
    func setContentID(_ id: String) {
        g_mime_object_set_content_id(object, id)
    }

    /// Gives the part its file name, as ``AttachmentName`` says; the library's own writing of parameters would break a long one
    /// into pieces.
    func setName(_ name: AttachmentName, disposition: String) {
        guard let list = g_mime_object_get_header_list(object), let type = g_mime_object_get_content_type(object),
            let kind = g_mime_content_type_get_mime_type(type)
        else { return }
        defer { g_free(kind) }
        g_mime_object_set_disposition(object, disposition)
        let values = [
            ("Content-Type", " \(String(cString: kind));\n \(name.typeName)\n"),
            ("Content-Disposition", " \(disposition);\n \(name.filename)\n"),
        ]
        for (field, value) in values {
            if let header = g_mime_header_list_get_header(list, field) { g_mime_header_set_raw_value(header, value) }
        }
    }
}

struct MIMEMessage: ~Copyable {
    private let message: UnsafeMutablePointer<GMimeMessage>

    init(_ body: MIMEEntity) throws(MailError) {
        guard let message = g_mime_message_new(1) else { throw .unwritten }
        g_mime_message_set_mime_part(message, body.object)
        self.message = message
    }

    deinit {
        g_object_unref(message)
    }

    /// - Parameter seconds: since 1970, shown in UTC.
    func setDate(_ seconds: Int) {
        guard let date = g_date_time_new_from_unix_utc(seconds) else { return }
        g_mime_message_set_date(message, date)
        g_date_time_unref(date)
    }

    /// - Parameter id: without brackets.
    func setMessageID(_ id: String) {
        g_mime_message_set_message_id(message, id)
    }

    func setHeader(_ name: String, _ value: HeaderValue) {
        object { object in
            g_mime_object_set_header(object, name, "", nil)
            guard let list = g_mime_object_get_header_list(object), let header = g_mime_header_list_get_header(list, name) else {
                return
            }
            g_mime_header_set_raw_value(header, value.folded)
        }
    }

    /// The whole, with CRLF line ends.
    func bytes() throws(MailError) -> [UInt8] {
        guard let options = g_mime_format_options_new(), let stream = g_mime_stream_mem_new() else { throw .unwritten }
        defer {
            g_mime_format_options_free(options)
            g_object_unref(stream)
        }
        g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS)
        let written = object { g_mime_object_write_to_stream($0, options, stream) }
        var length = 0
        guard written > 0, let data = cgmime_stream_bytes(stream, &length) else { throw .unwritten }
        return Array(UnsafeBufferPointer(start: data, count: length))
    }

    private func object<Result>(_ use: (UnsafeMutablePointer<GMimeObject>) -> Result) -> Result {
        use(UnsafeMutableRawPointer(message).assumingMemoryBound(to: GMimeObject.self))
    }
}
