import Foundation
import TestSupport
import Testing

/// Computes contrast by WCAG 2.2 from the style sheet's own colours, in both colour schemes and on paper.
@Suite
struct PaletteTests {
    /// Text on grounds that it stands on.
    private static let pairs: [(text: String, grounds: [String])] = [
        ("ink", ["paper", "card", "track"]), ("muted", ["paper", "card", "track"]), ("link", ["paper", "card", "track"]),
        ("accent", ["card", "track"]), ("error", ["card", "error-bg", "track"]), ("warning", ["card", "warning-bg", "track"]),
        ("hint", ["card", "hint-bg", "track"]), ("good", ["card", "good-bg", "track"]),
    ]

    @Test("Text has at least 4.5 : 1, what is drawn or operated 3 : 1", arguments: ["light", "dark", "print"])
    func contrast(scheme: String) throws {
        let colours = try PaletteTests.colours(scheme)
        #expect(colours.count >= 18)
        for (text, grounds) in PaletteTests.pairs {
            for ground in grounds {
                let ratio = try PaletteTests.ratio(text, ground, colours)
                #expect(ratio >= 4.5, "\(scheme): \(text) on \(ground) \(ratio)")
            }
        }
        for drawn in ["accent", "second", "control", "error", "warning", "hint"] {
            #expect(try PaletteTests.ratio(drawn, "card", colours) >= 3, "\(scheme): \(drawn)")
        }
    }

    @Test("The reckoning knows the values of the standard")
    func reckoning() throws {
        let colours = ["white": 0xFFFFFF, "black": 0, "grey": 0x767676]
        #expect(try PaletteTests.ratio("white", "black", colours) == 21)
        #expect((4.53...4.55).contains(try PaletteTests.ratio("grey", "white", colours)))
    }

    /// The variables that hold in a scheme, those of the light one where it says nothing else.
    private static func colours(_ scheme: String) throws -> [String: Int] {
        let css = try SampleReports.css.get()
        let dark = try #require(css.range(of: "prefers-color-scheme: dark"))
        let print = try #require(css.range(of: "@media print"))
        var colours = variables(css[..<dark.lowerBound])
        if scheme == "dark" { colours.merge(variables(css[dark.lowerBound..<print.lowerBound].prefix(1200))) { $1 } }
        if scheme == "print" { colours.merge(variables(css[print.lowerBound...])) { $1 } }
        return colours
    }

    private static func variables(_ css: Substring) -> [String: Int] {
        var result: [String: Int] = [:]
        for match in css.matches(of: #/--([a-z-]+): #([0-9a-f]{6}|[0-9a-f]{3});/#) {
            let digits = match.2.count == 3 ? match.2.map { "\($0)\($0)" }.joined() : String(match.2)
            result[String(match.1)] = Int(digits, radix: 16)
        }
        return result
    }

    private static func ratio(_ a: String, _ b: String, _ colours: [String: Int]) throws -> Double {
        let (x, y) = (luminance(try #require(colours[a])), luminance(try #require(colours[b])))
        return (max(x, y) + 0.05) / (min(x, y) + 0.05)
    }

    private static func luminance(_ colour: Int) -> Double {
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(colour >> shift & 255) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
