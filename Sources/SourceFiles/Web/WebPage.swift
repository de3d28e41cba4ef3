internal import Diagnostics

/// Reads pages with tables, as saved from a government's site or by a spreadsheet.
enum WebPage {
    static func document(_ bytes: [UInt8], path: String) throws(ReadingError) -> Warned<SourceDocument> {
        throw .needsConversion(.text)
    }
}
