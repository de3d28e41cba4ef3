/// An error that tells a person what is wrong and what to do, and decides how the program ends when nobody handles it.
public protocol ExplainedError: Error, CustomStringConvertible {
    /// One or two Chinese sentences with place, reason and remedy.
    var message: String { get }
    var exitCode: ExitCode { get }
}

extension ExplainedError {
    /// For an error that belongs to a file or a town and is handled there.
    public var exitCode: ExitCode { .internalError }
    public var description: String { message }
}
