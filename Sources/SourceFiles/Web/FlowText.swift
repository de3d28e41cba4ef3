internal import GoalModel
internal import Text

/// Running text as a browser shows it: white space is one blank, and none between Chinese characters on two lines.
struct FlowText {
    private var scalars = String.UnicodeScalarView()
    private var gap = Gap.none

    private enum Gap {
        case none, blank, lineEnd
    }

    mutating func append(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A, 0x0D: gap = .lineEnd
            case 0x09, 0x0C, 0x20: if gap == .none { gap = .blank }
            case 0x00...0x1F, 0x7F, 0xFEFF: continue
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
}

extension Unicode.Scalar {
    /// Of Chinese text: characters and full-width marks.
    fileprivate var isWide: Bool {
        (0x2E80...0x9FFF).contains(value) || (0xF900...0xFAFF).contains(value) || (0xFF00...0xFFEF).contains(value)
            || (0x20000...0x3FFFF).contains(value) || (0x2018...0x201D).contains(value)
    }
}
