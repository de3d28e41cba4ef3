internal import BookLayout

/// The type sizes of a brief, in pt.
///
/// They are made for the official type area of 156 mm × 225 mm, and smaller for one that is smaller.
struct BriefType {
    /// 1 unless the type area is smaller than the official one.
    let scale: Double

    init(_ geometry: PageGeometry) {
        let official = PageGeometry.official
        scale = min(1, geometry.width / official.width, geometry.height / official.height)
    }

    private func style(_ role: FontRole, _ size: Double, _ leading: Double, spacing: Double = 0) -> TextStyle {
        TextStyle(role, size: size * scale, leading: leading * scale, letterSpacing: spacing * scale)
    }

    func title(_ size: Double) -> TextStyle { style(.title, size, size + 8) }
    var kicker: TextStyle { style(.hei, 14, 22, spacing: 7) }
    var heading: TextStyle { style(.hei, 12.5, 18) }
    func number(_ size: Double) -> TextStyle { style(.title, size, size + 6) }
    var label: TextStyle { style(.hei, 10.5, 15) }
    var actionTitle: TextStyle { style(.hei, 11, 17) }
    /// A face that carries: the hairlines of 仿宋 are lost on older readers and older copiers.
    var body: TextStyle { style(.table, 10.5, 15) }
    var note: TextStyle { style(.table, 10, 14) }
    var tableText: TextStyle { style(.table, 10, 16) }
    var tableHead: TextStyle { style(.hei, 10, 16) }

    /// From a scene's units to pt: its text is of 8.5 pt.
    var chartScale: Double { 8.5 / Scene.textSize * scale }
    /// Between what stands side by side.
    var gutter: Double { 18 * scale }
}
