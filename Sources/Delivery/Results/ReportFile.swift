internal import Diagnostics
public import Foundation
public import Intake

/// A single file that a command reads or writes besides inputs and results, such as a baseline.
public enum ReportFile {
    /// - Throws: ``InputFailure`` with the reason in words.
    public static func bytes(of path: String) throws -> Data {
        let file = InputFile(url: URL(filePath: path), path: path)
        do { return Data(try FileReader.bytes(of: file)) } catch { throw InputFailure(error, file: file) }
    }

    /// Writes a file at once, in place of one of the same name.
    ///
    /// - Parameter search: no file of it is written over.
    /// - Throws: ``PublicationError`` when the file is an input, or the disk refuses.
    public static func write(_ bytes: Data, to path: String, sparing search: InputSearch) throws(PublicationError) {
        let url = URL(filePath: path)
        let place = url.standardizedFileURL.resolvingSymlinksInPath()
        let inputs = (search.files + search.settings + search.replies).map {
            $0.url.standardizedFileURL.resolvingSymlinksInPath()
        }
        if inputs.contains(place) { throw .holdsInput(path, path) }
        do { try bytes.write(to: url, options: .atomic) } catch { throw .notWritable(path, error) }
    }
}
