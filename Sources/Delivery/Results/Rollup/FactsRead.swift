internal import Diagnostics
internal import Facts
internal import GoalModel
internal import Intake
internal import Platform
internal import Reporting
internal import Text

/// One facts file of a roll-up, as far as the overview needs it.
struct FactsRead: Sendable {
    let file: InputFile
    let sha256: String
    let bytes: Int
    let towns: [Town]

    struct Town: Sendable {
        var town: CountyReport.Town
        let folder: String
        let isMasked: Bool
        /// What tells its books apart: region, unit and year.
        let unit: [String]
        /// Where the book stands in its file.
        let range: Range<Int>
    }

    /// Reads a file; what is no facts file, or a damaged one, is a failure of its own.
    static func reading(_ file: InputFile, tables: RunResources) -> Result<FactsRead, InputFailure> {
        do {
            return .success(
                try CrashContainment.reading(file) {
                    let bytes = try FileReader.bytes(of: file)
                    let towns = try FactsFile.towns(bytes, tables.engine).map { $0.map(Town.init) } ?? full(bytes, file, tables)
                    return FactsRead(file: file, sha256: Text.sha256(bytes), bytes: bytes.count, towns: towns)
                })
        } catch {
            return .failure(InputFailure(error, file: file))
        }
    }

    /// Files of older versions lack what the overview shows; their figures are made anew.
    private static func full(_ bytes: [UInt8], _ file: InputFile, _ tables: RunResources) throws(FactsError) -> [Town] {
        try FactsFile.books(bytes, path: file.path).map { read in
            let folder = TownFolder(read.book).name
            var report = tables.engine.report(read.book, read.diagnostics)
            report.progress = read.progress
            return Town(
                town: CountyReport.Town(report, folder: folder), folder: folder, isMasked: false,
                unit: Town.unit(read.book.townKey, year: read.book.fiscalYear), range: 0..<bytes.count)
        }
    }
}

extension FactsRead.Town {
    fileprivate init(_ read: FactsTown) {
        folder = TownFolder(read.key, year: read.year).name
        town = read.town(folder: folder)
        isMasked = read.isMasked
        unit = Self.unit(read.key, year: read.year)
        range = read.range
    }
}
