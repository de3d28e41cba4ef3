internal import BookLayout
public import GoalModel
internal import Typesetting

/// Fonts found and prepared; any number of workers can print with them.
public struct PreparedFonts: Sendable {
    let fontSet: FontSet

    init(_ set: FontSet) {
        fontSet = set
    }

    /// Opens them before many workers print with them, while there is time.
    public func keepOpen() { fontSet.keepOpen() }

    /// For each role the font that stands in it on this machine.
    public var uses: [Use] { fontSet.uses.map(Use.init) }

    /// Which font a role gets.
    public struct Use: Hashable, Sendable {
        /// 标题, 正文 …
        public let role: String
        /// `nil` when no font of the role's list is installed.
        public let family: String?
        /// Fonts that would rather be used and are not installed, the preferred one first.
        public let lacking: [String]
        /// Of the installed file, in hexadecimal digits.
        public let sha256: String?
        /// Whether it was prepared for small and fast books.
        public let isPrepared: Bool

        init(_ use: FontUse) {
            (role, family, lacking) = (use.role.rawValue, use.family, use.lacking)
            (sha256, isPrepared) = (use.sha256, use.isPrepared)
        }
    }

    /// Where prepared and fetched fonts are kept; `nil` where the user has no such place.
    public static var cacheFolder: String? { FontCache.standard.own }

    /// Where fonts are fetched to.
    public static var sourcesFolder: String? { FontCache.standard.sources }

    /// How many bytes the cache holds.
    public static var cacheSize: Int { cacheFolder.map(FontCache.size(of:)) ?? 0 }
}

/// The fonts that books are set in, as `fonts.json5` names them.
public struct BookFonts: Sendable, TableReadable {
    let roles: FontRoles

    /// The free Noto families alone.
    public init() {
        roles = .builtIn
    }

    public init(_ table: SettingTable) throws {
        roles = try FontRoles(table)
    }

    /// Finds the fonts on this machine and prepares what the cache does not hold yet, which takes seconds once.
    public func ready() -> PreparedFonts {
        PreparedFonts(FontSet(roles))
    }
}
