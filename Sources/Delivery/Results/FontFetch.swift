internal import Foundation
public import Intake
internal import Print

/// Fetches the free Chinese fonts of Debian into the font cache.
public enum FontFetch {
    /// Runs the script of the resource folder; without network when the fonts are there.
    ///
    /// - Returns: whether they are there; the script has told on standard error why not. `nil` where the user has no cache folder.
    /// - Throws: what Foundation throws when the script cannot be run.
    public static func run(_ resources: ResourceFolder) throws -> Bool? {
        guard let folder = PreparedFonts.sourcesFolder else { return nil }
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [resources.url.appending(path: "fetch-fonts.sh").path(percentEncoded: false), folder]
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
