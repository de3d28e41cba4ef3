import Text

/// A printed form of a project or a department: what stands in it, before anything is measured.
struct AppraisalForm {
    /// Centred above it.
    var title: String
    /// Below the title: `（2026年度）`.
    var subtitle: String
    /// Above the table at the left: the unit.
    var unit: String
    /// Above the table at the right: `单位：万元`.
    var note: String
    /// What the list of contents calls it.
    var bookmark: String
    var blocks: [FormBlock]
    /// Below the table, as one paragraph.
    var notes: [String] = []
    /// Written by hand.
    var signatures = Self.signatures

    /// 填表人 · 财务负责人 · 单位负责人 · 填报日期, with room behind each.
    static let signatures = {
        let room = String(repeating: "\u{3000}", count: 4)
        return "填表人：\(room)财务负责人：\(room)单位负责人：\(room)填报日期：\u{3000}\u{3000}年\u{3000}\u{3000}月\u{3000}\u{3000}日"
    }()
}

/// A part of a form, from edge to edge.
enum FormBlock {
    /// Labels with their values beside each other; how much of the width each value takes of what the labels leave.
    case fields([Field])
    /// A label at the left, heads and figures beside it.
    case figures(Figures)
    /// A label at the left, and texts beside each other under heads of their own.
    case texts(label: String, [Field])
    /// A label at the left, and texts beside each other.
    case wide(label: String, [String])
    case list(FormList)

    struct Field {
        var label: String
        var value: String
        /// Of the width.
        var share = 1.0
        var alignment = Alignment.leading
    }

    /// A label, rows with names, and columns of figures.
    struct Figures {
        var label: String
        var columns: [FormColumn]
        /// The name of each row in front of its figures.
        var rows: [[String]]
    }

    enum Alignment {
        case leading, centre, trailing
    }
}

/// A column of a form.
struct FormColumn {
    enum Width: Hashable {
        /// In pt.
        case fixed(Double)
        /// Shares what the others leave; at least so many characters.
        case free(least: Double)
    }

    var title: String
    var width: Width
    var kind = Kind.words
    /// Columns beside each other with the same group stand under one more head.
    var group = ""

    enum Kind {
        /// Names of the form, merged where rows share them.
        case label
        case words
        case short
        case figures
    }

    init(_ title: String, _ width: Width, _ kind: Kind = .words, under group: String = "") {
        (self.title, self.width, self.kind, self.group) = (title, width, kind, group)
    }

    var isFree: Bool { if case .free = width { true } else { false } }
}

/// The list of a form's indicators.
struct FormList {
    /// Beside all rows, one character a line; empty for none.
    var side = ""
    var columns: [FormColumn]
    /// The texts of each row.
    var rows: [[String]]
    /// The last row: a text takes the columns up to the next one's.
    var sum: [Sum] = []

    struct Sum {
        var text: String
        /// Where it ends, counted in columns.
        var through: Int
        var isFigure = true
    }

    /// In pt.
    static let sideWidth = 20.0

    /// The first column's words are merged over rows that share them; those of a further label column only inside of it.
    func span(of column: Int, at row: Int) -> Int? {
        guard columns[column].kind == .label else { return 1 }
        func isSame(_ one: Int, _ other: Int) -> Bool {
            columns.indices.prefix(column + 1).allSatisfy { index in
                columns[index].kind != .label || rows[one][index] == rows[other][index]
            } && !rows[one][column].isEmpty
        }
        if row > 0, isSame(row - 1, row) { return nil }
        var end = row + 1
        while end < rows.count, isSame(row, end) { end += 1 }
        return end - row
    }

    var hasGroups: Bool { columns.contains { !$0.group.isEmpty } }
}

extension AppraisalForm {
    /// Its list of indicators; the first one where there are several.
    var list: FormList? {
        for case .list(let list) in blocks { return list }
        return nil
    }
}
