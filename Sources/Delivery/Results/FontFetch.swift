internal import Foundation
public import Intake
internal import Print

/// Fetches the free Chinese fonts of Debian into the font cache.
public enum FontFetch {
    public enum Outcome: Sendable {
        /// They are there, from now on or since long.
        case there
        /// The script has told why on standard error.
        case failed
        /// The user has no cache folder.
        case noFolder
    }

    /// Runs the script of the resource folder; without network when the fonts are there.
    ///
    /// - Throws: what Foundation throws when the script cannot be run.
    public static func run(_ resources: ResourceFolder) throws -> Outcome {
        guard let folder = PreparedFonts.sourcesFolder else { return .noFolder }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [resources.url.appending(path: "fetch-fonts.sh").path(percentEncoded: false), folder]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? .there : .failed
    }
}
