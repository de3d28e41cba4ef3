internal import Facts
internal import Foundation
internal import Intake
internal import Pages
internal import Reporting
internal import Tables
internal import Text

/// Writes the files of the county: its page, its workbook and rollup.json.
struct CountyFiles {
    let county: CountyReport
    let tables: RunResources
    /// The date inside the workbook; without one, 1 January of the newest year.
    let created: Date?
    /// The file in a town's folder that its name leads to.
    var landing = ResultFile.page.rawValue
    /// Where the towns' folders lie, where that is not beside the page.
    var addresses: [String: TownAddress]?

    /// - Throws: ``PublicationError`` when the disk refuses.
    func write(to folder: URL) throws(PublicationError) -> [Manifest.Entry] {
        let page = CountyPage(
            county: county, css: tables.overviewStyle, script: tables.script, landing: landing, addresses: addresses)
        let rollup = try Publication.encoding("rollup.json") { try RollupFile(county).json() }
        let workbook = try Publication.encoding(CountyWorkbook.fileName) {
            try CountyWorkbook(county, isMasked: county.isMasked).written(created: created).bytes
        }
        var entries: [Manifest.Entry] = []
        let files = [("index.html", Data(page.html.utf8)), (CountyWorkbook.fileName, workbook), ("rollup.json", rollup)]
        for (name, bytes) in files {
            try Publication.write(bytes, to: name, in: folder)
            entries.append(Manifest.Entry(path: name, sha256: sha256(bytes)))
        }
        return entries
    }
}
