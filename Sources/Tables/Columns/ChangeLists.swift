package import Aggregation
package import Reporting

/// Everything that differs between two books, a row each, with the sums below; of one town or of several.
package struct ChangeLists {
    private let changes: [(town: String?, change: BookChange)]

    /// - Parameter changes: with the town's name where several share a list.
    package init(_ changes: [(town: String?, change: BookChange)]) { self.changes = changes }

    package typealias MoneyRow = (town: String?, movement: BookChange.Movement)
    package typealias DetailRow = (town: String?, detail: ChangeDetail)

    /// The money of projects that are new, gone or changed.
    package var money: DataList<MoneyRow> {
        func totals(_ cell: (BookChange) -> Cell) -> [Cell] { changes.map { cell($0.change) } }
        return DataList(
            changes.flatMap { town, change in change.movements.map { (town, $0) } },
            [
                Column("乡镇", "town", in: towned, upTo: 24, totals: changes.map { .text($0.town ?? "") }) { $0.town },
                Column("项目", "name", upTo: 40, kind: "name", totals: totals { _ in .text("全部项目") }) { $0.movement.name },
                Column("原来", "older", missing: "新增", totals: totals { .shown($0.olderTotal) }) { $0.movement.older },
                Column("现在", "newer", missing: "取消", totals: totals { .shown($0.newerTotal) }) { $0.movement.newer },
                Column("增减", "difference", totals: totals { .difference($0.difference) }) {
                    AmountDifference($0.movement.difference)
                },
                Column("变化", "kind", in: .xlsx) { row in
                    row.movement.older == nil ? "新增" : row.movement.newer == nil ? "取消" : "修改"
                },
            ])
    }

    private var details: DataList<DetailRow> {
        Self.list(changes.flatMap { town, change in change.details.map { (town, $0) } }, towned)
    }

    /// - Parameter towned: the outputs that name the towns.
    package static func list(_ rows: [DetailRow], _ towned: Writers = []) -> DataList<DetailRow> {
        DataList(
            rows,
            [
                Column("乡镇", "town", in: towned, upTo: 24) { $0.town },
                Column("对象", "subject", in: .xlsx) { $0.detail.subject.rawValue },
                Column("项目", "project", upTo: 30, kind: "name") { $0.detail.project },
                Column("内容", "item", upTo: 30) { $0.detail.item },
                Column("变化", "kind") { $0.detail.kind.rawValue },
                Column("原来", "older", upTo: 40) { $0.detail.older },
                Column("现在", "newer", upTo: 40) { $0.detail.newer },
            ])
    }

    private var hasTowns: Bool { changes.contains { $0.town != nil } }
    private var towned: Writers { hasTowns ? .xlsx : [] }

    /// 金额变化 and 变化, with the titles that stand above them.
    func sheets(money title: String, all: String) -> [SheetList] {
        [
            SheetList(money, name: "金额变化", title: title, frozen: hasTowns ? 2 : 1, colour: 0x70_30A0),
            SheetList(details, name: "变化", title: all, frozen: hasTowns ? 3 : 2, colour: 0x70_30A0),
        ]
    }
}
