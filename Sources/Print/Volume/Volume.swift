public import Foundation
internal import GoalModel
public import Reporting
public import Typesetting

/// One volume of the bound book of a county (县级合订本).
public struct Volume: Sendable, Hashable {
    /// For example `巨鹿县`, or `3个县（市、区）`.
    public var county: String
    /// Where all books are of one year.
    public var year: Int?
    /// Counted from 1; `nil` where there is only one volume.
    public var number: Int?
    public var count = 1
    /// The number of the first page behind the contents; volumes are counted on.
    public var firstPage = 1

    /// `县级合订本.pdf`, or `县级合订本-第2册.pdf`.
    public var fileName: String {
        "县级合订本\(number.map { "-第\($0)册" } ?? "").pdf"
    }

    /// For running heads and the file's title.
    var name: String {
        county + (year.map { "\($0)年" } ?? "") + "部门预算绩效目标合订本" + (number.map { "（第\($0)册）" } ?? "")
    }
}

extension Volume {
    /// Divides towns into volumes; none is torn.
    ///
    /// - Parameters:
    ///   - pages: how many pages the body of each town's book has, in the order of the volumes.
    ///   - limit: the most pages of a volume, which a bookbinder and a computer's memory can still hold; a larger book of a
    ///     single town stands alone.
    /// - Returns: each volume with the places of its towns.
    public static func volumes(
        county: String, year: Int?, pages: [Int], preset: PagePreset, limit: Int = 600
    ) -> [(volume: Volume, towns: Range<Int>)] {
        // A title page with its back stands before each town, and each town begins on the right.
        let lengths = pages.map { preset.duplex ? 2 + ($0 + 1) / 2 * 2 : 1 + $0 }
        var ranges: [Range<Int>] = []
        var length = 0
        for index in lengths.indices {
            if let last = ranges.last, length + lengths[index] <= limit {
                ranges[ranges.count - 1] = last.lowerBound..<(index + 1)
                length += lengths[index]
            } else {
                ranges.append(index..<(index + 1))
                length = lengths[index]
            }
        }
        var first = 1
        return ranges.enumerated().map { index, towns in
            defer { first += lengths[towns].reduce(0, +) }
            let number = ranges.count > 1 ? index + 1 : nil
            return (Volume(county: county, year: year, number: number, count: ranges.count, firstPage: first), towns)
        }
    }
}

extension PDFPrinter {
    /// Prints one volume (县级合订本.pdf).
    ///
    /// - Parameters:
    ///   - created: the date inside the file; without one, 1 January of the volume's year, or of the newest book's.
    ///   - reports: makes those on its books, in the order of the volume; they are kept no longer than until all pages are set.
    /// - Throws: as ``book(_:created:)`` does.
    public func volume(
        _ volume: Volume, created: Date? = nil, of reports: () -> [Report]
    ) throws(PrintingError) -> UnprovenVolume {
        var pages: VolumeProof.Pages?
        var books: [GoalBook] = []
        let drawing = try drawn {
            let reports = reports()
            books = reports.map(\.book)
            let composition = VolumeComposer(reports: reports, volume: volume, measurer: fonts, type: type).compose()
            if verifiesPrint { pages = VolumeProof.Pages(composition) }
            return composition
        }
        let file = try finished(drawing, created: created)
        return try UnprovenVolume(file, pages.map { VolumeProof($0, file, of: drawing, books) })
    }
}
