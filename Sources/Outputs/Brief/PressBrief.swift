internal import BookLayout
public import Foundation
public import Reporting
public import Typesetting

extension Press {
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

    /// The report's charts as pictures for mails, in the order in which a mail shows them.
    ///
    /// - Throws: when there is no font, or Cairo fails.
    public func chartImages(_ report: Report) throws(PrintingError) -> [ChartImage] {
        try fonts.begin()
        var images: [ChartImage] = []
        for (name, scene) in Charts(report).scenes {
            images.append(
                ChartImage(
                    name: name, alternate: scene.description, width: Int(scene.width), height: Int(scene.height.rounded(.up)),
                    png: try fonts.png(scene)))
        }
        return images
    }
}

/// A chart as a picture with twice as many points as it is shown with, sharp on a phone.
public struct ChartImage: Sendable, Hashable {
    /// ASCII letters, unique among a report's charts.
    public var name: String
    /// The words that stand for the picture.
    public var alternate: String
    /// As shown, in CSS pixels.
    public var width: Int
    public var height: Int
    public var png: [UInt8]
}
