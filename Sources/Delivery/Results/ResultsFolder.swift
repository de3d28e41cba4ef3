internal import Foundation
internal import Intake
internal import Text

/// A fresh folder of results that is being filled; its manifest notes every file.
struct ResultsFolder {
    let url: URL
    var manifest: Manifest

    /// - Parameter tool: name and version of the program, for the manifest.
    init(_ url: URL, tool: String) {
        self.url = url
        manifest = Manifest(tool: tool)
    }

    mutating func write(_ path: String, _ bytes: () throws -> Data) throws(PublicationError) {
        let data = try ResultsFolder.data(path, bytes)
        try Publication.write(data, to: path, in: url)
        manifest.outputs.append(Manifest.Entry(path: path, sha256: sha256(data)))
    }

    /// Writes the manifest, after everything else.
    func finish() throws(PublicationError) {
        try Publication.write(try ResultsFolder.data(Manifest.fileName, manifest.json), to: Manifest.fileName, in: url)
    }

    private static func data(_ path: String, _ make: () throws -> Data) throws(PublicationError) -> Data {
        do { return try make() } catch { throw .notWritable(path, error) }
    }
}
