internal import GoalModel
internal import Text

/// Running text as a browser shows it: white space is one blank, and none between Chinese characters on two lines.
struct FlowText {
    private var scalars = String.UnicodeScalarView()
    private var gap = Gap.none
    private var look = Look()
    private(set) var struck: [String] = []

    /// How the text looks that is being read.
    struct Look {
        var isStruck = false
        var isRaised = false
    }

    private enum Gap {
        case none, blank, lineEnd
    }

    /// Begins an element; returns how the text around it looks.
    mutating func begin(_ element: MarkupElement) -> Look {
        defer { look = Look(isStruck: look.isStruck || element.isStruck, isRaised: look.isRaised || element.isRaised) }
        return look
    }

    mutating func end(_ element: MarkupElement, _ outer: Look) {
        look = outer
        if !element.isListNumber { return }
        while let last = scalars.last, last.isBlank { scalars.removeLast() }
        gap = .none
    }

    /// Takes what a field of a form is set to; false when the element is none.
    mutating func take(field element: MarkupElement) -> Bool {
        guard let value = element.fieldValue else { return false }
        append(value)
        return true
    }

    mutating func takeStruck() -> [String] {
        defer { struck = [] }
        return struck.map(\.trimmed).filter { !$0.isEmpty }
    }

    mutating func append(_ words: String) {
        if look.isStruck {
            struck.append(words)
            return
        }
        let text = look.isRaised ? words.raised : words
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D: gap = .lineEnd
            case 0x09, 0x0C, 0x20: if gap == .none { gap = .blank }
            case 0x00...0x1F, 0x7F: continue
            default:
                if gap != .none, let last = scalars.last {
                    if gap == .blank || !(last.isWide && scalar.isWide) { scalars.append(" ") }
                }
                gap = .none
                scalars.append(scalar)
            }
        }
    }

    /// The text so far, trimmed; begins anew.
    mutating func take() -> String {
        defer {
            scalars = String.UnicodeScalarView()
            gap = .none
        }
        return String(scalars).trimmed
    }

    /// A page without the marks that Word and Excel write for themselves (`<![if !supportLists]>`) and other programs pass over;
    /// what stands between them is shown.
    static func withoutConditions(_ page: String) -> String {
        page.holds("<![") ? page.replacing(/<!\[(?:if|endif)[^\]>]*\]>/.ignoresCase(), with: "") : page
    }
}

extension Unicode.Scalar {
    /// Of Chinese text: characters and full-width marks.
    fileprivate var isWide: Bool {
        (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
            || (0x20000...0x3FFFF).contains(value) || (0x2018...0x201D).contains(value)
    }
}
