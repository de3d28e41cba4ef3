/// How sure and how grave a statement is; the order is by gravity.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    case hint
    case warning
    case error

    public static func < (a: Severity, b: Severity) -> Bool {
        a.rank < b.rank
    }

    private var rank: Int {
        switch self {
        case .hint: 0
        case .warning: 1
        case .error: 2
        }
    }

    /// 错误, 警告 or 提示.
    public var title: String {
        switch self {
        case .hint: "提示"
        case .warning: "警告"
        case .error: "错误"
        }
    }
}
