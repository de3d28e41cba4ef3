internal import Diagnostics

/// Reads .docx as Word, WPS and LibreOffice write it.
enum WordReader {
    static func document(_ package: OfficePackage, path: String) throws(ReadingError) -> Warned<SourceDocument> {
        throw .needsConversion(.text)
    }
}
