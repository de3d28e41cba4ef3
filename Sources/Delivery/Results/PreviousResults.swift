public import Diagnostics
internal import Facts
internal import Foundation
internal import Intake
internal import Platform
public import Reporting
internal import Text

/// The facts of an earlier run's towns, to tell what changed.
public struct PreviousResults: Sendable {
    public private(set) var books = EarlierBooks()
    /// Results that could not be read: where, why, what to do.
    public private(set) var notices: [String] = []

    /// Nothing to compare with.
    public init() {}

    /// A folder that cannot be meant.
    public struct Unusable: ExplainedError {
        public let message: String
        public var exitCode: ExitCode { .usage }
    }

    /// Reads `facts.json` of each town in a folder of results; one that is damaged is passed over with a notice.
    ///
    /// - Throws: ``Unusable`` when there is no such folder, or no result in it.
    public init(_ path: String) throws(Unusable) {
        let folder = URL(filePath: path)
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false)) } catch {
            let trouble = error.fileTrouble
            throw Unusable(message: "打不开文件夹\(path.withHiddenSpelled.quoted)：\(trouble.reason)。\(trouble.remedy)")
        }
        var found = 0
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let file = folder.appending(path: name).appending(path: ResultFile.facts.rawValue)
            guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { continue }
            found += 1
            let shown = (path + "/" + name + "/" + ResultFile.facts.rawValue).withHiddenSpelled
            do {
                try CrashContainment.reading(InputFile(url: file, path: shown)) {
                    try books.add(facts: Array(try PreviousResults.bytes(of: file)))
                }
            } catch {
                notices.append("\(shown)：\(PreviousResults.reason(error))，没有拿它比较。请重新生成那一年的结果，或把它移走")
            }
        }
        guard found > 0 else {
            throw Unusable(message: "文件夹\(path.withHiddenSpelled.quoted)里没有以前的结果（乡镇文件夹中的 facts.json）。请写明 goalbook build 的输出文件夹")
        }
    }

    private static func bytes(of file: URL) throws -> Data {
        let attributes = try FileManager.default.attributesOfItem(
            atPath: file.resolvingSymlinksInPath().path(percentEncoded: false))
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw CocoaError(.fileReadUnknown) }
        guard (attributes[.size] as? Int ?? 0) <= FileReader.sizeLimit else { throw CocoaError(.fileReadTooLarge) }
        return try Data(contentsOf: file)
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let failure as InputFailure: failure.reason
        case is FactsError: "不是 goalbook.facts/1 格式的数据，可能已损坏"
        case let error as CocoaError where error.code == .fileReadTooLarge: "文件太大"
        case let error as CocoaError where error.code == .fileReadUnknown: "不是普通文件"
        default: "读不了（\(error.fileTrouble.reason)）"
        }
    }
}
