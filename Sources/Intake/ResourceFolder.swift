public import Diagnostics
public import Foundation
internal import Text

/// The folder `Resources/`: style sheets, rule tables, word lists, font roles.
public struct ResourceFolder: Sendable, Hashable {
    public let url: URL

    /// Finds the folder: as given, else by `GOALBOOK_RESOURCES`, else `../share/goalbook` beside the real executable, else the
    /// `Resources` of the source tree that the executable was built in.
    ///
    /// - Throws: ``ResourceError`` when none of them exists.
    public init(given: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment) throws(ResourceError) {
        if let given = given ?? environment["GOALBOOK_RESOURCES"], !given.isEmpty {
            guard ResourceFolder.exists(URL(filePath: given)) else { throw .notFound([given]) }
            url = URL(filePath: given)
            return
        }
        let places = ResourceFolder.places
        guard let found = places.first(where: ResourceFolder.exists) else {
            throw .notFound(places.map { $0.path(percentEncoded: false) })
        }
        url = found
    }

    private static func exists(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: "score.json5").path(percentEncoded: false))
    }

    private static var places: [URL] {
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        var places = [executable.deletingLastPathComponent().deletingLastPathComponent().appending(path: "share/goalbook")]
        var folder = executable.deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path(percentEncoded: false)) {
                places.append(folder.appending(path: "Resources"))
            }
            folder = folder.deletingLastPathComponent()
        }
        return places
    }

    /// All tables and style sheets in one word.
    package var fingerprint: String {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false))) ?? []
        // The rest decides nothing about results.
        let tables = names.filter { name in
            [".json5", ".css", ".js"].contains { name.hasSuffix($0) } && name != "workspace.json5"
        }
        let words = tables.sorted().compactMap { name in
            (try? Data(contentsOf: url.appending(path: name))).map { "\(name) \(sha256($0))" }
        }
        return sha256(Data(words.joined(separator: "\n").utf8))
    }

    /// The bytes of one file.
    public func bytes(of name: String) throws(ResourceError) -> Data {
        try reading { try $0(name) }
    }

    /// Lets `decode` read files of the folder; an error names the file that was read last.
    package func reading<Value>(_ decode: ((String) throws -> Data) throws -> Value) throws(ResourceError) -> Value {
        var last = ""
        do {
            return try decode { name in
                last = name
                return try Data(contentsOf: url.appending(path: name))
            }
        } catch {
            throw .unreadable(last, "\(error)")
        }
    }
}

/// Why the resources could not be used.
public enum ResourceError: ExplainedError, Hashable {
    case notFound([String])
    case unreadable(String, String)

    public var message: String {
        switch self {
        case .notFound(let places): "找不到资源文件夹，找过：\(places.joined(separator: "、"))。请重新安装，或用 --resources 指明"
        case .unreadable(let name, let reason): "资源文件\(name.quoted)读不了：\(reason)。请重新安装，或改正其中的写法"
        }
    }

    public var exitCode: ExitCode { .usage }
}
