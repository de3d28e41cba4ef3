internal import CCrypto
internal import Foundation

/// A workbook that Excel encrypts so that nobody changes it, with a password that everybody knows ([MS-OFFCRYPTO] 2.3.4): it
/// opens without one being asked for.
enum ReadOnlyWorkbook {
    private static let password = CompoundStreams.utf16("VelvetSweatshop")
    /// Excel hashes a hundred thousand times.
    private static let mostSpins = 200_000

    /// The package inside; `nil` where another password locks it, or it is encrypted in a way that is not known.
    static func package(of bytes: [UInt8]) -> [UInt8]? {
        guard let streams = CompoundStreams(bytes), let info = streams.stream("EncryptionInfo"),
            let package = streams.stream("EncryptedPackage"), info.count > 8, package.count > 8
        else { return nil }
        // Its length stands before it; behind it there may be anything.
        let size = package.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard size <= package.count else { return nil }
        let content = package.dropFirst(8).prefix(Int(size + 15) / 16 * 16)
        let opened = info[0] == 4 && info[2] == 4 ? agile(info, content) : info[2] == 2 ? standard(info, content) : nil
        // Nothing else is ever inside, least of all another one.
        guard var opened, opened.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
        opened.removeLast(max(0, opened.count - Int(size)))
        return opened
    }

    // MARK: As Excel 2010 and later encrypt

    private static func agile(_ info: [UInt8], _ content: ArraySlice<UInt8>) -> [UInt8]? {
        guard let root = try? Markup.xml(Array(info[8...]), named: "EncryptionInfo").root, let data = root.first("keyData"),
            let key = root.all("encryptedKey").first, let hash = digest(key["hashAlgorithm"]),
            let spins = key.integer("spinCount"),
            (0...mostSpins).contains(spins), let bits = key.integer("keyBits"), [128, 192, 256].contains(bits),
            let salt = key.bytes("saltValue"),
            let input = key.bytes("encryptedVerifierHashInput"), let value = key.bytes("encryptedVerifierHashValue"),
            let secret = key.bytes("encryptedKeyValue"), let dataHash = digest(data["hashAlgorithm"]),
            let dataSalt = data.bytes("saltValue")
        else { return nil }
        let passwordHash = spun(hash, salt, spins)
        func opened(_ block: [UInt8], _ bytes: [UInt8]) -> [UInt8]? {
            decrypted(bytes[...], padded(hashed(hash, passwordHash + block), to: bits / 8), padded(salt, to: 16))
        }
        guard let word = opened([0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79], input),
            let proof = opened([0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E], value),
            proof.starts(with: hashed(hash, Array(word.prefix(salt.count)))),
            let dataKey = opened([0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6], secret)
        else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(content.count)
        for (index, start) in stride(from: content.startIndex, to: content.endIndex, by: 4_096).enumerated() {
            let vector = padded(hashed(dataHash, dataSalt + littleEndian(index)), to: 16)
            let segment = content[start..<min(start + 4_096, content.endIndex)]
            guard let plain = decrypted(segment, Array(dataKey.prefix(bits / 8)), vector) else { return nil }
            result += plain
        }
        return result
    }

    // MARK: As Excel 2007 encrypts

    private static func standard(_ info: [UInt8], _ content: ArraySlice<UInt8>) -> [UInt8]? {
        func number(_ offset: Int) -> Int { info.dropFirst(offset).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) } }
        let verifier = 12 + number(8)
        guard info.count >= verifier + 72, number(verifier) == 16, let hash = digest("SHA1") else { return nil }
        let keySize = number(28) / 8
        let salt = Array(info[(verifier + 4)..<(verifier + 20)])
        let inner = hashed(hash, spun(hash, salt, 50_000) + littleEndian(0))
        let halves = [UInt8(0x36), 0x5C].map { pad in
            hashed(hash, inner.map { $0 ^ pad } + [UInt8](repeating: pad, count: 64 - inner.count))
        }
        let key = Array(halves.joined().prefix(keySize))
        guard let word = decrypted(info[(verifier + 20)..<(verifier + 36)], key),
            let proof = decrypted(info[(verifier + 40)..<(verifier + 72)], key), proof.starts(with: hashed(hash, word))
        else { return nil }
        return decrypted(content, key)
    }

    // MARK: Ciphers and hashes

    private static func digest(_ name: String?) -> OpaquePointer? {
        switch name {
        case "SHA1", "SHA-1": EVP_sha1()
        case "SHA256", "SHA-256": EVP_sha256()
        case "SHA384", "SHA-384": EVP_sha384()
        case "SHA512", "SHA-512": EVP_sha512()
        default: nil
        }
    }

    private static func hashed(_ digest: OpaquePointer, _ bytes: [UInt8]) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        guard EVP_Digest(bytes, bytes.count, &result, &count, digest, nil) == 1 else { return [] }
        return Array(result.prefix(Int(count)))
    }

    /// The hash of salt and password, hashed again and again with the number of the round before it.
    private static func spun(_ digest: OpaquePointer, _ salt: [UInt8], _ spins: Int) -> [UInt8] {
        var hash = hashed(digest, salt + password)
        guard let context = EVP_MD_CTX_new() else { return [] }
        defer { EVP_MD_CTX_free(context) }
        for round in 0..<spins {
            var number = UInt32(round).littleEndian
            guard EVP_DigestInit_ex(context, digest, nil) == 1, EVP_DigestUpdate(context, &number, 4) == 1,
                EVP_DigestUpdate(context, hash, hash.count) == 1, EVP_DigestFinal_ex(context, &hash, nil) == 1
            else { return [] }
        }
        return hash
    }

    /// AES in blocks that follow on each other, or, without a vector, each alone; `nil` where key or length do not fit.
    private static func decrypted(_ bytes: ArraySlice<UInt8>, _ key: [UInt8], _ vector: [UInt8]? = nil) -> [UInt8]? {
        let ciphers =
            vector == nil
            ? [16: EVP_aes_128_ecb(), 24: EVP_aes_192_ecb(), 32: EVP_aes_256_ecb()]
            : [16: EVP_aes_128_cbc(), 24: EVP_aes_192_cbc(), 32: EVP_aes_256_cbc()]
        guard let cipher = ciphers[key.count], bytes.count.isMultiple(of: 16), let context = EVP_CIPHER_CTX_new() else {
            return nil
        }
        defer { EVP_CIPHER_CTX_free(context) }
        var result = [UInt8](repeating: 0, count: bytes.count + 16)
        var count: Int32 = 0
        let isDone = bytes.withUnsafeBufferPointer { input in
            EVP_DecryptInit_ex(context, cipher, nil, key, vector) == 1 && EVP_CIPHER_CTX_set_padding(context, 0) == 1
                && EVP_DecryptUpdate(context, &result, &count, input.baseAddress, Int32(input.count)) == 1
        }
        return isDone && Int(count) == bytes.count ? Array(result.prefix(bytes.count)) : nil
    }

    private static func padded(_ bytes: [UInt8], to count: Int) -> [UInt8] {
        Array((bytes + [UInt8](repeating: 0x36, count: max(0, count - bytes.count))).prefix(max(0, count)))
    }

    private static func littleEndian(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}

extension MarkupElement {
    /// What an attribute holds in Base64.
    fileprivate func bytes(_ attribute: String) -> [UInt8]? {
        self[attribute].flatMap { Data(base64Encoded: $0) }.map(Array.init)
    }
}
