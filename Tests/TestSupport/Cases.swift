internal import Foundation

/// How many cases made by chance are tried: all in `make check`, which sets `GOALBOOK_SLOW`, fewer in `make test`.
public enum Cases {
    public static let areAll: Bool = {
        let isSet = ProcessInfo.processInfo.environment["GOALBOOK_SLOW"] != nil
        if !isSet { print("GOALBOOK_SLOW is not set: fewer damaged and random cases are tried than in make check") }
        return isSet
    }()

    /// The number of cases; a fraction of it where only a part is tried.
    public static func number(_ all: Int, quick fraction: Int) -> Int {
        areAll ? all : max(1, all / fraction)
    }
}
