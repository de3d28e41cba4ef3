internal import Foundation
package import GoalModel
internal import Text

/// The name of a town's result folder: `<区划>-<单位编码>-<乡镇>-<年度>`.
///
/// What a document calls itself never becomes a path unchecked: separators, control characters and leading dots are taken
/// out, and each part has a limit of length.
package struct TownFolder: Hashable, Sendable {
    package let name: String

    package init(_ book: GoalBook) {
        self.init(book.townKey, year: book.fiscalYear)
    }

    package init(_ key: TownKey, year: Int?) {
        let parts = [
            (key.region ?? "").fileNamePart(upTo: 12) ?? "区划不明",
            (key.unitCode ?? "").fileNamePart(upTo: 12) ?? "无编码",
            key.town.fileNamePart(upTo: 24) ?? "乡镇不明",
            year.map(String.init) ?? "年度不明",
        ]
        name = parts.joined(separator: "-")
    }
}
