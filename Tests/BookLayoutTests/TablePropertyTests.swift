import TestSupport
import Testing

@testable import BookLayout

@Suite
struct TablePropertyTests {
    private static let batches = 20
    private static let tablesPerBatch = Cases.number(500, quick: 10)

    /// Each text once, nothing overlaps or leaves the page, heads repeat, labels go on, no row divided that fits, no blank page.
    @Test("Random tables are divided well", arguments: 0..<Self.batches)
    func randomTables(batch: Int) {
        var (tables, seed) = (0, UInt64(batch) << 32)
        var pages = 0
        while tables < Self.tablesPerBatch {
            let document = RandomDocument(seed: seed)
            let set = SetDocument(document)
            for fault in set.faults { Issue.record("表\(seed)：\(fault)") }
            tables += document.tables.count
            pages += set.builder.pages.count
            seed += 1
        }
        #expect(pages > Self.tablesPerBatch)
    }

    /// A cell lost, moved or doubled, no continued label, head or carried sum, a row divided for nothing.
    @Test("The judge finds bad pages", arguments: Damage.allCases)
    func findsDamage(_ damage: Damage) {
        var tried = 0
        for seed in 0..<400 where tried < 12 {
            let document = RandomDocument(seed: UInt64(seed))
            var set = SetDocument(document)
            guard set.faults.isEmpty, damage.strike(&set) else { continue }
            tried += 1
            #expect(!set.faults.isEmpty, "表\(seed)")
        }
        #expect(tried > 5)
    }
}

/// A random document on pages, and what is wrong with it.
struct SetDocument {
    let document: RandomDocument
    let builder: UnitBuilder
    let laid: [LaidTable<FixedPitch>]
    var tables: [TablePages<FixedLines>]

    init(_ document: RandomDocument) {
        self.document = document
        let builder = UnitBuilder(width: 60, height: document.height)
        builder.beginPage()
        builder.y = document.start
        laid = document.tables.map { LaidTable($0, measurer: FixedPitch()) }
        tables = laid.map { builder.set($0) }
        self.builder = builder
    }

    var faults: [String] {
        var faults: [String] = []
        for (laid, pages) in zip(laid, tables) { faults += TableJudge(laid, height: document.height).faults(pages) }
        let judge = PageJudge(width: 60, height: document.height)
        for page in pages { faults += judge.faults(page) }
        for page in pages.dropFirst() where page.texts.allSatisfy(\.isArtifact) && page.rules.isEmpty { faults.append("有空页") }
        return faults
    }

    /// The pages as the parts make them; parts may have been damaged since.
    private var pages: [Page<FixedLines>] {
        var pages = [Page<FixedLines>(label: .none)]
        for table in tables {
            for (index, part) in table.parts.enumerated() {
                if index > 0 { pages.append(Page(label: .none)) }
                pages[pages.count - 1].texts += part.texts
                pages[pages.count - 1].rules += part.rules
            }
        }
        return pages
    }
}

/// Ways to spoil pages; the judges must see each.
enum Damage: CaseIterable {
    case loseText, moveText, doubleText, loseContinued, loseHeader, loseCarry, breakEarlier, splitRow

    /// - Returns: whether there was something to spoil.
    func strike(_ set: inout SetDocument) -> Bool {
        for table in set.tables.indices {
            var parts = set.tables[table].parts
            for part in parts.indices where strike(&parts, part, set.document, table) {
                set.tables[table] = TablePages(plain: parts)
                return true
            }
        }
        return false
    }

    private func strike(_ parts: inout [TablePart<FixedLines>], _ part: Int, _ document: RandomDocument, _ table: Int) -> Bool {
        let texts = parts[part].texts
        func first(_ isMeant: (PlacedText<FixedLines>) -> Bool) -> Int? { texts.firstIndex(where: isMeant) }
        let found: Int?
        switch self {
        case .loseText, .moveText, .doubleText: found = first { !$0.isArtifact }
        case .loseContinued: found = first { $0.isArtifact && $0.block.request.text.hasSuffix("（续）") }
        case .loseHeader: found = first { $0.isArtifact && $0.block.request.text.contains("头") }
        case .loseCarry: found = first { ["承前页", "过次页"].contains($0.block.request.text) }
        case .breakEarlier:
            // Two pages for what is on one.
            let rows = parts[part].rows
            guard parts.count == 1, rows.count > 2, parts[0].bottom < document.height * 0.9 else { return false }
            var further = parts[0]
            parts[0].rows = rows.lowerBound..<(rows.lowerBound + 1)
            parts[0].bottom = parts[0].top + 3
            further.rows = (rows.lowerBound + 1)..<rows.upperBound
            parts.append(further)
            return true
        case .splitRow:
            guard part + 1 < parts.count, !parts[part].splitsLastRow, !parts[part].rows.isEmpty,
                document.tables[table].cells.allSatisfy({ $0.text.count < 30 })
            else { return false }
            parts[part].splitsLastRow = true
            return true
        }
        guard let found else { return false }
        switch self {
        case .moveText: parts[part].texts[found].x += 12
        case .doubleText: parts[part].texts.append(texts[found])
        default: parts[part].texts.remove(at: found)
        }
        return true
    }
}
