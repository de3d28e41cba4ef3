public import Foundation
public import GoalModel
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

    /// Makes the tables of JSON5 files; whoever reads files gives their bytes by name.
    ///
    /// - Throws: what `file` throws, and `DecodingError` for a table that does not have the expected form.
    public init(file: (String) throws -> Data) throws {
        try self.init { name in SettingTable(try SettingValue(json5: file(name + ".json5"))) }
    }

    /// - Parameter table: gives tables by their names, those of the files without the ending.
    init(table: (String) throws -> SettingTable) throws {
        units = try UnitTable(table("units"))
        words = try WordTable(table("words"))
        regions = try RegionTable(table("regions"))
        indicators = try IndicatorTable(table("indicators"))
        domains = try DomainTable(table("domains"))
        estimates = try EstimateWords(table("estimates"))
        thresholds = try Thresholds(table("thresholds"))
        wording = try WordingTable(table("wording"))
        publication = try PublicationTable(table("publication"))
        ready = WordFinders(wording, publication)
    }
}

/// Words that give a row its meaning (`words.json5`).
public struct WordTable: Sendable, TableReadable {
    /// Words of a cost per unit: 每, 均, 标准.
    public var perUnit: [String]
    /// Words of payments whose floor may be meant: 补偿, 补助.
    public var payments: [String]
    /// Level-one and level-two names of both official trees.
    public var placeholders: Set<String>

    public init(_ table: SettingTable) throws {
        perUnit = try table["perUnit"].texts
        payments = try table["payments"].texts
        placeholders = Set(try table["placeholders"].texts)
    }
}

/// Provinces by the first two digits of GB/T 2260 (`regions.json5`).
public struct RegionTable: Sendable, TableReadable {
    public var provinces: [String: String]

    public init(_ table: SettingTable) throws {
        provinces = try table["provinces"].parts.mapValues { try $0.text }
    }

    /// Whether six digits can be a region: a known province, then digits that are not all zero.
    public func holds(_ digits: some StringProtocol) -> Bool {
        digits.utf8.count == 6 && digits.utf8.allSatisfy(\.isDigit) && provinces[String(digits.prefix(2))] != nil
    }
}

/// Limits of the rules (`thresholds.json5`).
public struct Thresholds: Sendable, TableReadable {
    public var estimate: EstimateLimits

    /// How far estimate and budget may lie apart, in % of the budget.
    public struct EstimateLimits: Sendable {
        /// Up to this they agree.
        public var agrees: Double
        /// Beyond this it is a warning, before it a hint.
        public var warns: Double
    }

    public init(_ table: SettingTable) throws {
        let limits = try table["estimate"]
        estimate = EstimateLimits(agrees: try limits["agrees"].number, warns: try limits["warns"].number)
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
