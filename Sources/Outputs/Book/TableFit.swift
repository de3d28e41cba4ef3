internal import BookLayout
internal import Typesetting

/// Finds how roomy a table may be set so that it stands on what is left of a page.
enum TableFit {
    /// The type sizes, larger ones first; for each, from roomy to tight, the settings with the least padding they bear.
    ///
    /// Lines are less than 1.5 of their size apart: from there on, readers that order text by its place tear a cell's lines apart.
    static let sizes = [
        [
            TableSetting(size: 10.5, leading: 15, padding: 3), TableSetting(size: 10.5, leading: 14, padding: 2.5),
            TableSetting(size: 10.5, leading: 13, padding: 2),
        ],
        [
            TableSetting(size: 9, leading: 13, padding: 3), TableSetting(size: 9, leading: 12, padding: 2),
            TableSetting(size: 9, leading: 11.25, padding: 1.5),
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

extension LaidTable {
    /// The same table in another spacing of its type size.
    func spaced(_ setting: TableSetting) -> LaidTable {
        spaced(leading: setting.leading, along: setting.padding, minimumRowHeight: setting.rowHeight)
    }
}
