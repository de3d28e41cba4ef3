internal import Facts
public import Foundation
internal import Pages
public import Reporting
internal import Tables

/// Writes a comparison as a page and a workbook.
public struct CompareResults: Sendable {
    private let tables: RunResources
    private let created: Date?
    private let tool: String

    /// - Parameters:
    ///   - created: the date inside the workbook; without one, 1 January of the newest year.
    ///   - tool: name and version of the program, for the manifest.
    public init(tables: RunResources, created: Date? = nil, tool: String) {
        (self.tables, self.created, self.tool) = (tables, created, tool)
    }

    /// The whole page.
    public func page(_ comparison: Comparison) -> String {
        ComparePage(comparison, css: tables.css).html
    }

    /// Swaps 变化.html, 变化.xlsx and 变化.json into a folder.
    ///
    /// - Returns: what did not find room in its cell, in words.
    /// - Throws: ``PublicationError`` when the results cannot be written or put in their place.
    public func write(_ comparison: Comparison, to output: URL) throws(PublicationError) -> [String] {
        let publication = try Publication(to: output)
        let notices = publication.notices
        var folder = ResultsFolder(publication.staging, tool: tool)
        var remarks: [String] = []
        try folder.write(ResultFile.change.rawValue) { Data(page(comparison).utf8) }
        try folder.write(CompareWorkbook.fileName) {
            let written = try CompareWorkbook(comparison).written(created: created)
            remarks = written.diagnostics.map { "\($0)" }
            return written.bytes
        }
        try folder.write("变化.json") { try CompareFile(comparison).json() }
        try folder.finish()
        return notices + remarks + (try publication.publish())
    }
}
