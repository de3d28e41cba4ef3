import BookLayout
import CFontconfig
import CShortcuts
import Foundation
import Testing

@testable import Typesetting

/// Which fonts a description means is asked once for all its sizes.
@Suite struct FontSortingTests {
    private typealias Fonts = UnsafeMutablePointer<FcFontSet>
    private typealias Sort =
        @convention(c) (
            OpaquePointer, UnsafeMutablePointer<Fonts?>, Int32, OpaquePointer, Int32, OpaquePointer?,
            UnsafeMutablePointer<FcResult>
        ) -> Fonts?
    private typealias Match =
        @convention(c) (OpaquePointer, UnsafeMutablePointer<Fonts?>, Int32, OpaquePointer, UnsafeMutablePointer<FcResult>) ->
        OpaquePointer?
    private typealias AddDouble = @convention(c) (OpaquePointer, UnsafePointer<CChar>, Double) -> Int32

    /// Holds fontconfig's own functions.
    private let library: UnsafeMutableRawPointer

    init() throws {
        library = try #require(dlopen("libfontconfig.so.1", RTLD_LAZY))
    }

    private func function<Function>(_ name: String) throws -> Function {
        unsafeBitCast(try #require(dlsym(library, name)), to: Function.self)
    }

    private func pattern(_ families: [String], size: Double) throws -> OpaquePointer {
        let pattern = try #require(FcPatternCreate())
        for family in families { FcPatternAddString(pattern, FC_FAMILY, family) }
        let add: AddDouble = try function("FcPatternAddDouble")
        _ = add(pattern, FC_PIXEL_SIZE, size)
        return pattern
    }

    private func place(_ pattern: OpaquePointer?) -> String {
        var (file, index, size): (UnsafeMutablePointer<FcChar8>?, Int32, Double) = (nil, 0, 0)
        FcPatternGetString(pattern, FC_FILE, 0, &file)
        FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
        FcPatternGetDouble(pattern, FC_PIXEL_SIZE, 0, &size)
        return "\(file.map { String(cString: $0) } ?? "") \(index) \(size)"
    }

    private func places(_ fonts: Fonts?) -> [String] {
        guard let fonts else { return [] }
        defer { FcFontSetDestroy(fonts) }
        return (0..<Int(fonts.pointee.nfont)).map { place(fonts.pointee.fonts[$0]) }
    }

    @Test("The same fonts are found as without remembering, in every size and of every configuration")
    func same() throws {
        let sort: Sort = try function("FcFontSetSort")
        let match: Match = try function("FcFontSetMatch")
        let serif = FontChoice(family: "Noto Serif CJK SC")
        let sets = [FontSet(.builtIn), FontSet(FontRoles(choices: [.body: [serif]])), FontSet(.builtIn)]
        for set in sets {
            let configuration = try #require(set.configuration.load())
            defer { FcConfigDestroy(configuration) }
            var fonts = FcConfigGetFonts(configuration, FcSetSystem)
            for role in FontRole.allCases {
                let families = set.role(role).families
                for families in [families, Array(families.reversed()), families] {
                    for size in [9, 10.5, 9, 22] {
                        let pattern = try pattern(families, size: size)
                        defer { FcPatternDestroy(pattern) }
                        var (result, found) = (FcResultNoMatch, Int32(-1))
                        let raw = UnsafeMutableRawPointer(pattern)
                        let sorted = withUnsafeMutablePointer(to: &fonts) {
                            cshortcuts_sort(UnsafeMutableRawPointer(configuration), $0, 1, raw, &found)
                        }
                        let own = places(sort(configuration, &fonts, 1, pattern, 1, nil, &result))
                        #expect(places(sorted?.assumingMemoryBound(to: FcFontSet.self)) == own)
                        #expect(!own.isEmpty && result == FcResultMatch && found == Int32(FcResultMatch.rawValue))
                        let best = (
                            short: withUnsafeMutablePointer(to: &fonts) {
                                cshortcuts_match(UnsafeMutableRawPointer(configuration), $0, 1, raw, &found).map(
                                    OpaquePointer.init)
                            },
                            own: match(configuration, &fonts, 1, pattern, &result)
                        )
                        #expect(place(best.short) == place(best.own) && place(best.short).hasSuffix(" \(size)"))
                        for pattern in [best.short, best.own] { FcPatternDestroy(pattern) }
                    }
                }
            }
        }
    }
}
