public import GoalModel

/// A document that rules rest on.
public enum Regulation: String, Hashable, Sendable, CaseIterable {
    case budgetLaw = "《预算法》"
    case budgetRegulations = "《预算法实施条例》"
    case performanceOpinions = "中发〔2018〕34号"
    case goalMeasures = "财预〔2015〕88号"
    case indicatorGuide = "财预〔2021〕101号"
    case evaluationMeasures = "财预〔2020〕10号"
    case integrationRules = "《预算管理一体化规范》"
    case paperRegulations = "《党政机关公文处理工作条例》（中办发〔2012〕14号）"
    case informationAct = "《个人信息保护法》"
    case disclosureRegulations = "《政府信息公开条例》（国务院令第711号）"
    case localGovernmentAct = "《地方各级人民代表大会和地方各级人民政府组织法》"
    case numerals = "GB/T 15835—2011"
    case regionCodes = "GB/T 2260—2007"
    case identityNumbers = "GB 11643—1999"
    case cardNumbers = "GB/T 15694.1—1995"
    case countyInstructions = "本县绩效目标表填报说明"

    /// The document as a paper names it first.
    public var title: String {
        switch self {
        case .budgetLaw: "《中华人民共和国预算法》"
        case .performanceOpinions: "《中共中央 国务院关于全面实施预算绩效管理的意见》（\(rawValue)）"
        case .goalMeasures: "《中央部门预算绩效目标管理办法》（\(rawValue)）"
        case .indicatorGuide: "《中央部门项目支出核心绩效目标和指标设置及取值指引（试行）》（\(rawValue)）"
        case .evaluationMeasures: "《项目支出绩效评价管理办法》（\(rawValue)）"
        default: rawValue
        }
    }

    /// Whether it is written for departments of the central government, so that a county only follows its sense.
    public var isForCentralDepartments: Bool { self == .goalMeasures || self == .indicatorGuide }

    /// Whether it was issued before 1 January of the book's year.
    public func isOlder(than book: GoalBook) -> Bool {
        guard let year, let booked = book.fiscalYear else { return true }
        return year < booked
    }

    /// The year in which the wording that is cited was issued; `nil` where it is the county's matter.
    private var year: Int? {
        switch self {
        case .budgetLaw, .performanceOpinions: 2018
        case .budgetRegulations, .evaluationMeasures, .integrationRules: 2020
        case .goalMeasures: 2015
        case .indicatorGuide, .informationAct: 2021
        case .paperRegulations: 2012
        case .disclosureRegulations: 2019
        case .localGovernmentAct: 2022
        case .numerals: 2011
        case .regionCodes: 2007
        case .identityNumbers: 1999
        case .cardNumbers: 1995
        case .countyInstructions: nil
        }
    }
}
