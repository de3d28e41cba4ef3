internal import Text

/// A character that no font can draw.
public struct MissingGlyph: Hashable, Sendable {
    public var character: Unicode.Scalar
    /// The ``BookLayout/TextRequest/origin`` of its text.
    public var origin: Int

    /// For example `U+20BB7`.
    public var codePoint: String {
        "U+" + character.value.padded(to: 4, radix: 16, uppercase: true)
    }

    /// What is printed in its place: 〓, which Chinese printers set where a type is missing.
    static let replacement: Character = "〓"
}
