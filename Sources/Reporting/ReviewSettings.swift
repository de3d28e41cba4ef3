public import Diagnostics
public import Foundation
internal import Linting

/// A settings file of a county or town that was read and tried: severities, tables, and what is agreed to be kept.
public struct ReviewSettings: Hashable, Sendable {
    /// The name that such a file has in a folder of inputs.
    public static let fileName = ReviewProfile.fileName

    let profile: ReviewProfile
}

/// Why a settings file cannot be used: place, reason and remedy in one Chinese sentence, the file named first.
public struct ReviewSettingsFault: ExplainedError, Hashable {
    public let message: String
    public var exitCode: ExitCode { .usage }
    /// The same without the file's name.
    public let reason: String

    init(_ error: ReviewSettingsError) {
        message = error.message
        reason = error.reason
    }
}

extension Engine {
    /// Reads a settings file and tries it on top of this engine's tables.
    ///
    /// - Parameters:
    ///   - file: the file as messages name it.
    ///   - origin: as the list of all settings names what comes from it, such as `县设定`.
    public func settings(json5: Data, file: String, origin: String) throws(ReviewSettingsFault) -> ReviewSettings {
        do { return ReviewSettings(profile: try basis.profile(json5: json5, file: file, origin: origin)) } catch {
            throw ReviewSettingsFault(error)
        }
    }
}
