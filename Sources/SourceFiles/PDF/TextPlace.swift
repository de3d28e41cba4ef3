/// Where on the page the next string of a content stream begins (ISO 32000-1, 8.3 and 9.4).
struct TextPlace {
    /// Of the page, and that of the text on it.
    private var page = Matrix()
    private var line = Matrix()
    private var leading = 0.0
    private var size = 1.0
    private var saved: [Matrix] = []
    /// How far along the line the strings reach that were shown since the place was set, in the text's own measure.
    private var shown = 0.0
    /// Between characters, and between words.
    private var characterSpace = 0.0
    private var wordSpace = 0.0
    private var stretch = 1.0

    struct Matrix {
        var a = 1.0
        var b = 0.0
        var c = 0.0
        var d = 1.0
        var e = 0.0
        var f = 0.0

        /// This one first, then `outer`.
        func times(_ outer: Matrix) -> Matrix {
            Matrix(
                a: a * outer.a + b * outer.c, b: a * outer.b + b * outer.d, c: c * outer.a + d * outer.c,
                d: c * outer.b + d * outer.d, e: e * outer.a + f * outer.c + outer.e, f: e * outer.b + f * outer.d + outer.f)
        }

        init() {}

        init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
            (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
        }

        init?(_ operands: [PDFValue]) {
            let numbers = operands.compactMap(\.real)
            guard numbers.count == 6 else { return nil }
            self.init(a: numbers[0], b: numbers[1], c: numbers[2], d: numbers[3], e: numbers[4], f: numbers[5])
        }
    }

    /// A place on the page in its own measure, with the height of the letters there.
    struct Spot {
        var x: Double
        var y: Double
        var height: Double
        /// Lines run from left to right.
        var isUpright: Bool
    }

    var spot: Spot {
        let place = line.times(page)
        return Spot(
            x: place.e + shown * place.a, y: place.f + shown * place.b,
            height: size.magnitude * (place.c * place.c + place.d * place.d).squareRoot(),
            isUpright: place.a > 0 && place.b.magnitude < place.a / 100)
    }

    /// Goes behind a string.
    ///
    /// - Parameters:
    ///   - width: of its glyphs, in parts of the font's size.
    ///   - blanks: how many of its codes are a blank of one byte.
    mutating func advance(width: Double, count: Int, blanks: Int) {
        let spaces = Double(count) * characterSpace + Double(blanks) * wordSpace
        shown += (width * size + spaces) * stretch
    }

    /// Goes behind an operator that moves the place.
    mutating func take(_ word: String, _ operands: [PDFValue]) {
        switch word {
        case "q": if saved.count < 1_000 { saved.append(page) }
        case "Q": page = saved.popLast() ?? page
        case "cm": if let matrix = Matrix(operands) { transform(by: matrix) }
        case "BT": set(Matrix())
        case "Tm": if let matrix = Matrix(operands) { set(matrix) }
        case "Tf": size = operands.last?.real ?? size
        case "Tc": characterSpace = operands.last?.real ?? 0
        case "Tw": wordSpace = operands.last?.real ?? 0
        case "Tz": stretch = (operands.last?.real ?? 100) / 100
        case "TL": leading = operands.last?.real ?? leading
        case "Td", "TD":
            let numbers = operands.compactMap(\.real)
            guard numbers.count == 2 else { return }
            if word == "TD" { leading = -numbers[1] }
            move(numbers[0], numbers[1])
        case "T*", "'", "\"": move(0, -leading)
        default: return
        }
    }

    mutating func transform(by matrix: Matrix) {
        page = matrix.times(page)
    }

    private mutating func move(_ x: Double, _ y: Double) {
        set(Matrix(a: 1, b: 0, c: 0, d: 1, e: x, f: y).times(line))
    }

    private mutating func set(_ matrix: Matrix) {
        line = matrix
        shown = 0
    }
}
