internal import Text

/// What people call the two sides of a comparison: 一审稿 and 二审稿.
public struct VersionNames: Hashable, Sendable {
    public let older: String
    public let newer: String
    /// Somebody chose them; others only stand where the year does not tell the sides apart.
    let areChosen: Bool

    public init(chosen older: String, _ newer: String) {
        (self.older, self.newer, areChosen) = (older, newer, true)
    }

    /// The names that two paths tell: the words for a version in them, else the last parts of the paths that differ.
    ///
    /// - Parameters:
    ///   - older: the parts of the path, the endings of files taken off.
    ///   - newer: the same.
    public init(paths older: [String], _ newer: [String]) {
        let words = (older.reversed().firstVersion, newer.reversed().firstVersion)
        let parts = zip(older.reversed(), newer.reversed()).first { $0 != $1 }
        var names = ("原来", "现在")
        if let before = words.0, let after = words.1, before != after {
            names = (before, after)
        } else if let parts {
            names = parts
        }
        self.older = names.0.withHiddenSpelled.withNumbersStarred.shortened(to: 24)
        self.newer = names.1.withHiddenSpelled.withNumbersStarred.shortened(to: 24)
        areChosen = false
    }
}

extension Sequence<String> {
    fileprivate var firstVersion: String? { lazy.compactMap(\.version).first }
}

extension String {
    /// `一审稿` of `巨鹿镇目标书（一审稿）`, `v2` of `目标书_v2`; the last one where there are several.
    fileprivate var version: String? {
        let draft =
            #/
            第?(?:[一二三四五六七八九十]+|[0-9]{1,2})(?:审稿?|校|稿|版|轮稿?)
            | (?:初|草|终|定|原|报送|送审|审定|上报|报批|修改|修订|征求意见|最终)稿
            /#
        if let found = matches(of: draft).last { return String(found.output) }
        return matches(of: #/(?:^|[^A-Za-z])([vV][0-9]+(?:\.[0-9]+)*)/#).last.map { String($0.output.1) }
    }
}
