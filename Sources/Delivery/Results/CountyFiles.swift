internal import Diagnostics
internal import Facts
internal import Foundation
internal import Intake
internal import Pages
internal import Platform
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

    /// Writes those that the program has not crashed at; of the others ``lost`` tells.
    func write(to folder: inout ResultsFolder) throws(PublicationError) {
        try write(ResultFile.page.rawValue, to: &folder) {
            let page = CountyPage(
                county: county, css: tables.overviewStyle, script: tables.script, entryFile: entryFile, addresses: addresses)
            return Data(page.html.utf8)
        }
        try write(CountyWorkbook.fileName, to: &folder) { try CountyWorkbook(county).written(created: created).bytes }
        try write("rollup.json", to: &folder) { try RollupFile(county).json() }
    }

    private func write(_ name: String, to folder: inout ResultsFolder, _ bytes: () throws -> Data) throws(PublicationError) {
        if InputFailure.crash(atResult: name) != nil { return }
        try folder.write(name) { try CrashContainment.writing(name, bytes) }
    }

    /// Files that are not made, because the program has crashed at them.
    static var lost: [InputFailure] {
        [ResultFile.page.rawValue, CountyWorkbook.fileName, "rollup.json"].compactMap(InputFailure.crash)
    }
}
