public import GoalModel

/// Words of the rules on personal data (`publication.json5`).
public struct PublicationTable: Sendable, TableReadable {
    /// The digits that numbers of bank cards begin with.
    public var cardPrefixes: [String]
    public var numbers: NumberWords
    public var names: NameWords
    /// Benefits that tell of a person's body, family or plight.
    public var sensitive: [String]
    /// Words of a row that counts those who get a benefit.
    public var receivers: [String]
    /// Words of a row that counts those who work for them.
    public var staff: [String]
    /// Up to how many people are a small group.
    public var smallGroup: Int

    /// Words around numbers that are nobody's own.
    public struct NumberWords: Sendable {
        /// Before the number of a contract, an invoice or a document.
        public var documents: [String]
        /// The same in Latin letters, at the beginning of what the number stands in.
        public var prefixes: [String]
        /// Behind a number and 号.
        public var papers: [String]
        /// Whose 编号 is a person's own all the same.
        public var persons: [String]
        /// Before an amount.
        public var amounts: [String]
        /// Behind an amount or a measure.
        public var units: [String]
        /// The same, of one character that also begins other words or names.
        public var weakUnits: String
    }

    /// Words around names of persons, and in them.
    public struct NameWords: Sendable {
        /// Common surnames of one character.
        public var surnames: String
        public var leads: [String]
        public var follows: [String]
        /// Characters that given names do not have.
        public var never: String
        /// Words that begin with a surname.
        public var words: [String]
    }
}

extension PublicationTable {
    public init(_ table: SettingTable) throws {
        cardPrefixes = try table["cardPrefixes"].texts
        let around = try table["numbers"]
        numbers = NumberWords(
            documents: try around["documents"].texts, prefixes: try around["prefixes"].texts, papers: try around["papers"].texts,
            persons: try around["persons"].texts, amounts: try around["amounts"].texts, units: try around["units"].texts,
            weakUnits: try around["weakUnits"].text)
        let of = try table["names"]
        names = NameWords(
            surnames: try of["surnames"].text, leads: try of["leads"].texts, follows: try of["follows"].texts,
            never: try of["never"].text, words: try of["words"].texts)
        sensitive = try table["sensitive"].texts
        receivers = try table["receivers"].texts
        staff = try table["staff"].texts
        smallGroup = try table["smallGroup"].integer
    }
}
