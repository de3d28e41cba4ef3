internal import GoalModel
internal import Text

/// A number in a text that is a person's own.
struct PersonalNumber: Sendable {
    enum Kind: Sendable {
        case identity, phone, card
    }

    let kind: Kind
    /// Whether a check says so, too.
    let isCertain: Bool
    /// Without separators and without what is dialled before it.
    let digits: String
    /// As messages show it: the first three and the last two signs.
    let masked: String
    /// Where its signs stand among the scalars of the text as written.
    let places: [Int]
    /// What must not be seen of it.
    let hidden: [Int]

    init(_ kind: Kind, _ number: NumberRuns.Number, isCertain: Bool = true) {
        (self.kind, self.isCertain, digits, places) = (kind, isCertain, number.text, number.places)
        masked = digits.prefix(3) + String(repeating: "*", count: digits.count - 5) + digits.suffix(2)
        hidden = Array(number.hiddenPlaces)
    }
}

/// What finds the personal numbers in the texts of a book.
final class PersonalNumbers: Sendable {
    private let tables: LintingTables
    private let codes: Set<String>
    private let years: ClosedRange<Int>

    init(_ book: GoalBook, _ tables: LintingTables) {
        self.tables = tables
        codes = Set(book.projects.map(\.code))
        years = 1900...(max(2000, min(book.fiscalYear ?? 2099, 2099)) + 1)
    }

    /// The numbers in their order; no two share a digit.
    func numbers(in text: String) -> [PersonalNumber] {
        guard text.hasLongNumber else { return [] }
        var found: [PersonalNumber] = []
        var taken: Set<Int> = []
        func take(_ numbers: [PersonalNumber]) {
            for number in numbers where taken.isDisjoint(with: number.places) {
                found.append(number)
                taken.formUnion(number.places)
            }
        }
        for runs in NumberRuns.readings(of: text) {
            let candidates = runs.numbers { $0[0] < 2 || $0.count != 11 }.filter(\.isDeliberate)
            let identities = candidates.compactMap(identity)
            take(identities.filter(\.isCertain))
            take(identities.filter { !$0.isCertain })
            // Identity numbers of Gansu begin with 62, and one in ten passes the check of cards, too.
            take(candidates.reversed().compactMap(card))
            take(candidates.compactMap(phone))
            let glued = runs.glued(of: [11, 18]) { $0.count == 11 ? $0.isMobile : isDated($0, to: 18) && $0.hasIdentityCheck }
            take(glued.map { PersonalNumber($0.count == 11 ? .phone : .identity, $0) })
        }
        return found.sorted { ($0.places.first ?? 0) < ($1.places.first ?? 0) }
    }

    private func phone(_ number: NumberRuns.Number) -> PersonalNumber? {
        guard let mobile = number.mobile, !isNobodys(number), !isInsideCode(number) else { return nil }
        return PersonalNumber(.phone, mobile)
    }

    private func card(_ number: NumberRuns.Number) -> PersonalNumber? {
        guard number.isCardLike, tables.publication.cardPrefixes.contains(where: number.begins), !isNobodys(number),
            !isInsideCode(number)
        else { return nil }
        return PersonalNumber(.card, number)
    }

    private func identity(_ number: NumberRuns.Number) -> PersonalNumber? {
        switch number.count {
        case 17, 18:
            guard isDated(number, to: 18), let whole = number.count == 18 ? number : number.withCheckSign, !isInsideCode(whole)
            else { return nil }
            if whole.hasIdentityCheck, whole.isIdentityGrouped || whole.isApart {
                // Contracts, too, are numbered by region and day, those of this century.
                if number.value(6..<10) >= 2000, surroundings(of: whole).isDocument { return nil }
                return PersonalNumber(.identity, whole)
            }
            guard whole.isIdentityGrouped, hasCounty(number), !codes.contains(whole.token), !isNobodys(whole) else { return nil }
            return PersonalNumber(.identity, whole, isCertain: false)
        case 15:
            // Such numbers were given out until 1999; with a later date it may be anything.
            guard number.isIdentityGrouped, isDated(number, to: 15), hasCounty(number), !isNobodys(number),
                number.value(6..<8) > 30 || surroundings(of: number).isCalledIdentity
            else { return nil }
            return PersonalNumber(.identity, number, isCertain: false)
        default: return nil
        }
    }

    /// Whether it begins with a province and holds a day, as identity numbers of 18 or 15 digits do.
    private func isDated(_ number: NumberRuns.Number, to length: Int) -> Bool {
        let month = length == 18 ? 10 : 8
        guard MonthDay(month: number.value(month..<(month + 2)), day: number.value((month + 2)..<(month + 4))) != nil,
            length == 15 || years.contains(number.value(6..<10))
        else { return false }
        return tables.regions.holds(String(number.text.prefix(6)))
    }

    /// Whether prefecture and county are not zero.
    private func hasCounty(_ number: NumberRuns.Number) -> Bool { number.value(2..<4) > 0 && number.value(4..<6) > 0 }

    private func surroundings(of number: NumberRuns.Number) -> NumberSurroundings {
        NumberSurroundings(number, tables.publication.numbers)
    }

    /// Whether what stands around it says that it is the number of a paper, an amount, a measure or a day.
    private func isNobodys(_ number: NumberRuns.Number) -> Bool {
        let surroundings = surroundings(of: number)
        return surroundings.isDocument || surroundings.isQuantity || surroundings.endsInDate
    }

    /// Whether it is a part of a project code that passes its check; of older codes, which have none, only region, year and
    /// what follows can look like a mobile number.
    private func isInsideCode(_ number: NumberRuns.Number) -> Bool {
        let token = number.token
        guard token.utf8.count == 21, ProjectCode(token).fault(regions: tables.regions) == nil else { return false }
        let hasCheck = token.hasPrefix("13") && token.dropFirst(8).first == "P"
        return hasCheck || number.count == 11 && token.hasPrefix(number.text) && token.count { !$0.isDigit } > 2
    }
}
