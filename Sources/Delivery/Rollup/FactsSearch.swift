public import Foundation
internal import Outputs

/// The facts files that the inputs of a roll-up lead to.
public struct FactsSearch: Sendable {
    /// In a stable order, none twice.
    public private(set) var files: [InputFile] = []
    /// Inputs that do not exist or cannot be entered.
    public private(set) var failures: [TownFailure] = []
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
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false), isDirectory: &isFolder) else {
                failures.append(TownFailure(path: input, reason: "找不到这个文件或文件夹。请检查路径是否写对"))
                continue
            }
            var found: [InputFile] = []
            if isFolder.boolValue {
                visit(url.standardizedFileURL.resolvingSymlinksInPath(), input, excluded, &found)
            } else {
                found = [InputFile(url: url, path: url.lastPathComponent)]
            }
            files += found.filter { seen.insert($0.url.standardizedFileURL.path(percentEncoded: false)).inserted }
        }
    }

    private mutating func visit(_ folder: URL, _ path: String, _ excluded: String, _ found: inout [InputFile]) {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) } catch {
            let trouble = error.fileTrouble
            failures.append(TownFailure(path: path, reason: "打不开这个文件夹：\(trouble.reason)。\(trouble.remedy)"))
            return
        }
        if Manifest.marks(names, in: folder), names.contains("rollup.json") {
            rollups.append(folder.appending(path: "rollup.json"))
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let url = folder.appending(path: name)
            if name.lowercased().hasSuffix(ResultFile.facts.rawValue) {
                found.append(InputFile(url: url, path: path.trimmingEnd + "/" + name))
                continue
            }
            // Most names are those of other results; only what may be a folder is looked at.
            let attributes = try? FileManager.default.attributesOfItem(atPath: url.path(percentEncoded: false))
            let isFolder = attributes?[.type] as? FileAttributeType == .typeDirectory
            if isFolder, url.path(percentEncoded: false) != excluded {
                visit(url, path.trimmingEnd + "/" + name, excluded, &found)
            }
        }
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var rest = self[...]
        while rest.count > 1, rest.last == "/" { rest.removeLast() }
        return String(rest)
    }
}
