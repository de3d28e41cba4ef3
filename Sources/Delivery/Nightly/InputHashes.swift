internal import Intake
internal import Platform
internal import Text

/// The inputs of a run by their contents.
struct InputHashes: Sendable {
    /// SHA-256 by path; empty for a file that cannot be read.
    var hashes: [String: String]

    init(_ files: [InputFile], jobs: Int) async {
        let all = await Workers(jobs).map(files) { file, _ in
            (try? FileReader.bytes(of: file)).map { sha256($0) } ?? ""
        }
        hashes = Dictionary(zip(files.map(\.path), all)) { first, _ in first }
    }
}
