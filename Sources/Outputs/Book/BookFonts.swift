internal import BookLayout
internal import Typesetting

/// The fonts that books are set in, as `fonts.json5` names them.
public struct BookFonts: Sendable, Decodable {
    let roles: FontRoles

    /// The free Noto families alone.
    public init() {
        roles = .builtIn
    }

    public init(from decoder: any Decoder) throws {
        roles = try FontRoles(from: decoder)
    }

    /// For each role the family that stands in it on this machine.
    public var uses: [Use] {
        FontContext(roles).uses.map { Use(role: $0.role.rawValue, family: $0.family, isPreferred: $0.isPreferred) }
    }

    /// Which family a role gets.
    public struct Use: Hashable, Sendable {
        /// 标题, 正文 …
        public var role: String
        /// `nil` when no family of the role's list is installed.
        public var family: String?
        /// Whether it is the first of the list.
        public var isPreferred: Bool
    }
}
