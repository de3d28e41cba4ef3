/// The colour that each ink of a ``Scene`` has somewhere.
public struct Palette: Hashable, Sendable {
    private let colors: [Scene.Ink: Color]

    /// Red, green and blue of sRGB, 0…255.
    public struct Color: Hashable, Sendable {
        public var red: UInt8
        public var green: UInt8
        public var blue: UInt8

        init(_ hex: UInt32) {
            red = UInt8(truncatingIfNeeded: hex >> 16)
            green = UInt8(truncatingIfNeeded: hex >> 8)
            blue = UInt8(truncatingIfNeeded: hex)
        }

        /// How light it is when printed in grey, 0 (black) to 1 (white), by the weights of ITU-R BT.601 that drivers use.
        public var lightness: Double {
            (0.299 * Double(red) + 0.587 * Double(green) + 0.114 * Double(blue)) / 255
        }
    }

    public subscript(ink: Scene.Ink) -> Color { colors[ink] ?? Color(0) }

    public static let screen = Palette(colors: [
        .accent: Color(0x1F5FAE), .second: Color(0xA4500B), .text: Color(0x1B2733), .muted: Color(0x526170),
        .grid: Color(0xD5DCE4), .track: Color(0xE8EDF3), .paper: Color(0xFFFFFF),
    ])

    /// On white paper; apart in grey, too.
    public static let print = Palette(colors: [
        .accent: Color(0x1F4E86), .second: Color(0x777777), .text: Color(0x000000), .muted: Color(0x4A4A4A),
        .grid: Color(0xC4C4C4), .track: Color(0xE9E9E9), .paper: Color(0xFFFFFF),
    ])
}
