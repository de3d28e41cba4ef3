extension String {
    /// The text with full-width ASCII forms (`９５％＞＝，`) and the ideographic space brought to their plain forms.
    ///
    /// Only for reading and comparing; what is shown and printed stays as the town wrote it.
    public var folded: String {
        let isPlain = bytesTell { bytes in
            !bytes.indices.contains { index in
                switch bytes[index] {
                case 0xEF: true
                case 0xE3: bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
                case 0xC2: bytes[index + 1] == 0xA0
                default: false
                }
            }
        }
        return isPlain ? self : mappingScalars { $0.folded }
    }

    /// The text without any white space, NBSP and line breaks included.
    public var withoutSpaces: String {
        let holdsNone = bytesTell { bytes in
            !bytes.indices.contains { index in
                switch bytes[index] {
                case 0x09...0x0D, 0x20: true
                case 0xC2: bytes[index + 1] == 0x85 || bytes[index + 1] == 0xA0
                case 0xE2: bytes[index + 1] == 0x80 && (bytes[index + 2] < 0x8C || bytes[index + 2] > 0xA7)
                case 0xE3: bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80
                case 0xEF: bytes[index + 1] == 0xBB
                default: false
                }
            }
        }
        return holdsNone ? self : mappingScalars { $0.isBlank ? nil : $0 }
    }

    /// What the bytes tell, which are well-formed UTF-8; false where they do not lie in one piece.
    private func bytesTell(_ look: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        utf8.withContiguousStorageIfAvailable(look) ?? false
    }

    /// The scalars that are made of those of the text, without those that are dropped; far faster than appending them one by
    /// one.
    ///
    /// - Parameter transform: gives no scalar that is longer in UTF-8 than the one it was given.
    public func mappingScalars(_ transform: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            for scalar in unicodeScalars {
                guard let result = transform(scalar), let bytes = UTF8.encode(result), count + bytes.count <= buffer.count else {
                    continue
                }
                for byte in bytes {
                    buffer[count] = byte
                    count += 1
                }
            }
            return count
        }
    }

    /// The text without white space, NBSP and line breaks at its ends.
    public var trimmed: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank }) else {
            return ""
        }
        if first == startIndex, scalars.index(after: last) == endIndex { return self }
        return String(scalars[first...last])
    }
}

extension Unicode.Scalar {
    /// The plain form of a full-width ASCII form, of the ideographic space and of NBSP; others as they are.
    public var folded: Unicode.Scalar {
        switch value {
        case 0xFF01...0xFF5E: Unicode.Scalar(value - 0xFEE0) ?? self
        case 0x3000, 0xA0: " "
        default: self
        }
    }

    /// White space, NBSP, the ideographic space, zero-width space and byte-order mark.
    public var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x3000, 0x2000...0x200B, 0x2028, 0x2029, 0xFEFF: true
        default: false
        }
    }
}
