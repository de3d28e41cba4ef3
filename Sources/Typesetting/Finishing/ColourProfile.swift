/// The colour space sRGB (IEC 61966-2-1) as a profile after ICC.1:2004-10, made from its published constants.
enum ColourProfile {
    /// What identifies the colour space in an output intent (ISO 19005-2, 6.2.3).
    static let name = "sRGB IEC61966-2.1"

    static let bytes: [UInt8] = {
        let curve = parametricCurve
        let elements: [(tag: String, data: [UInt8])] = [
            ("desc", words(name)), ("cprt", words("No copyright, use freely")), ("wtpt", point(daylight)),
            ("chad", type("sf32") + adaptation.flatMap(fixed)),
            // The primaries of ITU-R BT.709 seen under the light D50.
            ("rXYZ", point([0.43607, 0.22249, 0.01392])), ("gXYZ", point([0.38515, 0.71687, 0.09708])),
            ("bXYZ", point([0.14307, 0.06061, 0.71410])), ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var table = number(elements.count)
        var body: [UInt8] = []
        let start = 128 + 4 + 12 * elements.count
        for (tag, data) in elements {
            table += Array(tag.utf8) + number(start + body.count) + number(data.count)
            body += data + Array(repeating: 0, count: -data.count & 3)
        }
        return header(size: start + body.count) + table + body
    }()

    /// A copy of a finished file in which the profile cannot be used; nothing moves.
    ///
    /// Poppler makes tables of the profile for each page, which takes it twice as long as reading the page.
    static func removed(from file: [UInt8]) -> [UInt8] {
        var copy = file
        var scanner = ByteScanner(file, at: 0)
        guard scanner.find("<</N 3/Filter", before: file.count), scanner.find("stream", before: scanner.position + 107) else {
            return copy
        }
        // What stands in for the first bytes of the packed profile is no packed data.
        for index in scanner.position..<min(scanner.position + 12, copy.count) { copy[index] = 0x20 }
        return copy
    }

    /// The white of the profile connection space, D50.
    private static let daylight = [0.9642, 1.0, 0.8249]
    /// From D65 to D50 after Bradford.
    private static let adaptation = [
        1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
    ]

    private static func header(size: Int) -> [UInt8] {
        var header = number(size) + number(0) + number(0x0420_0000)
        header += Array("mntrRGB XYZ ".utf8)
        // A date is wanted: that of the edition of the format.
        header += [2004, 10, 1, 0, 0, 0].flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        header += Array("acsp".utf8) + Array(repeating: 0, count: 28) + daylight.flatMap(fixed)
        return header + Array(repeating: 0, count: 128 - header.count)
    }

    /// ((x + 0.055) / 1.055) ^ 2.4, and x / 12.92 up to 0.04045.
    private static var parametricCurve: [UInt8] {
        type("para") + [0, 3, 0, 0] + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
    }

    private static func words(_ text: String) -> [UInt8] {
        let units = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        return type("mluc") + number(1) + number(12) + Array("enUS".utf8) + number(units.count) + number(28) + units
    }

    private static func point(_ values: [Double]) -> [UInt8] {
        type("XYZ ") + values.flatMap(fixed)
    }

    private static func type(_ name: String) -> [UInt8] {
        Array(name.utf8) + number(0)
    }

    private static func number(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// With 16 bits behind the point.
    private static func fixed(_ value: Double) -> [UInt8] {
        number(Int((value * 65_536).rounded()))
    }
}
