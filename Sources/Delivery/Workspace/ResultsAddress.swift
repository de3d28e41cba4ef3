internal import Foundation
internal import Pages
internal import Reporting
internal import Text

/// The place on the web at which a phone finds the results, as a web server or a shared folder of the office shows them.
struct ResultsAddress: Hashable, Sendable {
    /// Without a slash at its end.
    private let base: String

    static let expected = "以 https:// 或 http:// 开头、没有空格、账号、? 和 # 的网址，如 https://czj.example.gov.cn/jixiao（汉字写成 %E5 这样的形式）"

    /// - Returns: `nil` for what is no plain address of a folder.
    init?(_ text: String) {
        let plain = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._~%/:[]".utf8.contains(byte)
        }
        guard plain, let parts = URLComponents(string: text), ["http", "https"].contains(parts.scheme?.lowercased()),
            let host = parts.host, !host.isEmpty, parts.user == nil
        else { return nil }
        base = String(text.trimmingSuffix { $0 == "/" })
    }

    /// The page over all towns.
    var overview: String { base + "/" + ResultFile.page.rawValue }

    /// - Parameter folder: the town's result folder.
    func page(of folder: String) -> String { base + "/" + folder.asPathStep + "/" + ResultFile.page.rawValue }
}
