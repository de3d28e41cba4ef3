extension String {
    /// At most `limit` characters, the last of them `…` where something was left out.
    public func shortened(to limit: Int) -> String {
        count > limit ? prefix(max(0, limit - 1)) + "…" : self
    }

    /// At most so many bytes of UTF-8, with `…` in place of what was in the middle; the end of a file's name tells its kind.
    ///
    /// - Parameter limit: more than 24.
    public func shortened(toBytes limit: Int) -> String {
        if utf8.count <= limit { return self }
        let end = unicodeScalars.reversed().fitting(18).unicodeScalars.reversed()
        return unicodeScalars.fitting(limit - 18 - "…".utf8.count) + "…" + String(String.UnicodeScalarView(end))
    }
}

extension Sequence<Unicode.Scalar> {
    /// The first scalars, as many as fit into so many bytes of UTF-8.
    public func fitting(_ bytes: Int) -> String {
        var room = bytes
        var text = String.UnicodeScalarView()
        for scalar in self {
            room -= UTF8.width(scalar)
            if room < 0 { break }
            text.append(scalar)
        }
        return String(text)
    }
}

extension StringProtocol where SubSequence == Substring {
    /// The text without the characters at its end that fit.
    public func trimmingSuffix(while fits: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, fits(last) { rest = rest.dropLast() }
        return rest
    }
}

extension String {
    /// The text without the word at its end, if it stands there.
    public func trimmingSuffix(_ suffix: String) -> String {
        ends(with: suffix) ? String(decoding: utf8.dropLast(suffix.utf8.count), as: UTF8.self) : self
    }
}

extension String {
    /// The text as a part of a file name: letters and digits of any script and round brackets stay, no separator, control
    /// character or dot does; `nil` where nothing is left.
    ///
    /// - Parameters:
    ///   - limit: in characters; a character takes at most four bytes.
    ///   - others: what stays besides, where it is known to do no harm.
    public func fileNamePart(upTo limit: Int, keeping others: String = "") -> String? {
        let marks = ("（）()" + others).unicodeScalars
        let kept = unicodeScalars.filter { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || marks.contains(scalar)
        }
        return kept.isEmpty ? nil : String(String.UnicodeScalarView(kept.prefix(limit)))
    }
}
