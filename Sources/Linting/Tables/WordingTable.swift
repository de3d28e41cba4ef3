public import GoalModel

/// Words of the rules on wording (`wording.json5`).
public struct WordingTable: Sendable, TableReadable {
    /// Common typing errors, each with its correction.
    public var typingErrors: [TypingSlip]
    /// Names that units of another kind give themselves, by the kind (乡, 镇, 街道) in whose book they are wrong.
    public var unitWords: [String: UnitWords]
    public var unitWordsExcept: Surroundings
    /// Words that say why an old year is named.
    public var oldYearReasons: [String]
    public var payingGoal: PayingGoal

    /// A word that is nearly always a slip of the keyboard.
    public struct TypingSlip: Sendable {
        public var wrong: String
        public var right: String
        /// Longer phrases in which the word is right.
        public var unless: [String]?
    }

    public struct UnitWords: Sendable {
        public var words: [String]
        /// Words that are also used of both kinds.
        public var loose: [String]
    }

    /// Where a word is part of another.
    public struct Surroundings: Sendable {
        /// Characters that make another word of it when they stand before it.
        public var before: String
        public var after: String
        public var unless: [String]
    }

    /// The words of a goal that speaks of nothing but paying out money.
    public struct PayingGoal: Sendable {
        public var objects: [String]
        public var payments: [String]
        public var others: [String]
    }
}

extension WordingTable {
    public init(_ table: SettingTable) throws {
        typingErrors = try table["typingErrors"].list.map { slip in
            TypingSlip(wrong: try slip["wrong"].text, right: try slip["right"].text, unless: try slip.part("unless")?.texts)
        }
        unitWords = try table["unitWords"].parts.mapValues { words in
            UnitWords(words: try words["words"].texts, loose: try words["loose"].texts)
        }
        let except = try table["unitWordsExcept"]
        unitWordsExcept = Surroundings(
            before: try except["before"].text, after: try except["after"].text, unless: try except["unless"].texts)
        oldYearReasons = try table["oldYearReasons"].texts
        let goal = try table["payingGoal"]
        payingGoal = PayingGoal(
            objects: try goal["objects"].texts, payments: try goal["payments"].texts, others: try goal["others"].texts)
    }
}
