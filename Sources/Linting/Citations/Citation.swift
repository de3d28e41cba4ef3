public import GoalModel

/// A place in a document that a rule rests on.
///
/// Every citation that is printed stands in ``all``, with what looking it up has shown; rules name them and write none of
/// their own.
public struct Citation: Hashable, Sendable {
    public let document: Regulation
    public let passage: Passage
    public let verdict: Verdict

    public enum Passage: Hashable, Sendable {
        case article(String)
        /// The document's own words: only they stand in brackets.
        case words(String)
        /// What the document regulates, in ours.
        case subject(String)
        case whole
    }

    /// What looking it up has shown.
    public enum Verdict: String, Hashable, Sendable {
        /// Document and words were found in its text.
        case confirmed = "文件和文字均查到"
        /// The document was found; the place is told in our words.
        case documentConfirmed = "文件查到，内容为概括"
        /// Each county has its own, or has none.
        case local = "以本县文件为准"
    }

    /// When all citations were looked up.
    public static let checked = "2026年11月28日"

    private init(_ document: Regulation, _ passage: Passage, _ verdict: Verdict? = nil) {
        (self.document, self.passage) = (document, passage)
        if let verdict {
            self.verdict = verdict
        } else if case .subject = passage {
            self.verdict = .documentConfirmed
        } else {
            self.verdict = .confirmed
        }
    }

    public var text: String {
        let name = (document.isForCentralDepartments ? "参照" : "") + document.rawValue
        return switch passage {
        case .article(let article): name + article
        case .words(let words): "\(name)（\(words)）"
        case .subject(let subject): "\(name)关于\(subject)的规定"
        case .whole: name
        }
    }

    /// Whether a book can be held against it: the document is older than the book's year, and 财预〔2021〕101号 is for books
    /// whose indicators have 成本 as a level one.
    public func isFor(_ book: GoalBook) -> Bool {
        document.isOlder(than: book) && (document != .indicatorGuide || book.hasCostLevel)
    }
}

extension Sequence<Citation> {
    /// One after another, as 依据.
    public var text: String { map(\.text).joined(separator: "；") }

    /// What a paper on a book cites; where nothing is left, the county's own rules are meant.
    public func text(for book: GoalBook) -> String {
        let valid = filter { $0.isFor(book) }
        return valid.isEmpty ? book.ownRules : valid.text.replacing("本县", with: book.ownCounty)
    }
}

extension GoalBook {
    /// 本县, 本区, 本市 or 本旗, by the name of the county.
    fileprivate var ownCounty: String {
        county?.last.flatMap { "区市旗".contains($0) ? "本\($0)" : nil } ?? "本县"
    }

    /// What the county has of its own, where its documents are not named.
    public var ownRules: String { ownCounty + "预算绩效管理规定" }

    /// Whether 成本指标 is a level one of its indicators, as in 财预〔2021〕101号.
    fileprivate var hasCostLevel: Bool {
        projects.contains { $0.indicators.contains { $0.category.hasPrefix("成本") } }
    }
}

extension Citation {
    /// Every citation that rules may name.
    public static let all: [Citation] = [
        .relevantGoals, .matchingFunds, .attainable, .estimated, .clear, .quantified, .dutiesRelated, .pointed,
        .pointedSpending, .goals, .indicatorTypes, .quantityType, .timelinessType, .costType, .satisfactionType,
        .guideTypes, .guideNames, .guidePrinciples, .guideBases, .guideOutputs, .guideCosts, .guideUnitCosts,
        .guideTimeliness, .guideLevels, .guideGoals, .executionRate, .satisfactionPoints, .historicalStandard,
        .standards, .allKinds, .dualMonitoring, .fiscalYear, .compilation, .revenueAndSpending, .projectPool,
        .monitoring, .projectCodes, .paperNumerals, .publishing, .publishingSensitive, .privacy, .townDuties,
        .numerals, .regionCodes, .identityNumbers, .cardNumbers, .countyInstructions,
    ]

