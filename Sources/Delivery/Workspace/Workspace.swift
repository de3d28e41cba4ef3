public import Foundation
internal import Intake
internal import Linting
internal import Platform
internal import Text

/// A folder in which the unattended run lives: settings, inputs, state and results.
public struct Workspace: Sendable, Hashable {
    public let folder: URL
    public let settings: Settings
    /// The bytes of the settings file, for telling whether it changed.
    let settingsData: Data

    public static let settingsName = "goalbook.json5"

    /// Opens the workspace in a folder.
    public init(at path: String) throws(SettingsError) {
        let folder = URL(filePath: path).standardizedFileURL
        let file = folder.appending(path: Workspace.settingsName)
        guard FileManager.default.fileExists(atPath: file.path(percentEncoded: false)) else { throw .missing(path) }
        do { settingsData = try Data(contentsOf: file) } catch {
            let trouble = error.fileTrouble
            throw .unreadable(Workspace.settingsName, reason: trouble.reason, remedy: trouble.remedy)
        }
        settings = try Settings(json5: settingsData)
        self.folder = folder
    }

    /// The workspace that a folder of results lies in; `nil` when it lies in none.
    ///
    /// - Throws: ``SettingsError`` when there is one that cannot be used.
    public static func around(_ path: String) throws(SettingsError) -> Workspace? {
        var folder = URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath()
        while folder.pathComponents.count > 1 {
            folder = folder.deletingLastPathComponent()
            let file = folder.appending(path: settingsName).path(percentEncoded: false)
            if FileManager.default.fileExists(atPath: file) { return try Workspace(at: folder.path(percentEncoded: false)) }
        }
        return nil
    }

    /// Makes a new workspace.
    ///
    /// - Parameter template: the text of its settings file.
    /// - Throws: ``SettingsError`` when there is one already, or the disk refuses.
    public static func create(at path: String, template: Data) throws(SettingsError) {
        let folder = URL(filePath: path)
        let file = folder.appending(path: settingsName)
        if (try? FileManager.default.attributesOfItem(atPath: file.path(percentEncoded: false))) != nil {
            throw .exists(file.relativePath)
        }
        do {
            for name in ["inputs", "actuals", "out", "state"] {
                try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
            }
            // Mails and the addresses of people lie in it.
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: folder.appending(path: "state").path(percentEncoded: false))
            try template.write(to: file, options: .withoutOverwriting)
        } catch {
            let trouble = error.fileTrouble
            throw .unreadable(path.quoted, reason: "写不进去，\(trouble.reason)", remedy: trouble.remedy)
        }
    }

    var stateFolder: URL { folder.appending(path: "state") }
    var database: String { stateFolder.appending(path: "goalbook.db").path(percentEncoded: false) }
    var lockFile: URL { stateFolder.appending(path: "lock") }
    /// Files of actual figures.
    var actualsFolder: URL { folder.appending(path: "actuals") }
    var logFolder: URL { stateFolder.appending(path: "log") }
    var outFolder: URL { folder.appending(path: "out") }
    var runsFolder: URL { outFolder.appending(path: "runs") }
    /// A link to the results that readers see.
    public var current: URL { outFolder.appending(path: "current") }

    /// The inputs as paths that do not depend on where the program was started.
    public var inputs: [String] {
        settings.inputs.map { $0.hasPrefix("/") ? $0 : folder.appending(path: $0).path(percentEncoded: false) }
    }

    /// The settings file by which all goals are judged: as named, else the one of the usual name, where it is there.
    var reviewSettings: InputFile? {
        let name = settings.review.isEmpty ? ReviewProfile.fileName : settings.review
        let url = name.hasPrefix("/") ? URL(filePath: name) : folder.appending(path: name)
        let isThere = FileManager.default.fileExists(atPath: url.path(percentEncoded: false))
        // One that is named must be there; when it is not, reading it says so.
        return isThere || !settings.review.isEmpty ? InputFile(url: url, path: "工作文件夹/" + name) : nil
    }

    /// The name that people know the workspace by.
    public var title: String {
        settings.name.isEmpty ? folder.lastPathComponent : settings.name
    }
}

extension String {
    /// Another for another text: 32 digits of its SHA-256.
    var fingerprint: String { String(sha256(utf8).prefix(32)) }
}
