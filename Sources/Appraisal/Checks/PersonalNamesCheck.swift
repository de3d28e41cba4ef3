internal import Diagnostics
internal import Text

extension Actuals {
    /// The same with a warning for each text that names persons.
    ///
    /// - Parameter names: those that a text seems to hold, as messages may show them.
    public func looked(for names: (String) -> [String]) -> Actuals {
        var actuals = self
        func look(_ text: String, _ title: String, project: Int?, row: Int? = nil, at place: Location?) {
            let found = names(text)
            guard !found.isEmpty else { return }
            let shown = found.map(\.quoted).joined(separator: "、")
            actuals.checks.append(
                AppraisalCheck(
                    .personalData, .warning, project: project, row: row, at: place,
                    "\(title)中疑有个人姓名\(shown)，公开以前请改为人数或类别"))
        }
        for actual in projects {
            let texts: [(String, String, ProjectActual.Field)] = [
                (actual.adjustmentReason, "调整原因", .adjustmentReason), (actual.reason.text, "执行偏差原因", .reason),
                (actual.goalDone, "总体目标实际完成情况", .goalDone),
            ]
            for (text, title, field) in texts { look(text, title, project: actual.project, at: actual.place(field)) }
        }
        for actual in indicators {
            let texts: [(String, String, IndicatorActual.Field)] = [
                (actual.actual, "实际完成值", .actual), (actual.reason.text, "原因说明", .reason),
                (actual.reason.measure, "改进措施", .measure),
            ]
            for (text, title, field) in texts {
                look(text, title, project: actual.project, row: actual.row, at: actual.place(field))
            }
        }
        for actual in overall {
            look(actual.actual, "部门整体的实际完成情况", project: nil, at: actual.location)
            look(actual.reason, "部门整体的原因", project: nil, at: actual.location)
        }
        return actuals
    }
}
