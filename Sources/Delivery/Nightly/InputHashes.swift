internal import Intake
internal import Platform
internal import Reporting
internal import Text

/// The inputs of a run by their contents.
struct InputHashes: Sendable {
    /// SHA-256 by path; empty for a file that cannot be read.
    private(set) var hashes: [String: String]

    init(_ files: [InputFile], jobs: Int) async {
        let all = await Workers(jobs).map(files) { file, _ in
            (try? FileReader.bytes(of: file)).map { sha256($0) } ?? ""
        }
        hashes = Dictionary(zip(files.map(\.path), all)) { first, _ in first }
    }

    /// Counts the answers among the inputs.
    mutating func take(_ answers: [FindingReply]) {
        let digest = Answers.digest(answers)
        hashes[AnswerFile.fileName] = digest.isEmpty ? nil : digest
    }
}
