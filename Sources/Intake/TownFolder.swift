internal import Foundation
package import GoalModel

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
            TownFolder.safe(key.region ?? "", limit: 12, otherwise: "区划不明"),
            TownFolder.safe(key.unitCode ?? "", limit: 12, otherwise: "无编码"),
            TownFolder.safe(key.town, limit: 24, otherwise: "乡镇不明"),
            year.map(String.init) ?? "年度不明",
        ]
        name = parts.joined(separator: "-")
    }

    /// Letters and digits of any script stay; at most `limit` characters and so at most 4 × `limit` bytes.
    package static func safe(_ text: String, limit: Int, otherwise: String) -> String {
        let kept = text.unicodeScalars.filter { scalar in
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "（）()".unicodeScalars.contains(scalar)
        }
        let name = String(String.UnicodeScalarView(kept.prefix(limit)))
        return name.isEmpty ? otherwise : name
    }
}
