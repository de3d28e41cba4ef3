internal import BookLayout
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Reporting
internal import Text
internal import Typesetting

/// A document set in pages, ready to be drawn.
struct Composition {
    var pages: [Page<TextBlock>]
    /// What it says, in reading order.
    var structure: StructureTree
    var bookmarks: [Bookmark] = []
    var title: String
    var author: String
    var subject: String
    /// The pages that hold what the town wrote, and not only what is made of it; `nil` for all.
    var sourcePages: [Range<Int>]?
    /// The page of the whole document; `nil` for that of the preset.
    var geometry: PageGeometry?
    /// How many of the pages stand behind cover and contents.
    var bodyPageCount = 0
    /// Its date when no other is given is 1 January of this year.
    var year: Int?
    /// Where its texts come from.
    var origins = Origins()

    /// What the finished file says about itself.
    ///
    /// - Parameter created: the date inside the file; the clock is never asked.
    func metadata(created: Date?) -> PDFMetadata {
        PDFMetadata(
            title: title.oneLine, author: author.oneLine, subject: subject.oneLine,
            created: created.map { $0.formatted(.iso8601) } ?? Self.newYear(year))
    }

    private static func newYear(_ year: Int?) -> String {
        min(max(year ?? 1_970, 1), 9_999).padded(to: 4) + "-01-01T00:00:00Z"
    }
}

extension Report {
    /// `巨鹿县巨鹿镇`, or the unit's name where the town is unknown.
    var fullTownName: String {
        book.town.isEmpty ? book.unit.name : (book.county ?? "") + book.town
    }

    /// `2024年部门预算绩效目标`.
    var bookName: String {
        (book.fiscalYear.map { "\($0)年" } ?? "") + "部门预算绩效目标"
    }
}

/// Where the texts of a book come from, for messages about single characters.
struct Origins {
    struct Origin {
        /// For example `项目3“指标值”`.
        var name: String
        var location: Location?
    }

    private var list: [Origin] = []

    /// - Returns: the number that ``subscript(_:)`` finds it by; never 0.
    mutating func add(_ name: String, at location: Location?) -> Int {
        list.append(Origin(name: name, location: location))
        return list.count
    }

    subscript(number: Int) -> Origin? {
        list.indices.contains(number - 1) ? list[number - 1] : nil
    }
}
