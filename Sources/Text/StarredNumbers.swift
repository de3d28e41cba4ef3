extension String {
    /// The text with `*` in the middle of every number that may be a person's own, as names of files and messages show it.
    ///
    /// It goes by the digits alone, without the words around them: a name of a file loses nothing by one star too many.
    public var withNumbersStarred: String {
        guard hasLongNumber else { return self }
        var hidden: Set<Int> = []
        for runs in NumberRuns.readings(of: self) {
            let numbers = runs.numbers { $0.isDeliberate }.compactMap(\.looksPersonal)
            let glued = runs.glued(of: [11, 18]) { $0.count == 11 ? $0.isMobile : $0.isDated && $0.hasIdentityCheck }
            for number in numbers + glued { hidden.formUnion(number.hiddenPlaces) }
        }
        guard !hidden.isEmpty else { return self }
        var result = String.UnicodeScalarView()
        for (place, scalar) in unicodeScalars.enumerated() { result.append(hidden.contains(place) ? "*" : scalar) }
        return String(result)
    }
}

extension NumberRuns.Number {
    /// Where what must not be seen of it stands in the text: the first three and the last two signs may be seen.
    public var hiddenPlaces: ArraySlice<Int> { places.dropFirst(3).dropLast(2) }

    /// The number that is to be hidden in it.
    fileprivate var looksPersonal: Self? {
        if let mobile { return mobile }
        let whole = count == 17 ? withCheckSign : self
        if let whole, whole.isDated, whole.pattern.count == 1 || whole.isWrapped || whole.hasIdentityCheck { return whole }
        return isCardLike && self[0] > 2 ? self : nil
    }

    /// Whether a day of the last or of this century stands where identity numbers of 18 or 15 signs have one.
    fileprivate var isDated: Bool {
        guard count == 18 || count == 15, (1...8).contains(self[0]) else { return false }
        let month = count == 18 ? 10 : 8
        let hasYear = count == 18 ? (1900...2099).contains(value(6..<10)) : value(6..<8) > 30
        return hasYear && (1...12).contains(value(month..<(month + 2))) && (1...31).contains(value((month + 2)..<(month + 4)))
    }
}
