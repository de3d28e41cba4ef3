/// What a command's end means to scripts; the numbers are a contract.
enum ExitCode: Int32 {
    case done = 0
    case findings = 1
    case usage = 2
    case someFailed = 3
    case nothingReadable = 4
    case held = 10
    case publishing = 11
    case mail = 12
    case internalError = 70
}
