internal import BookLayout
public import GoalModel
internal import Text

/// A page and its type sizes, as `presets.json5` describes them; lengths in mm, sizes in pt.
public struct PagePreset: Sendable, Hashable {
    /// What people call it, such as `公文`.
    public var name: String
    /// Printed on both sides: margins are mirrored, parts begin on the right.
    var duplex: Bool
    var margins: Margins
    var bodySize: Double
    var linesPerPage: Int
    var charactersPerLine: Int
    var titleSize: Double
    var pageNumberSize: Double

    struct Margins: Sendable, Hashable {
        var top: Double
        var bottom: Double
        /// At the binding.
        var inner: Double
        var outer: Double
    }

    /// The page of GB/T 9704-2012: a type area of 156 mm × 225 mm on A4, 22 lines of 28 characters in 3号.
    public static let official = PagePreset(
        name: "公文", duplex: true, margins: Margins(top: 37, bottom: 35, inner: 28, outer: 26), bodySize: 16, linesPerPage: 22,
        charactersPerLine: 28, titleSize: 22, pageNumberSize: 14)
}

/// The presets that `--preset` names, and the one that is taken when it is not given.
public struct PagePresets: Sendable, TableReadable {
    private let standard: String
    private let presets: [String: PagePreset]

    /// - Throws: `DecodingError` when a page has no room for a table, or the default is none of the presets.
    public init(_ table: SettingTable) throws {
        let (chosen, all) = (try table["default"], try table["presets"])
        standard = try chosen.text
        presets = try all.parts.mapValues(PagePreset.init)
        if presets[standard] == nil { throw chosen.trouble("没有名为\(standard.quoted)的版式") }
        for (name, preset) in presets where !preset.isPrintable {
            throw all.trouble("版式\(name.quoted)的版心不足100毫米×100毫米，或字号、行数、字数不是5至50之间的数")
        }
    }

    /// The official page alone.
    public init() {
        standard = "official"
        presets = [standard: .official]
    }

    /// In alphabetical order.
    public var names: [String] { presets.keys.sorted() }

    /// - Parameter name: `nil` for the default.
    public subscript(name: String?) -> PagePreset? { presets[name ?? standard] }
}

extension PagePreset {
    fileprivate init(_ table: SettingTable) throws {
        name = try table["name"].text
        duplex = try table["duplex"].flag
        let around = try table["margins"]
        margins = Margins(
            top: try around["top"].number, bottom: try around["bottom"].number, inner: try around["inner"].number,
            outer: try around["outer"].number)
        bodySize = try table["bodySize"].number
        linesPerPage = try table["linesPerPage"].integer
        charactersPerLine = try table["charactersPerLine"].integer
        titleSize = try table["titleSize"].number
        pageNumberSize = try table["pageNumberSize"].number
    }

    fileprivate var isPrintable: Bool {
        let (width, height) = (210 - margins.inner - margins.outer, 297 - margins.top - margins.bottom)
        let sizes = [bodySize, titleSize, pageNumberSize, Double(linesPerPage), Double(charactersPerLine)]
        let sides = [margins.inner, margins.outer, margins.top, margins.bottom]
        return width >= 100 && height >= 100 && sides.allSatisfy { $0 >= 5 } && sizes.allSatisfy { (5...50).contains($0) }
    }

    /// A4.
    var geometry: PageGeometry {
        let mm = PageGeometry.millimetre
        return PageGeometry(
            pageWidth: 210 * mm, pageHeight: 297 * mm, top: margins.top * mm, inner: margins.inner * mm,
            width: (210 - margins.inner - margins.outer) * mm, height: (297 - margins.top - margins.bottom) * mm,
            isMirrored: duplex)
    }
}
