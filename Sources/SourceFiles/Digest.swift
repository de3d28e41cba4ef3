internal import CGLib

/// SHA-256 of bytes as lower-case hexadecimal digits.
public func sha256(_ bytes: some Sequence<UInt8>) -> String {
    let array = Array(bytes)
    return array.withUnsafeBufferPointer { buffer in
        guard let text = g_compute_checksum_for_data(G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count)) else {
            return ""
        }
        defer { g_free(text) }
        return String(cString: text)
    }
}
