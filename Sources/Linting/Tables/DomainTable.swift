public import GoalModel
internal import Text

/// Words of a trade that a project either has to do with or not (`domains.json5`).
public struct DomainTable: Sendable {
    public struct Domain: Sendable {
        /// Words that stand for the domain: 矿井.
        public var words: [String]
        /// Words by which a project belongs to the domain or is near it: 矿.
        public var related: [String]
    }

    public let domains: [Domain]
    /// Words in the name of a project that pays for everything: 运转, 综合.
    public let general: [String]
    /// The words by their first scalar, with the index of their domain.
    private let index: [Unicode.Scalar: [(word: String, domain: Int)]]

    init(domains: [Domain], general: [String]) {
        self.domains = domains
        self.general = general
        var index: [Unicode.Scalar: [(word: String, domain: Int)]] = [:]
        for (number, domain) in domains.enumerated() {
            for word in domain.words {
                guard let first = word.unicodeScalars.first else { continue }
                index[first, default: []].append((word, number))
            }
        }
        self.index = index
    }

    /// The words of domains that stand in a text without spaces.
    func found(in text: String) -> [(word: String, domain: Domain)] {
        var candidates: [(word: String, domain: Int)] = []
        for scalar in text.unicodeScalars {
            if let words = index[scalar] { candidates += words }
        }
        return candidates.filter { text.holds($0.word) }.map { ($0.word, domains[$0.domain]) }
    }
}

extension DomainTable: TableReadable {
    public init(_ table: SettingTable) throws {
        self.init(domains: try table["domains"].list.map(Domain.init), general: try table["general"].texts)
    }
}

extension DomainTable.Domain: TableReadable {
    public init(_ table: SettingTable) throws {
        words = try table["words"].texts
        related = try table["related"].texts
    }
}
