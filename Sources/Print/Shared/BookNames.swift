internal import GoalModel
internal import Reporting

extension Report {
    /// `巨鹿县巨鹿镇`, or the unit's name where the town is unknown.
    var fullTownName: String {
        book.town.isEmpty ? book.unit.name : (book.county ?? "") + book.town
    }

    /// `2024年部门预算绩效目标`.
    var bookName: String {
        (book.fiscalYear.map { "\($0)年" } ?? "") + "部门预算绩效目标"
    }
}
