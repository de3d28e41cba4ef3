import Foundation
import Testing

/// Inside a module folders look one way only: each may use those before it and none after it.
@Suite struct FolderOrderTests {
    static let orders = [
        "Linting": [
            "Texts", "Citations", "Tables", "Estimates", "Similarity", "Frame", "Rules", "Engine", "Scoring", "Waivers",
            "Settings",
            "Baseline",
        ],
        "Delivery": ["Workspace", "State", "Results", "Post", "Nightly"],
    ]

    @Test(arguments: orders.keys.sorted())
    func foldersLookOneWay(module: String) throws {
        let order = try #require(Self.orders[module])
        let files = try SourceTree.swiftFiles(below: SourceTree.sources).filter { $0.module == module }
        #expect(files.count > 20)
        for file in files { #expect(order.contains(file.folder), "\(file.path) stands in no folder of the order") }
        #expect(Self.arrowsBack(in: files, order) == [])
    }

    @Test func anArrowBackIsSeen() throws {
        let order = try #require(Self.orders["Delivery"])
        func files(_ text: String) -> [SourceTree.File] {
            [
                SourceTree.File(path: "Sources/Delivery/Workspace/Early.swift", text: text),
                SourceTree.File(path: "Sources/Delivery/Nightly/Late.swift", text: "public final class Late {}\nstruct Night {}"),
            ]
        }
        #expect(Self.arrowsBack(in: files("struct Early { var late: [Late] }"), order) == ["Workspace/Early.swift names Late"])
        #expect(Self.arrowsBack(in: files("struct Early { var nightly = Latest() }\n/// Before ``Late``."), order) == [])
    }

    /// Where a file names a type that a later folder declares.
    private static func arrowsBack(in files: [SourceTree.File], _ order: [String]) -> [String] {
        var places: [Substring: Int] = [:]
        for file in files {
            for match in file.code.matches(of: declaration) { places[match.1] = order.firstIndex(of: file.folder) }
        }
        return files.flatMap { file -> [String] in
            let place = order.firstIndex(of: file.folder) ?? 0
            let words = Set(file.code.split { !($0.isLetter || $0.isNumber || $0 == "_") })
            let later = words.filter { (places[$0] ?? 0) > place }.sorted()
            return later.map { file.path.split(separator: "/").dropFirst(2).joined(separator: "/") + " names \($0)" }
        }
    }

    /// At the top of a file, and not private to it.
    private static var declaration: Regex<(Substring, Substring)> {
        /(?m)^(?:(?:public|package|internal|final|indirect) )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
    }
}
