/// Words of the rules on wording (`wording.json5`).
public struct WordingTable: Sendable, Decodable {
    /// Common typing errors, each with its correction.
    public var typingErrors: [TypingSlip]
    /// Names that units of another kind give themselves, by the kind (乡, 镇, 街道) in whose book they are wrong.
    public var unitWords: [String: UnitWords]
    public var unitWordsExcept: Surroundings
    /// Words that say why an old year is named.
    public var oldYearReasons: [String]
    public var payingGoal: PayingGoal

    /// A word that is nearly always a slip of the keyboard.
    public struct TypingSlip: Sendable, Decodable {
        public var wrong: String
        public var right: String
        /// Longer phrases in which the word is right.
        public var unless: [String]?
    }

    public struct UnitWords: Sendable, Decodable {
        public var words: [String]
        /// Words that are also used of both kinds.
        public var loose: [String]
    }

    /// Where a word is part of another.
    public struct Surroundings: Sendable, Decodable {
        /// Characters that make another word of it when they stand before it.
        public var before: String
        public var after: String
        public var unless: [String]
    }

    /// The words of a goal that speaks of nothing but paying out money.
    public struct PayingGoal: Sendable, Decodable {
        public var objects: [String]
        public var payments: [String]
        public var others: [String]
    }
}
