internal import CCrypto
internal import CGLib
internal import Synchronization

/// SHA-256 of bytes as lower-case hexadecimal digits; empty where there is no memory for it.
public func sha256(_ bytes: some Sequence<UInt8>) -> String {
    // Font files are mapped into memory and not copied.
    bytes.withContiguousStorageIfAvailable(checksum) ?? Array(bytes).withUnsafeBufferPointer(checksum)
}

/// From so many bytes on it pays to load OpenSSL, which uses the processor's own instructions.
private let many = 1 << 17
/// How many bytes the process has gone over.
private let sum = Atomic(0)

private func checksum(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if sum.wrappingAdd(bytes.count, ordering: .relaxed).newValue >= many {
        var hash: [UInt8] = Array(repeating: 0, count: 32)
        if EVP_Digest(bytes.baseAddress, bytes.count, &hash, nil, EVP_sha256(), nil) == 1 {
            return String(unsafeUninitializedCapacity: 2 * hash.count) { digits in
                for (place, byte) in hash.enumerated() {
                    digits[2 * place] = (byte >> 4).hexadecimalDigit
                    digits[2 * place + 1] = (byte & 15).hexadecimalDigit
                }
                return 2 * hash.count
            }
        }
    }
    guard let text = g_compute_checksum_for_data(G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count)) else { return "" }
    defer { g_free(text) }
    return String(cString: text)
}

/// The bytes of a checksum that is written in hexadecimal digits; what is no digit ends them.
public func bytes(ofHexadecimal digits: String) -> [UInt8] {
    let values = digits.compactMap(\.hexDigitValue)
    return stride(from: 1, to: values.count, by: 2).map { UInt8(values[$0 - 1] << 4 | values[$0]) }
}
