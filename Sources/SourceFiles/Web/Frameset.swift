internal import Diagnostics
internal import Text

/// A page that only says which other pages stand beside each other, as Excel saves a workbook of several sheets.
public enum Frameset {
    /// The pages of its sheets, relative to it; empty for any other file.
    public static func pages(in bytes: [UInt8]) -> [String] {
        let head = String(decoding: bytes.prefix(65_536), as: UTF8.self)
        guard head.lowercased().holds("<frameset"), let decoded = try? DecodedText.decoding(bytes, path: "").value,
            let root = try? Markup.html(decoded.text).root
        else { return [] }
        let sheets = root.all("link").filter { $0["id"] == "shLink" }.compactMap { $0["href"] }
        let frames = root.all("frame").compactMap { $0["src"] }.filter { !$0.lowercased().holds("tabstrip") }
        var seen: Set<String> = []
        return (sheets.isEmpty ? frames : sheets).prefix(200).filter { seen.insert($0).inserted }
    }

    /// Appends a page to others so that all of them are one: a parser ends with the first page's own end.
    public static func append(_ page: [UInt8], to pages: inout [UInt8]) {
        let end = Array("</body".utf8)
        let cut = pages.indices.dropLast(end.count).last { index in
            pages[index] == 0x3C && zip(pages[index...], end).allSatisfy { $0 | 0x20 == $1 | 0x20 }
        }
        if let cut { pages.removeSubrange(cut...) }
        pages += page
    }
}
