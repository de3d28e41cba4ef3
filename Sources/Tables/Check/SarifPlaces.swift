internal import Foundation
internal import Text

/// The files of a SARIF log as reviewing tools find them: relative to the working directory, which is most often the root of
/// the repository; absolute where they stand outside of it.
struct SarifPlaces {
    /// As the standard's own examples call the root of the sources.
    static let baseID = "%SRCROOT%"

    private let files: [String: URL]
    /// The working directory as it is called and as it is without symbolic links.
    private let roots: [[String]]

    init(_ files: [String: URL], in folder: URL) {
        self.files = files
        let called = folder.standardizedFileURL
        roots = [called, called.resolvingSymlinksInPath()].map(\.pathComponents)
    }

    /// The working directory.
    var base: Sarif.ArtifactLocation { Sarif.ArtifactLocation(uri: "file://" + Self.uri(roots[0], isFolder: true)) }

    /// - Parameter path: as places have it.
    func location(of path: String, index: Int? = nil) -> Sarif.ArtifactLocation {
        // Of what facts.json was made of nobody knows where it stands.
        guard let file = files[path] ?? (path.hasPrefix("/") ? URL(filePath: path) : nil) else {
            return Sarif.ArtifactLocation(uri: Self.uri([path]), index: index)
        }
        let called = file.standardizedFileURL
        let spellings = [called, called.resolvingSymlinksInPath()].map(\.pathComponents)
        for parts in spellings {
            for root in roots where parts.count > root.count && parts.starts(with: root) {
                let uri = Self.uri(Array(parts.dropFirst(root.count)))
                return Sarif.ArtifactLocation(uri: uri, uriBaseId: Self.baseID, index: index)
            }
        }
        return Sarif.ArtifactLocation(uri: "file://" + Self.uri(spellings[0]), index: index)
    }

    /// The parts of a path as a URI has them (RFC 3986), personal numbers starred as everywhere.
    private static func uri(_ parts: [String], isFolder: Bool = false) -> String {
        var allowed = CharacterSet(charactersIn: "-._~/")
        allowed.insert(charactersIn: "A"..."Z")
        allowed.insert(charactersIn: "a"..."z")
        allowed.insert(charactersIn: "0"..."9")
        let path = parts.first == "/" ? "/" + parts.dropFirst().joined(separator: "/") : parts.joined(separator: "/")
        let whole = isFolder && !path.hasSuffix("/") ? path + "/" : path
        return whole.withNumbersStarred.addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
    }
}
