/// The words that rules look up in every text, made ready once for all books.
final class WordFinders: Sendable {
    let typingSlips: TypingSlips
    let payingGoals: PayingGoals
    let oldYearReasons: WordFinder
    let unitWords: UnitWordFinder
    let names: PersonalNames

    init(_ wording: WordingTable, _ publication: PublicationTable) {
        typingSlips = TypingSlips(wording.typingErrors)
        payingGoals = PayingGoals(wording.payingGoal)
        oldYearReasons = WordFinder(wording.oldYearReasons)
        unitWords = UnitWordFinder(wording)
        names = PersonalNames(publication)
    }
}
