internal import Diagnostics
internal import Text

extension Actuals {
    /// The same with a warning for each text that names persons, and an error for each that holds a personal number.
    ///
    /// - Parameters:
    ///   - names: those that a text seems to hold, as messages may show them.
    ///   - numbers: likewise; those that reading has starred are told already.
    public func looked(for names: (String) -> [String], numbers: (String) -> [String] = { _ in [] }) -> Actuals {
        var actuals = self
        func look(_ text: String, _ title: String, project: Int?, row: Int? = nil, at place: Location?) {
            if let number = numbers(text).first {
                actuals.checks.append(
                    AppraisalCheck(
                        .personalData, project: project, row: row, at: place,
                        "\(title)中有个人号码\(number)，公开以前请删去；各处已打上星号"))
            }
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
