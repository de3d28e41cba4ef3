import BookLayout
import GoalModel
import Reporting
import TestSupport
import Testing
import Text
import Typesetting

@testable import Print

@Suite
struct VolumeTests {
    private let fonts = BookFonts().ready()

    private func reports() -> [Report] {
        ["青石镇", "白水乡", "青石镇"].enumerated().map { index, town in
            var report = InventedReport.report(projects: InventedReport.projects(index + 2))
            report.book.town = town
            report.book.fiscalYear = index == 2 ? 2025 : 2024
            return report
        }
    }

    @Test("Pages are numbered through, towns begin on right-hand pages, contents and bookmarks lead to them")
    func pagesAreContinuous() throws {
        let press = PDFPrinter(fonts: fonts)
        let reports = reports()
        let volume = Volume(county: "云岭县", year: nil, firstPage: 101)
        let composer = VolumeComposer(reports: reports, volume: volume, measurer: press.fonts, type: press.type)
        let composition = composer.compose()
        let numbers = composition.pages.enumerated().compactMap { index, page -> (index: Int, number: Int)? in
            if case .arabic(let number) = page.label { (index, number) } else { nil }
        }
        #expect(numbers.first?.number == 101)
        let first = try #require(numbers.first)
        for (index, number) in numbers { #expect(number - index == first.number - first.index) }
        var marked: [String: Int] = [:]
        for (index, page) in composition.pages.enumerated() { for mark in page.marks { marked[mark.name] = index } }
        for town in ["t1", "t2", "t3"] { #expect(marked[town].map { $0 % 2 } == 0, "\(town) 不在右页") }
        #expect(composition.bookmarks.allSatisfy { marked[$0.mark] != nil })
        #expect(composition.bookmarks.count { $0.level == 0 } == 3)
        #expect(composition.bookmarks.count { $0.level == 2 && $0.title.contains("村道养护") } == 2 + 3 + 4)
        #expect(Set(composition.bookmarks.map(\.mark)).count == composition.bookmarks.count)
        #expect(composition.pages.count % 2 == 0 || composition.pages.last?.isBlank == false)
    }

    @Test("The volume holds each cell of each town, and printed twice has the same bytes")
    func holdsEverything() throws {
        let reports = reports()
        let volume = Volume(county: "云岭县", year: nil)
        let printed = try PDFPrinter(fonts: fonts).volume(volume) { reports }.verified(by: [])
        let text = try PDFText.read(printed.bytes).withoutSpaces
        for word in ["云岭县", "合订本（2个乡镇）", "目录", "云岭县青石镇（2025年）", "云岭县白水乡（2024年）"] {
            #expect(text.contains(word), "缺“\(word)”")
        }
        #expect(try PDFPrinter(fonts: fonts).volume(volume) { reports }.verified(by: []).bytes == printed.bytes)
    }

    @Test("A town's pages in the volume are those of its own book, printed by another press; another book's are not")
    func townsAreProvenByTheirBooks() throws {
        let press = PDFPrinter(fonts: fonts)
        let reports = reports()
        let volume = Volume(county: "云岭县", year: nil, firstPage: 101)
        let composer = VolumeComposer(reports: reports, volume: volume, measurer: press.fonts, type: press.type)
        let composition = composer.compose()
        let own = try reports.map { try PDFPrinter(fonts: fonts).unprovenBook($0).0.print?.print }
        let bound = try #require(composition.sourcePages).map { DrawingPrint(of: composition.pages[$0]) }
        #expect(bound == own && Set(bound.compactMap(\.self)).count == 3)
        var changed = reports[0]
        changed.book.projects[0].purpose += "甲"
        #expect(try press.unprovenBook(changed).0.print?.print != own[0])
    }

    @Test("A glyph is looked for on the first page that shows it, and read back there")
    func glyphsAreReadBack() throws {
        let press = PDFPrinter(fonts: fonts)
        let composer = VolumeComposer(
            reports: reports(), volume: Volume(county: "云岭县", year: nil), measurer: press.fonts, type: press.type)
        let composition = composer.compose()
        var glyphs = FirstGlyphs()
        let source = try #require(composition.sourcePages).joined().map { composition.pages[$0] }
        let isFirst = source.map { glyphs.areOn($0) }
        #expect(isFirst.first == true && isFirst.contains(false))
        #expect(source.allSatisfy { !glyphs.areOn($0) })
        var pages = VolumeProof.Pages(composition)
        let drawing = try press.drawn { composition }
        let books = reports().map(\.book)
        let file = try press.finished(drawing, created: nil)
        try VolumeProof(pages, file, of: drawing, books).verifyGlyphs()
        let sample = try #require(pages.samples.keys.min())
        pages.samples[sample]?[0] += "甲"
        #expect(throws: PrintingError.self) { try VolumeProof(pages, file, of: drawing, books).verifyGlyphs() }
    }

    @Test("One-sided printing has no blank pages")
    func simplex() throws {
        let office = PagePreset(
            name: "单面", duplex: false, margins: .init(top: 25, bottom: 25, inner: 25, outer: 25), bodySize: 14, linesPerPage: 29,
            charactersPerLine: 32, titleSize: 18, pageNumberSize: 12)
        let press = PDFPrinter(fonts: fonts, preset: office)
        let composer = VolumeComposer(
            reports: reports(), volume: Volume(county: "云岭县", year: 2024), measurer: press.fonts, type: press.type)
        let pages = composer.compose().pages
        #expect(pages.allSatisfy { !$0.isBlank })
        let lengths = Volume.volumes(county: "云岭县", year: 2024, pages: [1, 2, 3], preset: office)
        #expect(lengths.map(\.towns) == [0..<3])
    }

    @Test("A thick volume is divided between towns, its pages numbered through")
    func volumesAreDivided() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<200 {
            let pages = (0..<Int.random(in: 1...60, using: &random)).map { _ in Int.random(in: 1...90, using: &random) }
            let volumes = Volume.volumes(county: "甲县", year: nil, pages: pages, preset: .official, limit: 120)
            #expect(volumes.flatMap { Array($0.towns) } == Array(pages.indices))
            var next = 1
            for (volume, towns) in volumes {
                let length = towns.map { 2 + (pages[$0] + 1) / 2 * 2 }.reduce(0, +)
                #expect(volume.firstPage == next && next % 2 == 1)
                #expect(length <= 120 || towns.count == 1)
                #expect(volume.count == volumes.count)
                next += length
            }
            #expect(Set(volumes.map(\.volume.fileName)).count == volumes.count)
        }
        let single = Volume.volumes(county: "甲县", year: nil, pages: [40, 40], preset: .official)
        #expect(single.map(\.volume.fileName) == ["县级合订本.pdf"])
    }
}
