internal import GoalModel
public import SourceFiles
internal import Text

extension SourceDocument {
    /// The documents of single towns that this one holds; itself where it holds one.
    ///
    /// Tables go by the units of their projects, rows of a list too; text goes with the table that follows it.
    public func towns(lexicon: Lexicon) -> [SourceDocument] {
        let pieces = SheetLayout.blocks(of: blocks, lexicon: lexicon).map { TownPiece($0, lexicon: lexicon) }
        let owners = pieces.flatMap(\.owners)
        let towns = TownGroups(owners)
        guard towns.count > 1 else { return [self] }
        var first = 0
        var groups: [[Int]] = []
        for piece in pieces {
            groups.append(Array(towns.groups[first..<(first + piece.owners.count)]))
            first += piece.owners.count
        }
        let texts = TownSplitting.towns(ofTexts: pieces, groups: groups, owners: owners)
        return (0..<towns.count).map { town in
            var part = self
            part.blocks = zip(pieces, zip(groups, texts)).compactMap { piece, found in
                piece.owners.isEmpty ? (found.1 == town ? piece.block : nil) : piece.part(of: town, groups: found.0)
            }
            return part
        }
    }
}

/// A block and the projects in it.
private struct TownPiece {
    let block: SourceDocument.Block
    /// Unit and code of each project.
    private(set) var owners: [(unit: BudgetUnit, code: String)] = []
    /// For each row of a list the project that it belongs to; `nil` in heading rows. Empty for forms.
    private var rows: [Int?] = []

    init(_ block: SourceDocument.Block, lexicon: Lexicon) {
        self.block = block
        guard case .table(let table) = block else { return }
        if let list = ListReading(ofProjects: table, lexicon) {
            owners = list.forms.map(\.owner)
            rows = list.rowForms
        } else {
            let reading = FormReading(table, above: nil, lexicon: lexicon)
            // The form of a whole department belongs to the projects behind it, as text does.
            let isProject = reading.forms.contains { !$0.key.isEmpty || $0.title != nil }
            if reading.isForm, isProject { owners = reading.forms.map(\.owner) }
        }
    }

    /// The block without the rows of other towns.
    func part(of town: Int, groups: [Int]) -> SourceDocument.Block? {
        guard case .table(var table) = block, groups.contains(town) else { return nil }
        guard !rows.isEmpty else { return groups.first == town ? block : nil }
        table.rows = zip(table.rows, rows).filter { $1 == nil || $1.map { groups[$0] } == town }.map(\.0)
        return .table(table)
    }
}

private enum TownSplitting {
    /// The town of each block without projects: that of the table behind it, but for what ends the table before it.
    static func towns(ofTexts pieces: [TownPiece], groups: [[Int]], owners: [(unit: BudgetUnit, code: String)]) -> [Int?] {
        var towns: [Int?] = groups.map(\.first)
        let all = groups.flatMap(\.self)
        var before: Int?
        var index = 0
        while index < pieces.count {
            guard towns[index] == nil else {
                before = groups[index].last
                index += 1
                continue
            }
            let end = pieces[index...].firstIndex { !$0.owners.isEmpty } ?? pieces.count
            let next = end < pieces.count ? groups[end].first : before
            let name = before.flatMap { before in all.firstIndex(of: before) }.flatMap { TownName(in: owners[$0].unit.name) }
            let start =
                before == nil || next == before
                ? index : (index..<end).first { begins(pieces[$0].block, behind: name?.town) } ?? index
            for place in index..<end { towns[place] = place < start ? before : next }
            index = end
        }
        return towns
    }

    /// What begins the book of another town: a part, a chapter, a title, the contents, the name of a town.
    ///
    /// - Parameter town: the town whose book may end here.
    private static func begins(_ block: SourceDocument.Block, behind town: String?) -> Bool {
        guard case .paragraph(let paragraph) = block else { return true }
        let text = paragraph.text
        return Furniture.beginsPartOne(text) || Furniture.beginsPartTwo(text) || FormTitle(text).isExplicit
            || SectionHeading(paragraph)?.isKnown == true || text.withoutSpaces == "目录"
            || (text.utf8.count <= 200 && TownName(in: text) != nil && town.map { text.holds($0) } != true)
    }
}

extension ProjectForm {
    fileprivate var owner: (unit: BudgetUnit, code: String) {
        (unit, values[.code]?.text ?? "")
    }
}
