public import Diagnostics

/// A settings file's decision on a rule.
public enum RuleSetting: Hashable, Sendable {
    /// Its findings are not reported.
    case off
    case severity(Severity)

    init?(_ word: String) {
        if word == "off" {
            self = .off
        } else if let severity = Severity(rawValue: word) {
            self = .severity(severity)
        } else {
            return nil
        }
    }

    /// 错误, 警告, 提示 or 不查.
    public var title: String {
        switch self {
        case .off: "不查"
        case .severity(let severity): severity.title
        }
    }

    /// The severity of a mark; `nil` where it is not reported.
    ///
    /// A mark that the rule itself holds milder than usual stays as mild as it is.
    static func severity(of mark: Violation, _ rule: RuleDescription, _ setting: RuleSetting?) -> Severity? {
        let own = mark.severity ?? rule.severity
        switch setting {
        case nil: return own
        case .off: return nil
        case .severity(let given): return own < rule.severity ? min(own, given) : given
        }
    }
}
