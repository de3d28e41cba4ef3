internal import BookLayout
internal import GoalModel
internal import Typesetting

/// Finds how roomy a table may be set so that it stands on what is left of a page.
enum TableFit {
    /// The type sizes, larger ones first; for each, from roomy to tight, the settings with the least padding they bear.
    ///
    /// The last ones are tight, but a table on one page reads better than one on two.
    ///
    /// Lines are less than 1.5 of their size apart: from there on, readers that order text by its place tear a cell's lines apart.
    static let sizes = [
        [
            TableSetting(size: 10.5, leading: 15, padding: 3), TableSetting(size: 10.5, leading: 14, padding: 2.5),
            TableSetting(size: 10.5, leading: 13, padding: 1.5),
        ],
        [
            TableSetting(size: 9, leading: 13, padding: 3), TableSetting(size: 9, leading: 12, padding: 2),
            TableSetting(size: 9, leading: 11.25, padding: 1.5), TableSetting(size: 9, leading: 10.8, padding: 1),
        ],
    ]

    /// The most padding above and below a text, in pt; with more, a page looks empty rather than easy.
    static let comfort = 10.0

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

    /// Texts are laid out once for each type size; the column widths depend on nothing else.
    ///
    /// - Parameter room: the height in pt that is left on the page.
    init(_ project: Project, width: Double, room: Double, measurer: FontContext, origins: inout Origins) {
        func laid(_ setting: TableSetting) -> LaidTable<FontContext> {
            let form = ProjectForm(project, setting, width: width, measurer: measurer, origins: &origins)
            return LaidTable(form.table, measurer: measurer)
        }
        let base = laid(.long)
        for (index, settings) in TableFit.sizes.enumerated() {
            guard let tight = settings.last else { continue }
            // Far too high: no setting will help.
            if index > 0, base.height > 2 * room { break }
            let form = index == 0 ? base : laid(tight)
            guard let setting = TableFit.roomiest(form, settings, room: room) else { continue }
            table = form.spaced(setting)
            self.setting = setting
            return
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

    /// For tables that take several pages anyway.
    static let long = TableSetting(size: 10.5, leading: 15, padding: 4)

    /// Of a row with one line, in pt.
    var rowHeight: Double { leading + 2 * padding }

    var text: TextStyle { TextStyle(.table, size: size, leading: leading) }
    var head: TextStyle { TextStyle(.hei, size: size, leading: leading) }
    var digits: TextStyle { TextStyle(.digits, size: size, leading: leading) }
}
