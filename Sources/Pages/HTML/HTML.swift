internal import Text

/// A piece of well-formed markup.
///
/// Text that is interpolated is escaped, for content and attributes alike; markup that is interpolated is not. Text of a
/// document can therefore never become markup:
/// ```swift
/// let cell: HTML = "<td title=\"\(name)\">\(name)</td>"
/// ```
struct HTML: Hashable, Sendable {
    /// The markup as it is written to the file.
    private(set) var markup: String

    static let empty = HTML(markup: "")

    private init(markup: String) {
        self.markup = markup
    }

    init(text: String) {
        markup = text.escaped
    }

    static func + (a: HTML, b: HTML) -> HTML {
        HTML(markup: a.markup + b.markup)
    }
}

extension HTML: ExpressibleByStringInterpolation {
    init(stringLiteral value: String) {
        markup = value
    }

    init(stringInterpolation: Interpolation) {
        markup = stringInterpolation.markup
    }

    /// Only what is known to be safe can be interpolated; anything else does not compile.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }
        mutating func appendInterpolation(_ text: String) { markup += text.escaped }
        mutating func appendInterpolation(_ number: Int) { markup += String(number) }
        mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
        mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { markup += piece.markup }
        }
        /// Nothing where there is no markup.
        mutating func appendInterpolation(_ piece: HTML?) { markup += piece?.markup ?? "" }
        mutating func appendInterpolation(raw content: RawText) { markup += content.text }
        /// An attribute's value; the quotes in it are single ones.
        mutating func appendInterpolation(policy: ContentPolicy) { markup += policy.directives }
    }
}

extension HTML {
    /// The elements of a sequence one after the other.
    static func joined<Elements: Sequence>(_ elements: Elements, _ make: (Elements.Element) -> HTML) -> HTML {
        HTML(markup: elements.map { make($0).markup }.joined())
    }

    /// The markup when the condition holds.
    static func when(_ condition: Bool, _ make: @autoclosure () -> HTML) -> HTML {
        condition ? make() : .empty
    }
}
