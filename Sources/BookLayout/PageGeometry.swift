/// A page and its type area; all lengths are in pt, the origin of what is placed is the type area's upper left corner.
public struct PageGeometry: Hashable, Sendable {
    public var pageWidth: Double
    public var pageHeight: Double
    public var top: Double
    /// The margin on the binding side: left on odd pages, right on even ones where margins are mirrored.
    public var inner: Double
    public var width: Double
    public var height: Double
    /// Whether both sides of a sheet are printed: even pages are bound on the right, and parts begin on odd ones.
    public var isMirrored: Bool

    public init(
        pageWidth: Double, pageHeight: Double, top: Double, inner: Double, width: Double, height: Double, isMirrored: Bool = true
    ) {
        (self.pageWidth, self.pageHeight, self.top, self.inner) = (pageWidth, pageHeight, top, inner)
        (self.width, self.height, self.isMirrored) = (width, height, isMirrored)
    }

    /// A4 after GB/T 9704-2012: margins 37 mm above and 28 mm at the binding, a type area of 156 mm × 225 mm.
    public static let official = PageGeometry(
        pageWidth: 210 * millimetre, pageHeight: 297 * millimetre, top: 37 * millimetre, inner: 28 * millimetre,
        width: 156 * millimetre, height: 225 * millimetre)

    /// In pt.
    public static let millimetre = 72 / 25.4

    /// The left edge of the type area on a page, in pt.
    public func left(onRightHandPage isRight: Bool) -> Double {
        isRight || !isMirrored ? inner : pageWidth - inner - width
    }
}
