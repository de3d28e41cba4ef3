public import Diagnostics

extension PublicationError: ExplainedError {
    /// A folder that cannot be used was named wrongly; a disk that refuses is no fault of the command line.
    public var exitCode: ExitCode {
        switch self {
        case .notAFolder, .foreignFolder, .holdsInput, .exists: .usage
        case .notWritable, .notPublished: .publishing
        }
    }
}

extension StateError: ExplainedError {
    public var exitCode: ExitCode { .publishing }
}

extension SettingsError: ExplainedError {
    public var exitCode: ExitCode { .usage }
}

extension MailingRun.Trouble: ExplainedError {
    public var exitCode: ExitCode {
        switch self {
        case .noResults: .nothingReadable
        case .noRecipients, .noWorkspace: .usage
        case .message: .held
        }
    }
}
