/// The colour of a warning, the worst first.
public enum Lamp: String, Hashable, Sendable, CaseIterable, Comparable, Codable {
    case red, yellow
    /// Nobody knows: there is no actual figure.
    case grey
    case green, blue

    /// The worse lamp is the lesser.
    public static func < (a: Lamp, b: Lamp) -> Bool { a.rank < b.rank }

    private var rank: Int { Lamp.allCases.firstIndex(of: self) ?? 0 }

    /// 红, 黄, 灰, 绿 or 蓝.
    public var title: String {
        switch self {
        case .red: "红"
        case .yellow: "黄"
        case .grey: "灰"
        case .green: "绿"
        case .blue: "蓝"
        }
    }

    /// A sign beside the word, so that no one has to see the colour.
    public var sign: String {
        switch self {
        case .red: "●"
        case .yellow: "▲"
        case .grey: "○"
        case .green: "✓"
        case .blue: "★"
        }
    }

    /// Of what is done against what is due: red below 60 %, yellow below 80 %.
    init(of value: Ratio) {
        self = value.isBelow(percent: 60) ? .red : value.isBelow(percent: 80) ? .yellow : .green
    }

    /// Whether the town must say why.
    public var isWarning: Bool { self == .red || self == .yellow }
}
