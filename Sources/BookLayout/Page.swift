/// A finished page: texts and rules in the coordinates of the type area.
public struct Page<Block> {
    public var label: PageLabel
    /// What the running head says of this page; empty for none.
    public var title: String
    public var texts: [PlacedText<Block>] = []
    public var rules: [Rule] = []
    public var tints: [Tint] = []
    public var figures: [PlacedFigure<Block>] = []
    public var marks: [Mark] = []

    public init(label: PageLabel, title: String = "") {
        self.label = label
        self.title = title
    }

    public var isBlank: Bool { texts.isEmpty && rules.isEmpty && figures.isEmpty }
}

public enum PageLabel: Hashable, Sendable {
    /// No number is printed.
    case none
    /// A word in place of a number; it is not printed.
    case named(String)
    case roman(Int)
    case arabic(Int)

    /// `iv`, `12`, a name, or nothing.
    public var text: String {
        switch self {
        case .none: ""
        case .named(let name): name
        case .arabic(let number): "\(number)"
        case .roman(let number): PageLabel.roman(of: number)
        }
    }

    private static func roman(of number: Int) -> String {
        var rest = number
        var result = ""
        let signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
        for (value, sign) in signs {
            while rest >= value {
                result += sign
                rest -= value
            }
        }
        return result
    }
}

/// Some lines of a laid-out text at a place.
public struct PlacedText<Block> {
    public var block: Block
    public var lines: Range<Int>
    /// Left edge of the block's box, in pt.
    public var x: Double
    /// Upper edge of the first of `lines`, in pt.
    public var y: Double
    /// Where the text belongs in the book's ``StructureTree``.
    public var element: ElementID?

    /// Repeated or ornamental: not part of what a reader reads.
    public var isArtifact: Bool { element == nil }

    public init(_ block: Block, lines: Range<Int>, x: Double, y: Double, element: ElementID?) {
        (self.block, self.lines, self.x, self.y, self.element) = (block, lines, x, y, element)
    }
}

/// A straight line; lengths are in pt.
public struct Rule: Hashable, Sendable {
    public var fromX: Double
    public var fromY: Double
    public var toX: Double
    public var toY: Double
    public var weight: Double
    public var isDotted: Bool

    public init(fromX: Double, fromY: Double, toX: Double, toY: Double, weight: Double = 0.5, isDotted: Bool = false) {
        (self.fromX, self.fromY, self.toX) = (fromX, fromY, toX)
        (self.toY, self.weight, self.isDotted) = (toY, weight, isDotted)
    }
}

/// A light grey ground behind words; lengths are in pt.
public struct Tint: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    /// How light it is, 0 (black) to 1 (white): still there in a copy of a copy, and far lighter than any word.
    public static let lightness = 0.925

    public init(x: Double, y: Double, width: Double, height: Double) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }
}

/// A named place that links and bookmarks lead to.
public struct Mark: Hashable, Sendable {
    /// ASCII letters and digits, unique in the book.
    public var name: String
    /// In pt below the top of the type area.
    public var y: Double

    public init(name: String, y: Double) {
        self.name = name
        self.y = y
    }
}
