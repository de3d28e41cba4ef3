internal import Diagnostics
internal import Facts
internal import Foundation
internal import Intake
internal import Pages
internal import Platform
internal import Reporting
internal import Tables

/// Writes the files of the county: its page, its workbook and rollup.json.
struct CountyFiles: Sendable {
    let county: CountyReport
    let tables: RunResources
    /// The date inside the workbook; without one, 1 January of the newest year.
    let created: Date?
    /// The file in a town's folder that its name leads to.
    var entryFile = ResultFile.page.rawValue
    /// Where the towns' folders lie, where that is not beside the page.
    var addresses: [String: TownAddress]?

    /// Writes those that the program has not crashed at; of the others ``lost`` tells.
    ///
    /// - Parameter jobs: how many are made at a time.
    func write(to folder: inout ResultsFolder, jobs: Int) async throws(PublicationError) {
        let names = CountyFiles.names.filter { InputFailure.crash(atResult: $0) == nil }
        let made = await Workers(jobs).map(names) { name, _ in
            Result { try CrashContainment.writing(name) { try bytes(of: name) } }
        }
        for (name, bytes) in zip(names, made) { try folder.write(name) { try bytes.get() } }
    }

    private static let workbook = CountyWorkbook.fileName
    private static let rollup = "rollup.json"
    private static let names = [ResultFile.page.rawValue, workbook, rollup]

    private func bytes(of name: String) throws -> Data {
        switch name {
        case CountyFiles.workbook: try CountyWorkbook(county).written(created: created).bytes
        case CountyFiles.rollup: try RollupFile(county).json()
        default:
            Data(
                CountyPage(
                    county: county, css: tables.overviewStyle, script: tables.script, entryFile: entryFile, addresses: addresses
                ).html.utf8)
        }
    }

    /// Files that are not made, because the program has crashed at them.
    static var lost: [InputFailure] { names.compactMap(InputFailure.crash) }
}
