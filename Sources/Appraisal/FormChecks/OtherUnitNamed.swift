internal import Diagnostics
internal import GoalModel
internal import Text

/// E32: a form that speaks of another town.
enum OtherUnitNamed: FormCheck {
    static let description = FormCheckDescription(
        "E32", "other-unit-named", .error, "写着别的乡镇", reason: "文字里出现别的乡镇，多半是照抄了别处的自评表", remedy: "请改成本单位的情况；确实涉及的，请写明关系")

    static func check(_ form: JudgedForm, report: (FormRemark) -> Void) {
        let form = form.form
        let own = Set([form.unit, form.department, form.title].compactMap { $0?.text }.flatMap(NamedTowns.names))
        // An office of the county speaks of many towns, and so does a project between two.
        guard own.count == 1 else { return }
        let known = own.union(form.projectName.map { NamedTowns.names(in: $0.text) } ?? [])
        let columns: [EvaluationForm.Column] = [.name, .actual, .reason, .note]
        let cells = [form.goal, form.achievement].compactMap(\.self) + form.remarks
        let rows = form.rows.flatMap { row in columns.compactMap { column in row[column].map { (row.number, $0) } } }
        for (row, cell) in cells.map({ (Int?.none, $0) }) + rows.map({ ($0.0, $0.1) }) {
            guard
                let other = NamedTowns.names(in: cell.text).first(where: { town in
                    !known.contains { $0.hasSuffix(town) || town.hasSuffix($0) }
                })
            else { continue }
            report(FormRemark("写着\(other.quoted)，本表是\(own.first ?? "")的", at: cell.place, row: row))
        }
    }
}
