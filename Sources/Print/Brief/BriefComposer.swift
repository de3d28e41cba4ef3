internal import BookLayout
internal import Foundation
internal import GoalModel
internal import Reporting
internal import Typesetting

/// Sets a brief for leaders: always two pages, whatever the town.
///
/// How much there is to say differs, so each page is set at falling lengths until it fits, and what room is left then goes
/// between its sections.
struct BriefComposer {
    let report: Report
    let geometry: PageGeometry
    let type: BriefType
    /// The date to print, if any.
    let created: Date?
    private let pageNumber: TextStyle
    private let fonts: FontContext

    init(_ report: Report, fonts: FontContext, type: Typography, created: Date?) {
        (self.report, self.fonts, self.created) = (report, fonts, created)
        geometry = type.geometry
        self.type = BriefType(type.geometry)
        pageNumber = type.pageNumber
    }

    var width: Double { geometry.width }
    /// Of one of two columns.
    var half: Double { (width - type.gutter) / 2 }

    func compose() -> Composition {
        let setter = BriefSetter(fonts: fonts, type: type)
        let (front, afterFront) = fitting(setter, BriefComposer.frontLengths, front)
        let (back, afterBack) = fitting(afterFront, BriefComposer.backLengths, back)
        let pages = [front, back].enumerated().map { index, sheet in
            var page = Page<TextBlock>(label: .arabic(index + 1))
            place(sheet, on: &page)
            addNumber(to: &page)
            return page
        }
        return Composition(
            pages: pages, structure: afterBack.structure, bookmarks: afterBack.bookmarks,
            title: report.fullTownName + report.bookName + "领导简报", author: report.book.unit.name, subject: "领导简报",
            bodyPageCount: 2, year: report.book.fiscalYear)
    }

    /// Pieces from top to bottom, and perhaps one that stands at the foot.
    struct Sheet {
        var sections: [Galley]
        var foot = Galley()

        func height(gap: Double) -> Double {
            let all = sections + (foot.height > 0 ? [foot] : [])
            return all.reduce(0) { $0 + $1.height } + gap * Double(max(0, all.count - 1))
        }
    }

    /// The least distance between sections; where the year's progress has one of its own there is less room.
    private var gap: Double { (report.progress == nil ? 11 : 8) * type.scale }

    /// The first of the lengths at which the page fits; what was noted at the others is forgotten.
    private func fitting<Length>(
        _ setter: BriefSetter, _ lengths: [Length], _ set: (Length, inout BriefSetter) -> Sheet
    ) -> (Sheet, BriefSetter) {
        var result = (Sheet(sections: []), setter)
        for length in lengths {
            var attempt = setter
            result = (set(length, &attempt), attempt)
            if result.0.height(gap: gap) <= geometry.height { break }
        }
        return result
    }

    /// Spreads sections over the page, not farther apart than looks like one page.
    private func place(_ sheet: Sheet, on page: inout Page<TextBlock>) {
        let spare = max(0, geometry.height - sheet.height(gap: gap))
        let gaps = sheet.sections.count - (sheet.foot.height > 0 ? 0 : 1)
        let distance = gap + min(26 * type.scale, spare / Double(max(1, gaps)))
        var y = 0.0
        for section in sheet.sections {
            page.place(section, y: y)
            y += section.height + distance
        }
        page.place(sheet.foot, y: geometry.height - sheet.foot.height)
    }

    /// In the middle, so that the sheet may be printed on one side or on both.
    private func addNumber(to page: inout Page<TextBlock>) {
        let block = fonts.layOut(TextRequest("— \(page.label.text) —", pageNumber, width: width, alignment: .center))
        let y = geometry.height + 7 * PageGeometry.millimetre - pageNumber.leading / 2
        page.texts.append(PlacedText(block, lines: 0..<1, x: 0, y: y, element: nil))
    }
}
