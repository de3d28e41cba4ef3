internal import CPango
internal import Text

/// The colour in which a text is drawn so that its place is found in what Cairo writes; finishing the page puts the beginning of
/// marked content there, and the text is black.
///
/// Cairo's tags would tell as much. But for each of them it makes an element of a structure, which is replaced by ours: that
/// took a tenth of the time of drawing, and a third of the memory of a volume.
struct PieceColour: Equatable {
    /// Which text of the page, from 0; beyond ``count`` they begin again.
    let number: Int

    private static let steps = 48
    /// How many texts are told apart.
    static let count = steps * steps

    init(ofPiece index: Int) {
        number = index % PieceColour.count
    }

    /// Sixty-fourths, which six decimals tell exactly, and with which Cairo writes a number quickest; no colour that is shown has
    /// them, because those are parts of 255.
    private static func share(_ step: Int) -> Double { Double(8 + step) / 64 }

    func set(on cairo: OpaquePointer) {
        let (high, low) = number.quotientAndRemainder(dividingBy: PieceColour.steps)
        cairo_set_source_rgb(cairo, 0.75, PieceColour.share(low), PieceColour.share(high))
    }

    static func setBlack(on cairo: OpaquePointer) {
        cairo_set_source_rgb(cairo, 0, 0, 0)
    }

    /// - Parameter operands: of `rg` as Cairo writes it.
    /// - Returns: `nil` for a colour that is to be seen.
    init?(_ operands: [ContentTokens.Token], in bytes: [UInt8]) {
        guard operands.count == 3, bytes[operands[0].range].elementsEqual("0.75".utf8),
            let low = PieceColour.step(bytes[operands[1].range]), let high = PieceColour.step(bytes[operands[2].range])
        else { return nil }
        number = high * PieceColour.steps + low
    }

    private static func step(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.count > 2, digits.count <= 8, digits.starts(with: "0.".utf8) else { return nil }
        var millionths = 0
        for digit in digits.dropFirst(2) {
            guard digit.isDigit else { return nil }
            millionths = millionths * 10 + Int(digit - 0x30)
        }
        for _ in digits.count..<8 { millionths *= 10 }
        let (parts, rest) = millionths.quotientAndRemainder(dividingBy: 15_625)
        return rest == 0 && (8..<8 + steps).contains(parts) ? parts - 8 : nil
    }
}