    static let relevantGoals = Citation(.goalMeasures, .subject("相关性审核"))
    static let matchingFunds = Citation(.goalMeasures, .words("适当性审核：资金规模与绩效目标是否匹配"))
    static let attainable = Citation(.goalMeasures, .words("可行性审核：能确保绩效目标如期实现"))
    static let estimated = Citation(.goalMeasures, .words("可行性审核：合理测算"))
    static let clear = Citation(.goalMeasures, .words("完整性审核：内容是否完整，目标是否明确、清晰"))
    static let quantified = Citation(.goalMeasures, .words("相关性审核：绩效指标是否细化、量化"))
    static let dutiesRelated = Citation(.goalMeasures, .words("相关性审核：与部门职能、事业发展规划是否相关"))
    static let pointed = Citation(.goalMeasures, .words("指向明确"))
    static let pointedSpending = Citation(.goalMeasures, .words("指向明确：与预算支出内容、范围、方向、效果等紧密相关"))
    static let goals = Citation(.goalMeasures, .subject("绩效目标"))
    static let indicatorTypes = Citation(.goalMeasures, .subject("绩效指标分类"))
    static let quantityType = Citation(.goalMeasures, .subject("数量指标"))
    static let timelinessType = Citation(.goalMeasures, .subject("时效指标"))
    static let costType = Citation(.goalMeasures, .subject("单位成本和总成本"))
    static let satisfactionType = Citation(.goalMeasures, .subject("满意度指标"))
    static let guideTypes = Citation(.indicatorGuide, .subject("指标分类"))
    static let guideNames = Citation(.indicatorGuide, .subject("指标名称及解释"))
    static let guidePrinciples = Citation(.indicatorGuide, .subject("指标高度关联、重点突出、量化易评"))
    static let guideBases = Citation(.indicatorGuide, .subject("指标值设定依据"))
    static let guideOutputs = Citation(.indicatorGuide, .subject("产出指标"))
    static let guideCosts = Citation(.indicatorGuide, .subject("成本指标"))
    static let guideUnitCosts = Citation(.indicatorGuide, .subject("单位成本、分项成本控制数"))
    static let guideTimeliness = Citation(.indicatorGuide, .subject("时效指标"))
    static let guideLevels = Citation(.indicatorGuide, .words("不同层级的绩效目标和指标相互衔接、协调配套"))
    static let guideGoals = Citation(.indicatorGuide, .words("预期达到的产出和效果"))
    static let executionRate = Citation(.evaluationMeasures, .subject("预算执行率单列"))
    static let satisfactionPoints = Citation(.evaluationMeasures, .subject("满意度指标分值"))
    static let historicalStandard = Citation(.evaluationMeasures, .subject("历史标准"))
    static let standards = Citation(.evaluationMeasures, .subject("计划标准、行业标准、历史标准"))
    static let allKinds = Citation(.performanceOpinions, .words("绩效目标不仅要包括产出、成本，还要包括经济效益、社会效益、生态效益、可持续影响和服务对象满意度等绩效指标"))
    static let dualMonitoring = Citation(.performanceOpinions, .words("双监控"))
    static let fiscalYear = Citation(.budgetLaw, .article("第十八条"))
    static let compilation = Citation(.budgetLaw, .article("第三十二条第三款"))
    static let revenueAndSpending = Citation(.budgetRegulations, .article("第五条第二款"))
    static let projectPool = Citation(.budgetRegulations, .article("第四十一条第二款"))
    static let monitoring = Citation(.budgetRegulations, .article("第五十三条"))
    static let projectCodes = Citation(.integrationRules, .subject("项目编码"))
    static let paperNumerals = Citation(.paperRegulations, .article("第二十条第（四）项"))
    static let publishing = Citation(.informationAct, .article("第二十五条"))
    static let publishingSensitive = Citation(.informationAct, .article("第二十五条、第二十八条"))
    static let privacy = Citation(.disclosureRegulations, .article("第十五条"))
    static let townDuties = Citation(.localGovernmentAct, .article("第六十一条、第八十五条"))
    static let numerals = Citation(.numerals, .whole)
    static let regionCodes = Citation(.regionCodes, .whole)
    static let identityNumbers = Citation(.identityNumbers, .whole)
    static let cardNumbers = Citation(.cardNumbers, .whole)
    static let countyInstructions = Citation(.countyInstructions, .whole, .local)
}
