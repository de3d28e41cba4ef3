public import GoalModel
internal import Text

/// The settings of 审核意见书: who reviews, and by which documents of the county.
public struct OpinionSettings: Hashable, Sendable {
    static let section = "opinion"

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

extension OpinionSettings: TableReadable {
    public init(_ table: SettingTable) throws {
        office = try table["office"].text
        basis = try table["basis"].list.map(CountyDocument.init)
        showsScore = try table["showsScore"].flag
    }
}

extension OpinionSettings.CountyDocument: TableReadable {
    private static let names = ["name", "number", "date"]

    /// A name alone, or an object.
    public init(_ table: SettingTable) throws {
        if let name = try? table.text {
            self.init(name: name)
            return
        }
        if let other = try table.parts.keys.sorted().first(where: { !Self.names.contains($0) }) {
            throw table.trouble("没有\(other.quoted)这一项，只有 \(Self.names.joined(separator: "、"))")
        }
        self.init(name: try table["name"].text, number: try table.part("number")?.text)
        if let text = try table.part("date")?.text {
            guard let day = CalendarDay(iso: text) else { throw table.trouble("\(text.quoted)不是如 2020-03-01 的日期") }
            date = day
        }
        if name.isEmpty { throw table.trouble("没有写文件名称（name）") }
    }
}
