extension String {
    /// The text as a part of a file name: letters and digits of any script and round brackets stay, no separator, control
    /// character or dot does; `nil` where nothing is left.
    ///
    /// - Parameter limit: in characters; a character takes at most four bytes.
    public func fileNamePart(upTo limit: Int) -> String? {
        let kept = unicodeScalars.filter { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "（）()".unicodeScalars.contains(scalar)
        }
        return kept.isEmpty ? nil : String(String.UnicodeScalarView(kept.prefix(limit)))
    }
}
