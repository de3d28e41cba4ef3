internal import BookLayout
internal import GoalModel
internal import Typesetting

/// Finds how roomy a table may be set so that it stands on what is left of a page.
enum TableFit {
    /// The type sizes, larger ones first; for each, from roomy to tight, the settings with the least padding they bear.
    ///
    /// The last ones are tight, but a table on one page reads better than one on two, and type below 10 pt does not.
    ///
    /// Lines are less than 1.5 of their size apart: from there on, readers that order text by its place tear a cell's lines apart.
    static let sizes = [
        [
            TableSetting(size: 10.5, leading: 15, padding: 3), TableSetting(size: 10.5, leading: 14, padding: 2.5),
            TableSetting(size: 10.5, leading: 13, padding: 1.5),
        ],
        [
            TableSetting(size: 10, leading: 13, padding: 2), TableSetting(size: 10, leading: 12, padding: 1.5),
            TableSetting(size: 10, leading: 11.5, padding: 1),
        ],
    ]

    /// The padding above and below a text where there is room, in pt; what room is left stays at the foot of the page.
    static let comfort = TableSetting.standard.padding

    /// The roomiest setting of one type size in which the table is no higher than `room`; `nil` where there is none.
    static func roomiest(_ laid: LaidTable<FontContext>, _ settings: [TableSetting], room: Double) -> TableSetting? {
        for var setting in settings {
            let least = setting.padding
            setting.padding = comfort
            while setting.padding >= least {
                if height(laid, setting) <= room { return setting }
                setting.padding -= 0.5
            }
        }
        return nil
    }

    static func height(_ laid: LaidTable<FontContext>, _ setting: TableSetting) -> Double {
        laid.height(leading: setting.leading, along: setting.padding, minimumRowHeight: setting.rowHeight)
    }
}

/// A project's form in the roomiest setting in which it fits the page.
struct FittedForm {
    let table: LaidTable<FontContext>
    /// `nil` where it takes several pages.
    let setting: TableSetting?

    /// Texts are laid out once for each type size and set of column widths.
    ///
    /// - Parameters:
    ///   - place: the project's place among those that the grid is of.
    ///   - room: the height in pt that is left on the page.
    ///   - caption: for further pages.
    init(
        _ project: Project, grid: BookGrid, at place: Int, width: Double, room: Double, caption: TableCaption? = nil,
        measurer: FontContext, origins: inout Origins
    ) {
        let suited = grid.choices[place]
        func laid(_ setting: TableSetting, _ columns: Int) -> LaidTable<FontContext> {
            let form = ProjectForm(
                project, setting, grid: grid, columns: columns, width: width, measurer: measurer, origins: &origins)
            var table = form.table
            table.caption = caption
            return LaidTable(table, measurer: measurer)
        }
        let base = laid(.standard, suited)
        let others = grid.columns.indices.filter { $0 != suited }
        for (index, settings) in TableFit.sizes.enumerated() {
            guard let tight = settings.last else { continue }
            // Far too high: no setting will help.
            if index > 0, base.height > 2 * room { break }
            for columns in [suited] + others {
                let form = index == 0 && columns == suited ? base : laid(tight, columns)
                guard let setting = TableFit.roomiest(form, settings, room: room) else { continue }
                table = form.spaced(setting)
                self.setting = setting
                return
            }
        }
        table = base
        setting = nil
    }
}

extension LaidTable {
    /// The same table in another spacing of its type size.
    func spaced(_ setting: TableSetting) -> LaidTable {
        spaced(leading: setting.leading, along: setting.padding, minimumRowHeight: setting.rowHeight)
    }
}

/// How roomy a table is set.
struct TableSetting: Hashable {
    var size: Double
    var leading: Double
    var padding: Double

    /// For tables with all the room they want, and those that take several pages anyway.
    static let standard = TableSetting(size: 10.5, leading: 15, padding: 4.5)

    /// Of a row with one line, in pt.
    var rowHeight: Double { leading + 2 * padding }

    var text: TextStyle { TextStyle(.table, size: size, leading: leading) }
    var head: TextStyle { TextStyle(.hei, size: size, leading: leading) }
    var digits: TextStyle { TextStyle(.digits, size: size, leading: leading) }
}
