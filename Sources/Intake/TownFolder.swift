internal import Foundation
package import GoalModel
internal import Text

/// The name of a town's result folder: `<区划>-<单位编码>-<乡镇>-<年度>`.
///
/// What a document calls itself never becomes a path unchecked: separators, control characters and leading dots are taken
/// out, personal numbers lose their middle, and each part has a limit of length.
package struct TownFolder: Hashable, Sendable {
    package let name: String

    package init(_ book: GoalBook) {
        self.init(book.townKey, year: book.fiscalYear)
    }

    package init(_ key: TownKey, year: Int?) {
        // Books that are read back may have their numbers starred already.
        func part(_ text: String?, upTo limit: Int) -> String? {
            text?.withNumbersStarred.replacing("*", with: "x").fileNamePart(upTo: limit)
        }
        let parts = [
            part(key.region, upTo: 12) ?? "区划不明",
            part(key.unitCode, upTo: 12) ?? "无编码",
            part(key.town, upTo: 24) ?? "乡镇不明",
            year.map(String.init) ?? "年度不明",
        ]
        name = parts.joined(separator: "-")
    }
}
