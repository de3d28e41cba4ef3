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

    /// Finds the fonts on this machine and prepares what the cache does not hold yet, which takes seconds once.
    public func ready() -> PreparedFonts {
        PreparedFonts(FontSet(roles))
    }
}
