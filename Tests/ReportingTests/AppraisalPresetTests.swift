import Appraisal
import Foundation
import GoalModel
import Linting
import Reporting
import TestSupport
import Testing

/// Presets of monitoring and self-evaluation, and single values laid over them by county, town and project.
@Suite struct AppraisalPresetTests {
    private func reviewer(_ files: String...) throws -> Reviewer {
        let reviewer = try Reviewer(file: Repository.resource)
        let profiles = try files.enumerated().map { index, text in
            try reviewer.basis.profile(json5: Data(text.utf8), file: "设定\(index).json5", origin: "第\(index)层")
        }
        let unit = BudgetUnit(code: "706001", name: "柳溪镇")
        return try reviewer.laidOver(profiles, for: GoalBook(town: "柳溪镇", unit: unit, fiscalYear: 2026))
    }

    private func settings(_ files: String...) throws -> AppraisalSettings {
        try files.count == 1 ? reviewer(files[0]).appraiser.settings : reviewer(files[0], files[1]).appraiser.settings
    }

    private func message(_ text: String) throws -> String {
        #expect(throws: ReviewSettingsError.self) { try reviewer(text) }?.message ?? ""
    }

    @Test func national() throws {
        let settings = try reviewer().appraiser.settings
        #expect(settings.preset == "national" && settings.execution == Marks(10))
        #expect(settings.levels == [.output: Marks(50), .benefit: Marks(30), .satisfaction: Marks(10)])
        #expect(settings.levels(hasCost: true)[.cost] == Marks(20) && settings.satisfactionTo == .benefit)
        #expect(settings.scoring.reverse == .proportional && settings.standard == .plan && settings.adjustment == 20)
        #expect(settings.stops.map(\.code) == ["06-30", "07-31", "08-31"] && settings.reasons.count == 5)
    }

    @Test func theOthers() throws {
        let hebei = try settings("{appraisal: {preset: 'hebei'}}")
        #expect(
            hebei.scoring.reverse == .deducting && hebei.overAchievement.rule == .deviation && hebei.overAchievement.percent == 15
        )
        #expect(hebei.stops.map(\.code) == ["03-31", "06-30", "10-31", "12-31"] && hebei.levels.count == 3)
        #expect(try settings("{appraisal: {preset: 'cost101'}}").levels[.cost] == Marks(20))
        let hubei = try settings("{appraisal: {preset: 'hubei'}}")
        #expect(hubei.execution == Marks(20) && hubei.levels.isEmpty && hubei.scoring.bands.partly == 50 && hubei.form == .hubei)
        let sichuan = try settings("{appraisal: {preset: 'sichuan'}}")
        #expect(sichuan.thresholds.values.sorted() == [25, 40, 60, 80] && sichuan.standard == .thresholds)
        #expect(sichuan.adjustment == 0 && sichuan.goalMoneyGap == 10)
        let guangxi = try settings("{appraisal: {preset: 'guangxi'}}")
        #expect(guangxi.overAchievement.zeroTarget == 30 && guangxi.overAchievement.everySign && guangxi.standard == .month)
    }

    @Test func singleValues() throws {
        let mixed = try settings("{appraisal: {preset: 'hebei', reverse: 'A'}}", "{appraisal: {spread: 'cents'}}")
        #expect(mixed.preset == "hebei" && mixed.scoring.reverse == .proportional && mixed.spread == .cents)
        let anew = try settings("{appraisal: {spread: 'cents'}}", "{appraisal: {preset: 'hubei'}}")
        #expect(anew.spread == .tidy && anew.execution == Marks(20), "a preset begins anew")
        let levels = try settings("{appraisal: {levels: {'产出': 45, '效益': 35}, grades: {excellent: 95}}}")
        #expect(levels.levels[.output] == Marks(45) && levels.grades.excellent == Marks(95))
    }

    @Test func projectsAndTowns() throws {
        let text = """
            {towns: {'706001': {appraisal: {between: 'linear'}}}, projects: {'X1': {appraisal: {preset: 'hubei'}}}}
            """
        let appraiser = try reviewer(text).appraiser
        let unit = BudgetUnit(code: "706001", name: "柳溪镇")
        func settings(_ code: String) -> AppraisalSettings {
            appraiser.settings(of: Project(number: 1, name: "甲", code: code, unit: unit))
        }
        #expect(settings("X2").between == .linear && settings("X2").execution == Marks(10))
        #expect(settings("X1").execution == Marks(20))
    }

    @Test func origins() throws {
        let values = try reviewer("{appraisal: {preset: 'hebei', late: 'zero'}}").basis.settings.filter {
            $0.section == "appraisal"
        }
        func origin(_ key: String) -> String? { values.first { $0.key == key }?.origin }
        #expect(origin("late") == "第0层" && origin("reverse") == "第0层（hebei）" && origin("spread") == SettingOrigin.standard)
        #expect(!values.contains { $0.key.hasPrefix("presets") })
    }

    @Test func mistakesNameTheirPlace() throws {
        #expect(try message("{appraisal: {preset: 'beijing'}}").contains("appraisal.preset 写的是“beijing”"))
        #expect(try message("{appraisal: {sprad: 'cents'}}").contains("appraisal.sprad"))
        #expect(try message("{appraisal: {levels: {'产出': 60}}}").contains("加上预算执行率是110，应为100"))
        #expect(try message("{appraisal: {stops: ['6月底']}}").contains("不是如 06-30 的月和日"))
        #expect(try message("{appraisal: {reverse: 'C'}}").contains("appraisal.reverse"))
        #expect(try message("{projects: {X: {appraisal: {late: 'never'}}}}").contains("appraisal.late"))
    }
}
