internal import Facts
internal import Foundation
internal import Pages
internal import Reporting
internal import Tables

/// Writes the files of the county: its page, its workbook and rollup.json.
struct CountyFiles {
    let county: CountyReport
    let tables: RunResources
    /// The date inside the workbook; without one, 1 January of the newest year.
    let created: Date?
    /// The file in a town's folder that its name leads to.
    var entryFile = ResultFile.page.rawValue
    /// Where the towns' folders lie, where that is not beside the page.
    var addresses: [String: TownAddress]?

    func write(to folder: inout ResultsFolder) throws(PublicationError) {
        let page = CountyPage(
            county: county, css: tables.overviewStyle, script: tables.script, entryFile: entryFile, addresses: addresses)
        try folder.write("index.html") { Data(page.html.utf8) }
        try folder.write(CountyWorkbook.fileName) {
            try CountyWorkbook(county).written(created: created).bytes
        }
        try folder.write("rollup.json") { try RollupFile(county).json() }
    }
}
