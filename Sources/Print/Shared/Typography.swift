internal import BookLayout

/// The type sizes of a page, in pt.
struct Typography {
    private(set) var geometry: PageGeometry
    /// From line to line of running text: so many lines fill the type area, rounded down so that they still fit.
    let linePitch: Double
    /// The width that a character of running text takes: so many fill the line, each set a little closer or wider.
    let bodyCell: Double
    private let bodySize: Double
    private let titleSize: Double
    private let pageNumberSize: Double

    init(_ preset: PagePreset) {
        geometry = preset.geometry
        linePitch = (geometry.height / Double(preset.linesPerPage) * 100).rounded(.down) / 100
        bodyCell = (geometry.width / Double(preset.charactersPerLine) * 1000).rounded(.down) / 1000
        bodySize = preset.bodySize
        titleSize = preset.titleSize
        pageNumberSize = preset.pageNumberSize
    }

    /// The same type on the page of forms.
    func onForms(isLandscape: Bool) -> Typography {
        var type = self
        type.geometry = isLandscape ? .wideForm : .form(isMirrored: geometry.isMirrored)
        return type
    }

    private func running(_ role: FontRole) -> TextStyle {
        TextStyle(role, size: bodySize, leading: linePitch, letterSpacing: bodyCell - bodySize)
    }

    var body: TextStyle { running(.body) }
    var heading: TextStyle { running(.hei) }
    var subheading: TextStyle { running(.kai) }
    /// 1. and 1、, in what Chinese has for bold type.
    var itemHeading: TextStyle {
        var style = body
        style.bold = true
        return style
    }
    var partTitle: TextStyle { TextStyle(.title, size: titleSize, leading: titleSize + 12) }
    var tableTitle: TextStyle { TextStyle(.title, size: bodySize, leading: bodySize + 8) }
    /// What of the measure a title takes at most before it turns the line.
    let titleMeasure = 0.9
    var contentsPart: TextStyle { TextStyle(.hei, size: 14, leading: 24) }
    var contentsItem: TextStyle { TextStyle(.table, size: 14, leading: 23) }
    var runningHead: TextStyle { TextStyle(.table, size: 9, leading: 12) }
    var pageNumber: TextStyle { TextStyle(.table, size: pageNumberSize, leading: 18) }
    var note: TextStyle { TextStyle(.table, size: 10.5, leading: 15) }
}

extension PageGeometry {
    /// A4 upright with the narrower margins of forms: 25 mm at the binding, 20 mm outside, a type area of 165 mm × 245 mm.
    static func form(isMirrored: Bool) -> PageGeometry {
        PageGeometry(
            pageWidth: 210 * millimetre, pageHeight: 297 * millimetre, top: 28 * millimetre, inner: 25 * millimetre,
            width: 165 * millimetre, height: 245 * millimetre, isMirrored: isMirrored)
    }

    /// A4 lying, a type area of 257 mm × 160 mm; bound above.
    static let wideForm = PageGeometry(
        pageWidth: 297 * millimetre, pageHeight: 210 * millimetre, top: 27 * millimetre, inner: 20 * millimetre,
        width: 257 * millimetre, height: 160 * millimetre, isMirrored: false)
}
