internal import Appraisal
internal import Diagnostics
internal import Foundation
internal import GoalModel
internal import Intake
internal import Text

/// The files of actual figures of a workspace: those in `actuals`, and those beside the goal books.
///
/// Of each that could be read a copy is kept, which stands in for it where a later version cannot be.
struct ActualsFolder: Sendable {
    private(set) var files: [InputFile] = []
    /// What was found there besides that nobody can use, and a folder that cannot be opened.
    private var failures: [InputFailure] = []
    private let store: URL

    /// How messages name the folder.
    static let shown = "工作文件夹/actuals"

    /// - Parameter others: those among the inputs.
    init(_ workspace: Workspace, besides others: [InputFile]) {
        store = workspace.stateFolder.appending(path: "actuals")
        files = others
        let path = workspace.actualsFolder.path(percentEncoded: false)
        guard FileManager.default.fileExists(atPath: path) else { return }
        let search = InputSearch([path])
        failures = search.failures.map { InputFailure(path: Self.path($0.path), reason: $0.reason) }
        // Whatever its name, a table in this folder is meant to be one.
        files += (search.actuals + search.files).map { InputFile(url: $0.url, path: Self.path($0.path)) }
    }

    private static func path(_ name: String) -> String { name.hasPrefix("/") ? shown : shown + "/" + name }

    /// Whether a file that a town depends on is one of actual figures.
    static func holds(_ path: String) -> Bool {
        path.hasPrefix(shown) || ActualsFile.isOne(path.split(separator: "/").last.map(String.init) ?? path)
    }

    /// What the files say of books.
    struct Reading: Sendable {
        /// In the order of the books.
        var actuals: [Actuals]
        var failures: [InputFailure]
        /// The files that gave something.
        fileprivate var good: [InputFile]
    }

    func reading(of books: [GoalBook]) -> Reading {
        var read = ActualsFiles(files, earlier: copies)
        let actuals = read.actuals(of: books)
        return Reading(actuals: actuals, failures: failures + read.failures, good: read.good)
    }

    /// Keeps a copy of each good file, and forgets those of files that are gone.
    ///
    /// A copy that cannot be made is no reason to stop: the next run tries again.
    func keep(_ reading: Reading) {
        let manager = FileManager.default
        try? manager.createDirectory(at: store, withIntermediateDirectories: true)
        for file in reading.good {
            guard let bytes = try? FileReader.bytes(of: file) else { continue }
            let copy = copy(of: file)
            // The time of a copy tells when its figures were new.
            if (try? Data(contentsOf: copy)) != Data(bytes) { try? Data(bytes).write(to: copy, options: .atomic) }
        }
        let names = Set(files.map { copy(of: $0).lastPathComponent })
        for name in (try? manager.contentsOfDirectory(atPath: store.path(percentEncoded: false))) ?? []
        where !names.contains(name) { try? manager.removeItem(at: store.appending(path: name)) }
    }

    private var copies: [String: ActualsFiles.EarlierCopy] {
        let all = files.compactMap { file -> (String, ActualsFiles.EarlierCopy)? in
            let copy = copy(of: file)
            let facts = try? FileManager.default.attributesOfItem(atPath: copy.path(percentEncoded: false))
            guard let date = facts?[.modificationDate] as? Date else { return nil }
            return (file.path, ActualsFiles.EarlierCopy(url: copy, madeOn: LocalTime(date).dayInWords))
        }
        return Dictionary(all) { first, _ in first }
    }

    private func copy(of file: InputFile) -> URL {
        store.appending(path: file.path.fingerprint + "." + file.url.pathExtension.lowercased())
    }
}
