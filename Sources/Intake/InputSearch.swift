public import Diagnostics
public import Foundation
internal import GoalParsing
internal import Linting
internal import SourceFiles
internal import Text

/// A readable file that the inputs lead to.
public struct InputFile: Hashable, Sendable {
    /// Where the file stands.
    public var url: URL
    /// Relative to the input that it was found by; this is the path that results show, control characters made visible and
    /// personal numbers starred.
    public var path: String

    public init(url: URL, path: String) {
        self.url = url
        self.path = path.withNumbersStarred.withHiddenSpelled
    }
}

/// What the inputs of a command lead to: files with a known extension, and everything that was passed over.
public struct InputSearch: Sendable {
    /// In a stable order.
    public private(set) var files: [InputFile] = []
    /// Settings files by which goals are judged, in the order in which they are laid over each other.
    public private(set) var settings: [InputFile] = []
    /// Words that a county adds to the labels of forms, the outermost first.
    public private(set) var labels: [InputFile] = []
    /// 审核意见表.xlsx with what people wrote into it, the outermost first.
    public private(set) var replies: [InputFile] = []
    /// Files of actual figures (执行数据), which are no goal books.
    public private(set) var actuals: [InputFile] = []
    /// Files with other names that hold no document, hidden files and `~$*`.
    public private(set) var skipped: [String] = []
    /// Files that are among the failures.
    private var refused: [InputFile] = []
    /// Inputs that do not exist or cannot be read by this version, and documents without a known extension, with the reason.
    public private(set) var failures: [InputFailure] = []

    /// - Parameters:
    ///   - inputs: files and folders; folders are searched to any depth.
    ///   - output: a folder of results that is never searched, even inside an input.
    public init(_ inputs: [String], excluding output: URL? = nil) {
        var seen: Set<String> = []
        for input in inputs {
            let url = URL(filePath: input)
            let isFolder: Bool
            do throws(InputFailure) { isFolder = try FolderListing.isFolder(input: input) } catch {
                failures.append(error)
                continue
            }
            let found: [InputFile]
            if isFolder {
                let search = InputSearch.files(below: url, named: input, excluding: output)
                found = search.files
                failures += search.failures
            } else {
                found = [InputFile(url: url, path: url.lastPathComponent)]
                takeCompanions(of: url, &seen)
            }
            for file in found where seen.insert(file.url.standardizedFileURL.path(percentEncoded: false)).inserted {
                take(file, isNamed: !isFolder)
            }
        }
        files.tellApart()
        replies.sort { $0.url.pathComponents.count < $1.url.pathComponents.count }
        labels.sort { $0.url.pathComponents.count < $1.url.pathComponents.count }
        settings.sort { $0.url.pathComponents.count < $1.url.pathComponents.count }
    }

    /// A file that is named alone is judged by the settings and the answers beside it.
    private mutating func takeCompanions(of file: URL, _ seen: inout Set<String>) {
        let folder = file.deletingLastPathComponent()
        let names = (try? FolderListing(folder, shown: ""))?.names ?? []
        for name in names where InputSearch.isCompanion(name.withHiddenSpelled) {
            let url = folder.appending(path: name)
            guard seen.insert(url.standardizedFileURL.path(percentEncoded: false)).inserted else { continue }
            take(InputFile(url: url, path: name), isNamed: false)
        }
    }

    private static func isCompanion(_ name: String) -> Bool {
        name == ReviewProfile.fileName || name == Lexicon.fileName || ReplyFile.isOne(name)
    }

    private mutating func take(_ file: InputFile, isNamed: Bool) {
        let name = file.url.lastPathComponent.withHiddenSpelled
        let suffix = file.url.pathExtension.lowercased()
        if name == ReviewProfile.fileName {
            settings.append(file)
        } else if name == Lexicon.fileName {
            labels.append(file)
        } else if ReplyFile.isOne(name), !name.hasPrefix("."), !name.hasPrefix("~$") {
            replies.append(file)
        } else if !isNamed, ActualsFile.isOne(name), !name.hasPrefix("."), !name.hasPrefix("~$") {
            actuals.append(file)
        } else if SourceReader.extensions.contains(suffix), !name.hasPrefix("."), !name.hasPrefix("~$") {
            if !isNamed, suffix == "pdf", file.isPrintedHere { skipped.append(file.path) } else { files.append(file) }
        } else if isNamed {
            let known = "Word（.docx、.doc、.wps）、Excel（.xlsx、.xls、.et、.csv）、带结构标记的PDF（.pdf）、网页（.html）、文本（.txt）和 facts.json"
            failures.append(InputFailure(path: file.path, reason: "不是认识的文件类型。可以读取 \(known)"))
            refused.append(file)
        } else if let failure = InputFailure(stray: file) {
            failures.append(failure)
            refused.append(file)
        } else {
            skipped.append(file.path)
        }
    }

    /// Files below a folder in the order of their paths; folders of results (with a manifest of ours) are not entered.
    ///
    /// - Parameter input: the folder as the user wrote it.
    private static func files(
        below folder: URL, named input: String, excluding output: URL?
    ) -> (files: [InputFile], failures: [InputFailure]) {
        let root = folder.standardizedFileURL.resolvingSymlinksInPath()
        let excluded = output?.standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
            .trimmingSuffix { $0 == "/" }
        var files: [InputFile] = []
        var failures: [InputFailure] = []
        func visit(_ folder: URL, _ prefix: String) {
            let listing: FolderListing
            do throws(InputFailure) { listing = try FolderListing(folder, shown: prefix.isEmpty ? input : prefix) } catch {
                failures.append(error)
                return
            }
            if Manifest.marks(listing.names, in: folder) { return }
            for name in listing.names {
                let url = folder.appending(path: name)
                let shown = prefix + listing.shown(name)
                if listing.isFolder(name) {
                    if InputSearch.belongsToPage(name, beside: listing.names) { continue }
                    let path = url.path(percentEncoded: false).trimmingSuffix { $0 == "/" }
                    if !name.hasPrefix("."), path != excluded {
                        visit(url, shown + "/")
                    }
                } else {
                    files.append(InputFile(url: url, path: shown))
                }
            }
        }
        visit(root, "")
        return (files, failures)
    }
}

extension InputSearch {
    /// Where each file stands, by the path that results show.
    public var locations: [String: URL] {
        Dictionary((files + replies + settings + labels + refused).map { ($0.path, $0.url) }) { first, _ in first }
    }

    /// A browser saves a page's pictures and frames in a folder `<page>_files` beside it.
    fileprivate static func belongsToPage(_ folder: String, beside names: [String]) -> Bool {
        for ending in ["_files", ".files"] where folder.hasSuffix(ending) {
            let page = folder.dropLast(ending.count)
            if names.contains(page + ".html") || names.contains(page + ".htm") { return true }
        }
        return false
    }
}

extension InputFile {
    /// A book that this program has printed lies beside its source; whoever wants it read names it.
    fileprivate var isPrintedHere: Bool {
        (try? FileReader.contents(of: url, named: path, upTo: FileReader.sizeLimit)).map(SourceReader.isPrintedHere) == true
    }
}

extension [InputFile] {
    /// Numbers the files whose paths differ in starred signs alone.
    fileprivate mutating func tellApart() {
        var counts: [String: Int] = [:]
        for index in indices where self[index].path.contains("*") {
            let path = self[index].path
            counts[path, default: 0] += 1
            guard let count = counts[path], count > 1 else { continue }
            let ending = self[index].url.pathExtension
            let stem = path.trimmingSuffix("." + ending)
            self[index].path = "\(stem)（\(count)）" + path.dropFirst(stem.count)
        }
    }
}
