import BookLayout
import Foundation
import GoalModel
import TestSupport
import Testing
import Text

@testable import Typesetting

/// Fonts prepared into a cache of their own, which each test throws away.
@Suite
struct FontPreparationTests {
    private let roles = FontRoles.builtIn
    private let text = "绩效目标 ≥95%，300元/人/月；①㎡℃‰“引号”——浭㐂𠮷☑"

    private func pdf(_ fonts: FontSet, _ text: String, role: FontRole = .body) throws -> [UInt8] {
        let context = FontContext(fonts)
        let bytes = try SmallPress(fonts: context).print([text], role: role)
        #expect(context.takeMissingGlyphs().isEmpty)
        return bytes
    }

    @Test("A cold and a warm cache make the same bytes, much smaller; other characters are printed, too")
    func coldAndWarm() throws {
        let folder = try ScratchFolder()
        let cache = FontCache(own: folder.path("fonts"))
        let cold = FontSet(roles, cache: cache)
        #expect(cold.uses.allSatisfy { $0.isPrepared && $0.sha256?.count == 64 })
        let first = try pdf(cold, text)
        let files = try folder.files()
        let warm = FontSet(roles, cache: cache)
        #expect(warm.uses == cold.uses)
        #expect(first == (try pdf(warm, text)))
        #expect(try folder.files() == files, "a warm cache is not written to")
        #expect(!files.contains { $0.contains("draft") })
        let read = try PDFText.read(first).filter { !$0.isWhitespace }
        for character in text where !character.isWhitespace { #expect(read.contains(character), "缺“\(character)”") }

        // Without rare characters, which take the installed font's dead weight along.
        let common = text.filter { !"㐂𠮷".contains($0) }
        let unprepared = FontSet(roles, cache: FontCache(own: nil))
        #expect(unprepared.uses.allSatisfy { !$0.isPrepared && $0.family != nil })
        let (small, large) = (try pdf(warm, common), try pdf(unprepared, common))
        #expect(small.count * 2 < large.count, "\(small.count) \(large.count)")
        #expect(try PDFText.read(small) == PDFText.read(large))
    }

    @Test("A cache that cannot be written: printed without it", arguments: ["/dev/null/缓存", "/proc/没有"])
    func unwritable(path: String) throws {
        let fonts = FontSet(roles, cache: FontCache(own: path, shared: ["/没有"]))
        #expect(fonts.uses.allSatisfy { !$0.isPrepared && $0.sha256 != nil })
        #expect(try PDFText.read(try pdf(fonts, text)).contains("绩效目标"))
    }

    @Test("A cache prepared by others is read, never written")
    func shared() throws {
        let folder = try ScratchFolder()
        let other = FontSet(roles, cache: FontCache(own: folder.path("shared")))
        let mine = FontSet(roles, cache: FontCache(own: nil, shared: [folder.path("shared")]))
        #expect(mine.uses == other.uses)
        #expect(try pdf(mine, text) == pdf(other, text))
    }

    @Test("Bad files in the cache do no harm")
    func damaged() throws {
        let folder = try ScratchFolder()
        let cache = FontCache(own: folder.path("fonts"))
        _ = FontSet(roles, cache: cache)
        for file in try folder.files() where file.hasSuffix("font.otf") || file.contains("digests/") {
            try Data("坏了".utf8).write(to: URL(filePath: folder.path(file)))
        }
        #expect(try PDFText.read(try pdf(FontSet(roles, cache: cache), text)).contains("绩效目标"))
    }

    @Test("Characters that the first font lacks come from the next ones, one by one")
    func fallback() throws {
        let folder = try ScratchFolder()
        let lists = FontRoles(choices: [
            .body: [FontChoice(family: "没有这种字体"), FontChoice(family: "DejaVu Sans"), FontChoice(family: "Noto Serif CJK SC")]
        ])
        let fonts = FontSet(lists, cache: FontCache(own: folder.path("fonts")))
        let body = try #require(fonts.uses.first { $0.role == .body })
        #expect(body.family == "DejaVu Sans" && body.lacking == ["没有这种字体"])
        let read = try PDFText.read(try pdf(fonts, text)).filter { !$0.isWhitespace }
        for character in text where !character.isWhitespace { #expect(read.contains(character), "缺“\(character)”") }
    }

    @Test("Without Fandol there is Noto")
    func withoutFandol() throws {
        let folder = try ScratchFolder()
        let lists = try FontRoles(json5: Repository.resource("fonts.json5"))
        let fonts = FontSet(lists, cache: FontCache(own: folder.path("fonts")))
        for use in fonts.uses {
            let family = try #require(use.family)
            #expect(!use.lacking.contains { $0.hasPrefix("Fandol") } || family.hasPrefix("Noto"))
        }
    }

    @Test("A changed font file is not known to the cache")
    func keys() throws {
        let folder = try ScratchFolder()
        let digests = FileDigest(store: FontStore(cache: FontCache(own: folder.path("fonts"))))
        let file = folder.path("a.otf")
        try Data("甲".utf8).write(to: URL(filePath: file))
        let first = try #require(digests.digest(of: file))
        #expect(first == digests.digest(of: file))
        #expect(first == sha256("甲".utf8))
        try Data("乙".utf8).write(to: URL(filePath: file))
        let second = try #require(digests.digest(of: file))
        #expect(second == sha256("乙".utf8))
        #expect(digests.digest(of: folder.path("没有")) == nil)
        let face = FontFace(path: file, index: 2, families: ["甲"], postScriptName: "A", weight: 400)
        let keys = [first, second].map { FontPreparation.Result(face: face, digest: $0).key(.common) }
        #expect(keys[0] != keys[1] && keys[0].hasSuffix("-2-0"))
    }

    @Test("Written by many at once, a file is always read whole")
    func atomic() throws {
        let folder = try ScratchFolder()
        let store = FontStore(cache: FontCache(own: folder.path("fonts")))
        let bytes = Data((0..<2_000_000).map { UInt8(truncatingIfNeeded: $0) })
        DispatchQueue.concurrentPerform(iterations: 12) { _ in
            #expect(store.add(bytes, at: "x/font.otf") != nil)
            #expect(store.find("x/font.otf").flatMap { FileManager.default.contents(atPath: $0) } == bytes)
        }
        #expect(try folder.files() == ["fonts/x/font.otf"])
    }
}

/// A folder that goes away with its test.
struct ScratchFolder: ~Copyable {
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "goalbook-fonts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    func path(_ name: String) -> String {
        url.appending(path: name).path(percentEncoded: false)
    }

    /// Relative paths of all files.
    func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: url.path(percentEncoded: false)).filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }
}
