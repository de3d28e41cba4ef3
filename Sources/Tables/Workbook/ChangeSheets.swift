internal import Aggregation
internal import Reporting

/// 变化: everything that differs between two books, a row each, with the sums above and below.
struct ChangeSheets {
    var change: BookChange
    /// Stands before each row where several towns share a workbook.
    var town: String?

    private static let columns: [SheetList.Column] = [
        .init("对象"), .init("项目", upTo: 30), .init("内容", upTo: 30), .init("变化"), .init("原来", upTo: 40), .init("现在", upTo: 40),
    ]

    /// Several towns on one sheet, each row with its town.
    static func list(_ towns: [ChangeSheets], title: String) -> SheetList {
        let several = towns.contains { $0.town != nil }
        var list = SheetList(
            name: "变化", title: title, columns: (several ? [.init("乡镇", upTo: 24)] : []) + columns)
        list.rows = towns.flatMap { town in
            let first: [CellValue] = several ? [.text(town.town ?? "")] : []
            return town.rows.map { first + $0 }
        }
        list.frozenColumns = several ? 3 : 2
        list.colour = 0x70_30A0
        return list
    }

    /// The money of projects that are new, gone or changed.
    static func money(_ towns: [ChangeSheets], title: String) -> SheetList {
        let several = towns.contains { $0.town != nil }
        var list = SheetList(
            name: "金额变化", title: title,
            columns: (several ? [.init("乡镇", upTo: 24)] : []) + [
                .init("项目", upTo: 40), .init("原来（万元）"), .init("现在（万元）"), .init("增减（万元）"), .init("变化"),
            ])
        for town in towns {
            let first: [CellValue] = several ? [.text(town.town ?? "")] : []
            list.rows += town.change.movements.map { movement in
                first + [
                    .text(movement.name), .optional(movement.older) { .shown($0) }, .optional(movement.newer) { .shown($0) },
                    .difference(movement.difference),
                    .text(movement.older == nil ? "新增" : movement.newer == nil ? "取消" : "修改"),
                ]
            }
            list.sums.append(
                first + [
                    .text("全部项目"), .shown(town.change.olderTotal), .shown(town.change.newerTotal),
                    .difference(town.change.difference), .blank,
                ])
        }
        list.frozenColumns = several ? 2 : 1
        list.colour = 0x70_30A0
        return list
    }

    private var rows: [[CellValue]] {
        change.details.map { detail in
            [
                .text(detail.subject.rawValue), .text(detail.project), .text(detail.item), .text(detail.kind.rawValue),
                .text(detail.older), .text(detail.newer),
            ]
        }
    }
}
