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
        let inputs = (search.files + search.settings + search.labels + search.replies + search.actuals).map {
            $0.url.standardizedFileURL.resolvingSymlinksInPath()
        }
        if inputs.contains(place) { throw .holdsInput(path, path) }
        do { try bytes.write(to: url, options: .atomic) } catch { throw .notWritable(path, error) }
    }

    /// Writes a file that must not be there yet.
    ///
    /// - Throws: ``PublicationError`` when there is a file of this name already, or the disk refuses.
    public static func writeNew(_ bytes: Data, to path: String) throws(PublicationError) {
        let url = URL(filePath: path)
        let place = url.path(percentEncoded: false)
        // A link that leads nowhere is there, too.
        if (try? FileManager.default.attributesOfItem(atPath: place)) != nil { throw .exists(path) }
        do { try bytes.write(to: url, options: .withoutOverwriting) } catch {
            if (error as? CocoaError)?.code == .fileWriteFileExists { throw .exists(path) }
            // What was begun is ours: it was not there before.
            try? FileManager.default.removeItem(at: url)
            throw .notWritable(path, error)
        }
    }
}
