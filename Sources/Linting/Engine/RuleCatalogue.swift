/// Every rule, in the order of the manual; a new rule is one file and one line here.
public enum RuleCatalogue {
    public static let all: [any Rule] = [
        FundingSumMismatch(), BudgetMissing(), CostAboveBudget(), UnitCostAboveBudget(), EstimateMismatch(),
        NarrativeAmountMismatch(), DuplicateProject(), MoneyUnitSlip(), PlanIncomplete(), PlanFalls(), PlanAllAtStart(),
        PlanAllAtEnd(), PlanMechanical(), PlanBlank(), PlanVersusDeadline(), NarrativePlanMismatch(), RequiredTypeMissing(),
        IndicatorsMissing(),
        UnitIsPhrase(), NumberMissing(), PlaceholderName(), DescriptionEmpty(), DescriptionRepeatsName(), CostDirection(),
        CostIsRate(), CostNotQuantified(), QuantityIsRate(), CountWithPercent(), UnitWithoutDenominator(), RateAnsweredByDate(),
        WrongType(), SatisfactionElsewhere(), RateAtLeastHundred(), GrowthWithoutBase(), ValuesAlike(), BasisRepeatsName(),
        IndicatorForeign(), TimelinessWithoutTime(), BasisMissing(), UnitMissing(), DateInCount(), TypeMissing(),
        IndicatorSetCopied(), GoalCopied(), CopiedAcrossTowns(),
        GoalOnlyAboutMoney(), PurposeRepeatsName(), TypingError(), PercentSpelling(), WrongKindOfUnit(), StalePeriod(),
        PhraseRepeated(), PartOneMissing(), GoalMissing(), PurposeMissing(), ProjectNameMissing(), ProjectCodeInvalid(),
        ProjectCodeRegion(), CarriedOverProject(), IdentityNumber(), PhoneNumber(),
        BankCard(), PersonalName(), SmallGroup(),
    ]

    public static var descriptions: [RuleDescription] { all.map { $0.description } }

    /// The codes of the rules whose finds keep a book from being published.
    public static let leaks = Set(all.filter { $0.checks.personal != nil }.map { $0.description.code })

    /// What to do about a rule, by its code.
    public static let actions = Dictionary(descriptions.map { ($0.code, $0.action) }) { first, _ in first }

    /// What each rule usually reports, by code.
    static let severities = Dictionary(descriptions.map { ($0.code, $0.severity) }) { first, _ in first }

    /// The rule with this id or code, in any case, or with this Chinese title.
    public static func description(of name: String) -> RuleDescription? {
        descriptions.first { $0.id == name.lowercased() || $0.code == name.uppercased() || $0.title == name }
    }
}
