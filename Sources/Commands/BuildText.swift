internal import Reporting

/// The results of a build for the terminal: a line a town, then one of all of them.
struct BuildText {
    let county: CountyReport
    /// The result folders of the towns to list; those that failed are told elsewhere.
    let made: Set<String>
    /// As it was named on the command line.
    let folder: String
    /// What is opened in a town's folder.
    let entryFile: String
    let columns: Int

    private struct Line {
        var cells: [String]
        var path: String
        /// The end of the path, for where there is no room for all of it.
        var shortPath: String
    }

    var lines: [String] {
        let rows = county.rows.filter { made.contains($0.folder) }
        let uses = Dictionary(county.rows.map { ($0.town, 1) }, uniquingKeysWith: +)
        var lines = rows.map { row in
            let path = folder + "/" + row.folder + "/" + entryFile
            // The region and the unit stand before the town's name.
            let short = "…" + row.folder.split(separator: "-").dropFirst(2).joined(separator: "-") + "/" + entryFile
            return Line(
                cells: [
                    (uses[row.town] ?? 0) > 1 ? row.shownName : row.town, "\(row.projects)个项目", "\(row.budget)万元",
                    row.score.map { "\($0)分" } ?? "不评分", "错误\(row.errors)", "警告\(row.warnings)",
                ], path: path, shortPath: row.folder.contains("-") ? short : path)
        }
        if county.rows.count > 1 || rows.isEmpty { lines.append(total) }
        return set(lines)
    }

    private var total: Line {
        let path = folder + "/index.html"
        let troubles = TownState.allCases.filter(\.isTrouble).map { state in (state, county.rows.count { $0.state == state }) }
        let words = troubles.filter { $0.1 > 0 }.map { " \($0.title)\($1)" }.joined()
        return Line(
            cells: [
                "合计\(county.rows.count)个", "\(county.projects)个项目", "\(county.total)万元", "", "错误\(county.errors)",
                "警告\(county.warnings)\(words)",
            ], path: path, shortPath: path)
    }

    /// The lines with their figures below each other: names to the left, figures to the right.
    private func set(_ lines: [Line]) -> [String] {
        let last = 5
        let widths = (0..<last).map { index in lines.map { TerminalText.width($0.cells[index]) }.max() ?? 0 }
        return lines.map { line in
            let cells = line.cells.indices.filter { $0 == last || widths[$0] > 0 }.map { index in
                let cell = line.cells[index]
                if index == 0 { return TerminalText.padded(cell, to: widths[0]) }
                return index == last ? cell : TerminalText.right(cell, to: widths[index])
            }
            let figures = cells.joined(separator: " ") + " → "
            let isShort = TerminalText.width(figures) + TerminalText.width(line.path) > columns
            return figures + (isShort ? line.shortPath : line.path)
        }
    }
}
