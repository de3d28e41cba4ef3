internal import BookLayout
public import Charts
public import Foundation
public import Reporting
public import Typesetting

extension PDFPrinter {
    /// Prints a brief for leaders on two pages (领导简报.pdf).
    ///
    /// - Parameter created: the date inside the file, printed at its foot; without one, 1 January of the book's year inside
    ///   and none in print.
    /// - Throws: as ``book(_:created:)`` does.
    public func brief(_ report: Report, created: Date? = nil) throws(PrintingError) -> PrintedPDF {
        try finished(drawnBrief(report, created: created), created: created)
    }

    func drawnBrief(_ report: Report, created: Date? = nil) throws(PrintingError) -> Drawing {
        try drawn { BriefComposer(report, fonts: fonts, type: type, created: created).compose() }
    }

    /// The pace of the plan as a picture for a mail, without the shares that stand in the mail's table; none without a plan.
    ///
    /// - Throws: when there is no font, or Cairo fails.
    public func paceImage(_ report: Report) throws(PrintingError) -> ChartImage? {
        guard let scene = ReportCharts(report).pace(showsShares: false) else { return nil }
        try fonts.begin()
        return ChartImage(
            name: "pace", alternate: scene.description, width: Int(scene.width), height: Int(scene.height.rounded(.up)),
            png: try fonts.png(scene))
    }
}
