internal import Diagnostics

/// Reads CSV: one sheet without a name.
enum CommaSeparated {
    static func document(_ bytes: [UInt8], path: String) throws(ReadingError) -> Warned<SourceDocument> {
        throw .needsConversion(.sheets)
    }
}
