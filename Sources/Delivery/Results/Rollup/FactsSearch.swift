public import Diagnostics
public import Foundation
public import Intake
internal import Reporting
internal import Text

/// The facts files that the inputs of a roll-up lead to.
public struct FactsSearch: Sendable {
    /// In a stable order, none twice.
    public private(set) var files: [InputFile] = []
    /// Inputs that do not exist or cannot be entered.
    public private(set) var failures: [InputFailure] = []
    /// rollup.json of the finished results among the inputs: they tell what did not come about there.
    private(set) var rollups: [URL] = []

    /// - Parameters:
    ///   - inputs: files, and folders that are searched to any depth, also folders of results.
    ///   - output: a folder that is never searched, even inside an input.
    public init(_ inputs: [String], excluding output: URL) {
        let excluded = output.standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
        var seen: Set<String> = []
        for input in inputs {
            let url = URL(filePath: input)
            var found: [InputFile] = []
            do throws(InputFailure) {
                if try FolderListing.isFolder(input: input) {
                    try visit(url.standardizedFileURL.resolvingSymlinksInPath(), input, excluded, &found)
                } else {
                    found = [InputFile(url: url, path: url.lastPathComponent)]
                }
            } catch {
                failures.append(error)
            }
            files += found.filter { seen.insert($0.url.standardizedFileURL.path(percentEncoded: false)).inserted }
        }
    }

    private mutating func visit(
        _ folder: URL, _ path: String, _ excluded: String, _ found: inout [InputFile]
    ) throws(InputFailure) {
        let listing = try FolderListing(folder, shown: path)
        if Manifest.marks(listing.names, in: folder), listing.names.contains("rollup.json") {
            rollups.append(folder.appending(path: "rollup.json"))
        }
        for name in listing.names where !name.hasPrefix(".") {
            let url = folder.appending(path: name)
            if name.lowercased().hasSuffix(ResultFile.facts.rawValue) {
                found.append(InputFile(url: url, path: path.trimmingSuffix { $0 == "/" } + "/" + name))
                continue
            }
            guard listing.isFolder(name), url.path(percentEncoded: false) != excluded else { continue }
            do throws(InputFailure) { try visit(url, path.trimmingSuffix { $0 == "/" } + "/" + name, excluded, &found) } catch {
                failures.append(error)
            }
        }
    }
}
