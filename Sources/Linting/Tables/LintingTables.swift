public import Foundation
internal import GoalModel
internal import Text

/// The words that the rules go by, made from the files of the resources folder; a county can replace each of them.
public struct LintingTables: Sendable {
    public var units: UnitTable
    public var words: WordTable
    public var regions: RegionTable
    public var indicators: IndicatorTable
    public var domains: DomainTable
    public var estimates: EstimateWords
    public var thresholds: Thresholds
    public let wording: WordingTable
    public let publication: PublicationTable
    /// What is looked up in every text, made ready once.
    let ready: WordFinders

    /// Decodes the tables from JSON5 files; whoever reads files gives their bytes by name.
    ///
    /// - Throws: what `file` throws, and `DecodingError` for a table that does not have the expected form.
    public init(file: (String) throws -> Data) throws {
        let decoder = JSONDecoder.json5
        units = try decoder.decode(UnitTable.self, from: file("units.json5"))
        words = try decoder.decode(WordTable.self, from: file("words.json5"))
        regions = try decoder.decode(RegionTable.self, from: file("regions.json5"))
        indicators = try decoder.decode(IndicatorTable.self, from: file("indicators.json5"))
        domains = try decoder.decode(DomainTable.self, from: file("domains.json5"))
        estimates = try decoder.decode(EstimateWords.self, from: file("estimates.json5"))
        thresholds = try decoder.decode(Thresholds.self, from: file("thresholds.json5"))
        wording = try decoder.decode(WordingTable.self, from: file("wording.json5"))
        publication = try decoder.decode(PublicationTable.self, from: file("publication.json5"))
        ready = WordFinders(wording, publication)
    }
}

/// Words that give a row its meaning (`words.json5`).
public struct WordTable: Sendable, Decodable {
    /// Words of a cost per unit: 每, 均, 标准.
    public var perUnit: [String]
    /// Words of payments whose floor may be meant: 补偿, 补助.
    public var payments: [String]
    /// Level-one and level-two names of both official trees.
    public var placeholders: Set<String>
}

/// Provinces by the first two digits of GB/T 2260 (`regions.json5`).
public struct RegionTable: Sendable, Decodable {
    public var provinces: [String: String]

    /// Whether six digits can be a region: a known province, then digits that are not all zero.
    public func holds(_ digits: some StringProtocol) -> Bool {
        digits.utf8.count == 6 && digits.utf8.allSatisfy(\.isDigit) && provinces[String(digits.prefix(2))] != nil
    }
}

/// Limits of the rules (`thresholds.json5`).
public struct Thresholds: Sendable, Decodable {
    public var estimate: EstimateLimits

    /// How far estimate and budget may lie apart, in % of the budget.
    public struct EstimateLimits: Sendable, Decodable {
        /// Up to this they agree.
        public var agrees: Double
        /// Beyond this it is a warning, before it a hint.
        public var warns: Double
    }
}

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
