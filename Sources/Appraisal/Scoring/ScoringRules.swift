/// How the points of a row are told; each is a choice that places make differently.
public struct ScoringRules: Hashable, Sendable {
    /// A target that must not be exceeded and was.
    public enum Reverse: String, Hashable, Sendable, Codable, CaseIterable {
        /// weight × target ÷ actual.
        case proportional = "A"
        /// weight × (1 − excess ÷ target), nothing from twice the target on.
        case deducting = "B"
    }

    /// A deadline that was missed.
    public enum Late: String, Hashable, Sendable, Codable, CaseIterable {
        /// The town enters points of the band below.
        case band
        case zero
    }

    /// A project whose money was taken back altogether.
    public enum ZeroBudget: String, Hashable, Sendable, Codable, CaseIterable {
        case zero, full
    }

    public var reverse = Reverse.proportional
    public var bands = GradeBands()
    public var late = Late.band
    public var zeroBudget = ZeroBudget.zero
    /// Whether reaching a multiple of the target costs points.
    public var deductsOverAchievement = false

    public init() {}

    public init(reverse: Reverse, deductsOverAchievement: Bool = false) {
        (self.reverse, self.deductsOverAchievement) = (reverse, deductsOverAchievement)
    }
}

/// The bands of graded indicators (定性指标), in per cent of the weight.
public struct GradeBands: Hashable, Sendable {
    /// The least of 达成.
    public var reached = 80
    /// The least of 部分达成.
    public var partly = 60

    public init() {}

    public init(reached: Int, partly: Int) { (self.reached, self.partly) = (reached, partly) }

    /// The points that a grade allows; a limit belongs to the better grade alone.
    public func band(of completion: Completion, weight: Marks) -> ClosedRange<Marks> {
        let (upper, lower) = (weight.share(percent: reached), weight.share(percent: partly))
        let cent = Marks(hundredths: 1)
        return switch completion {
        case .reached: upper...max(upper, weight)
        case .partly: lower...max(lower, upper - cent)
        case .missed: .zero...max(.zero, lower - cent)
        }
    }
}

/// How far a graded goal was reached (完成程度).
public enum Completion: String, Hashable, Sendable, CaseIterable, Codable {
    case reached = "达成"
    case partly = "部分达成"
    case missed = "未达成"

    /// Reads any of the words in use: 达成年度指标, 部分达成目标并具有一定效果, 未达成目标且效果较差 …; `nil` for other words.
    public init?(written text: String) {
        let word = text.filter { !$0.isWhitespace }
        if word.hasPrefix("部分达成") || word == "部分完成" || word == "基本达成" {
            self = .partly
        } else if word.hasPrefix("未达成") || ["未完成", "没有达成", "没有完成"].contains(word) {
            self = .missed
        } else if word.hasPrefix("达成") || ["完成", "已完成", "已达成", "全部达成", "全部完成"].contains(word) {
            self = .reached
        } else {
            return nil
        }
    }
}
