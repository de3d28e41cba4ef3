/// All checks of filled forms, by their ids.
public enum FormCheckCatalogue {
    static let checks: [any FormCheck.Type] = [
        WeightsNotHundred.self, ScoreAboveWeight.self, TotalNotSum.self, RateWrong.self, ExecutionPointsWrong.self,
        MoneyParts.self,
        PaidAboveBudget.self, FullThoughMissed.self, LostThoughMet.self, RatioWrong.self, WeightTwice.self, CellBlank.self,
        WeightsOffScheme.self, GradeBand.self, ExecutionReason.self, IndicatorReason.self, AdjustmentReason.self,
        FarAboveTarget.self,
        ValueMissing.self, ActualNoNumber.self, ActualCarriesSign.self, DateByRate.self, LateFullPoints.self,
        RateAboveHundred.self,
        GradeEmpty.self, IndicatorDirection.self, QuantityIsMoney.self, CostNotPaid.self, GoalThin.self, TextAmounts.self,
        PromptLeft.self, OtherUnitNamed.self,
        HighScoreLowExecution.self, GradeDiffers.self, ExactlyAtTarget.self, PerfectThoughMissed.self,
    ]

    /// What each check finds, why and what to do, in the order of their ids.
    public static var descriptions: [FormCheckDescription] {
        (checks.map { $0.description } + [PersonalDataCheck.description, ForeignIndicator.description]).sorted { $0.id < $1.id }
    }
}
