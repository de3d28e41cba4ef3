public import GoalModel
internal import Text

/// The settings of 审核意见书: who reviews, and by which documents of the county.
public struct OpinionSettings: Hashable, Sendable {
    static let fileName = "opinion.json5"

    /// 审核单位; empty where the reviewer writes it by hand.
    public var office = ""
    public var basis: [CountyDocument] = []
    /// Whether the program's score is told, as a figure for reference.
    public var showsScore = true

    public init() {}

    /// A document of the county's own.
    public struct CountyDocument: Hashable, Sendable {
        public var name: String
        public var number: String?
        public var date: CalendarDay?

        /// `《巨鹿县县级部门预算绩效管理办法》（巨财〔2020〕1号）`.
        public var text: String {
            (name.hasPrefix("《") ? name : "《\(name)》") + (number.map { "（\($0)）" } ?? "")
        }

        /// Whether it was issued before the year of the book.
        public func isFor(_ book: GoalBook) -> Bool {
            guard let date, let year = book.fiscalYear else { return true }
            return date.year < year || (date.year == year && date.day.month == 1 && date.day.day == 1)
        }
    }

    public func mappingTexts(_ map: (String) -> String) -> OpinionSettings {
        var mapped = self
        mapped.office = map(office)
        for index in basis.indices { mapped.basis[index].name = map(basis[index].name) }
        return mapped
    }
}

extension OpinionSettings: Decodable {}

extension OpinionSettings.CountyDocument: Decodable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case name, number, date
    }

    /// A name alone, or an object.
    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(name: name)
            return
        }
        let known = CodingKeys.allCases.map(\.rawValue)
        func trouble(_ words: String) -> DecodingError {
            .dataCorrupted(DecodingError.Context(codingPath: decoder.codingPath, debugDescription: words))
        }
        let written = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue)
        if let other = written.sorted().first(where: { !known.contains($0) }) {
            throw trouble("没有\(other.quoted)这一项，只有 \(known.joined(separator: "、"))")
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            name: try values.decode(String.self, forKey: .name), number: try values.decodeIfPresent(String.self, forKey: .number))
        if let text = try values.decodeIfPresent(String.self, forKey: .date) {
            guard let day = CalendarDay(iso: text) else { throw trouble("\(text.quoted)不是如 2020-03-01 的日期") }
            date = day
        }
        if name.isEmpty { throw trouble("没有写文件名称（name）") }
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
