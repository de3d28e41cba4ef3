internal import SourceFiles
internal import Text

extension String {
    /// A short word that is another for another text: 32 digits of its SHA-256.
    var word: String { String(sha256(utf8).prefix(32)) }
}
