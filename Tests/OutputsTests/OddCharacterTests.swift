import BookLayout
import Diagnostics
import Foundation
import Testing
import Text

@testable import Outputs
@testable import Pages
@testable import Tables

/// One rule of what may be shown: whatever a reader opens, the same characters are in it.
@Suite struct OddCharacterTests {
    /// What no keyboard writes, and the neighbours of it.
    static let odd: [Unicode.Scalar] = [
        // Controls, spaces and marks of Latin-1.
        0x00...0x2F, 0x7F...0xA1, 0xAC...0xAE,
        // Joiners, directional controls, separators, invisible operators.
        0x61B...0x61D, 0x180B...0x180F, 0x2000...0x2010, 0x2027...0x2030, 0x205F...0x2070,
        // Ideographic description, private use beside the surrogates, variation selectors, byte-order mark, specials.
        0x2FF0...0x2FF1, 0x3000...0x3001, 0xD7FA...0xD7FF, 0xE000...0xE002, 0xF8FE...0xF900, 0xFDCF...0xFDF0, 0xFE00...0xFE0F,
        0xFEFE...0xFF01, 0xFFF8...0xFFFF,
        // The other planes: their last code points, musical controls, tags, variation selectors.
        0x1_FFFD...0x2_0000, 0x1_D173...0x1_D174, 0xE_0000...0xE_0003, 0xE_0020...0xE_0024, 0xE_007E...0xE_0080,
        0xE_0100...0xE_0102, 0xE_01EF...0xE_01F0, 0xF_FFFE...0x10_0000, 0x10_FFFD...0x10_FFFF,
    ].flatMap { range in range.compactMap { Unicode.Scalar(UInt32($0)) } }

    /// What a medium holds of a text.
    private struct Medium: Sendable {
        var name: String
        var hasLines = true
        var read: @Sendable (String) throws -> String
    }

    /// The text without what HTML and XML write in another way.
    private static func unescaped(_ markup: some StringProtocol) -> String {
        [("&#10;", "\n"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(String(markup)) { $0.replacing($1.0, with: $1.1) }
    }

    private static func between(_ start: String, _ end: String, in text: String) -> String {
        guard let start = text.ranges(of: start).first?.upperBound, let end = text[start...].ranges(of: end).first?.lowerBound
        else {
            return ""
        }
        return String(text[start..<end])
    }

    private static func table(_ text: String) -> DataTable {
        DataTable(heads: [.init(title: "名称", key: "name")], rows: [[.text(text)]])
    }

    private static let media = [
        Medium(name: "PDF") { TextRequest($0, TextStyle(.body, size: 10, leading: 15), width: 100).text },
        Medium(name: "PDF outline", hasLines: false) { $0.oneLine },
        Medium(name: "page") { unescaped(between("<p>", "</p>", in: ("<p>\($0)</p>" as HTML).markup)) },
        Medium(name: "attribute") { unescaped(between("title=\"", "\"></p>", in: ("<p title=\"\($0)\"></p>" as HTML).markup)) },
        Medium(name: "cell") { CellText($0).text },
        Medium(name: "csv") { between("\r\n\"", "\"\r\n", in: table($0).csv).replacing("\"\"", with: "\"") },
        Medium(name: "json") { text in
            let data = table(text).json("项目", town: "某某镇", year: "2024")
            let file = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            return try #require((file["rows"] as? [[String: Any]])?.first?["name"] as? String)
        },
        Medium(name: "mail text") { between("· ", "\n\n", in: FailureMail(failures: [$0], place: "巨鹿县").content.text) },
        Medium(name: "mail page") {
            unescaped(
                between("#fbeaea;word-break:break-all;\">", "</p>", in: FailureMail(failures: [$0], place: "").content.html))
        },
        Medium(name: "mail subject", hasLines: false) { MailSubject.of("", [$0]) },
        Medium(name: "JUnit") {
            let failure = InputFailure(path: "a.txt", reason: $0)
            return unescaped(between("message=\"", "\">", in: JUnitFile([], failures: [failure], failingOn: nil).xml))
        },
        Medium(name: "SARIF") { Sarif.Message(text: $0).text },
    ]

    private static func expected(_ scalar: Unicode.Scalar, hasLines: Bool) -> String {
        switch scalar.display {
        case .hidden: ""
        case .blank: " "
        case .lineEnd: hasLines ? "\n" : " "
        case .itself: scalar == "\u{A0}" && !hasLines ? " " : String(scalar)
        }
    }

    @Test func everyMediumHoldsTheSame() throws {
        #expect(Self.odd.count > 200)
        for medium in Self.media {
            for scalar in Self.odd {
                let held = try medium.read("甲\(Character(scalar))乙")
                let wanted = "甲\(Self.expected(scalar, hasLines: medium.hasLines))乙"
                #expect(
                    Array(held.unicodeScalars) == Array(wanted.unicodeScalars),
                    "\(medium.name) U+\(scalar.value.padded(to: 4, radix: 16))")
            }
        }
    }
}
