/// How a town stands, the gravest first: the words that the terminal, the status, pages and mails share.
public enum TownState: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Its results are not there, or its book cannot be handed in as it is.
    case failed
    /// Its results are not of today's input.
    case stale
    /// There is something that must be put right.
    case faulty
    case good

    public init(isFailed: Bool, isStale: Bool, errors: Int) {
        self = isFailed ? .failed : isStale ? .stale : errors > 0 ? .faulty : .good
    }

    public var title: String {
        switch self {
        case .failed: "失败"
        case .stale: "没有更新"
        case .faulty: "有错误"
        case .good: "正常"
        }
    }

    /// Whether somebody has to see to it before the town's figures can be used.
    public var isTrouble: Bool { self < .faulty }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }
}
