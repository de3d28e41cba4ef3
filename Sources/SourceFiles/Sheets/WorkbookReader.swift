internal import Diagnostics

/// Reads .xlsx and .xlsm: a table a sheet.
enum WorkbookReader {
    static func document(_ package: OfficePackage, path: String) throws(ReadingError) -> Warned<SourceDocument> {
        throw .needsConversion(.sheets)
    }
}
