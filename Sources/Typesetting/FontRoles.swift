public import BookLayout

/// Which font families stand for each role, the preferred one first; read from `Resources/fonts.json5`.
public struct FontRoles: Hashable, Sendable, Decodable {
    public var choices: [FontRole: [FontChoice]]

    public init(choices: [FontRole: [FontChoice]]) {
        self.choices = choices
    }

    /// Roles by their Chinese names; unknown names are ignored, missing roles take the built-in families.
    public init(from decoder: any Decoder) throws {
        let named = try [String: [FontChoice]](from: decoder)
        var choices = FontRoles.builtIn.choices
        for (name, list) in named {
            if let role = FontRole(rawValue: name), !list.isEmpty { choices[role] = list }
        }
        self.choices = choices
    }

    /// The free Noto families alone.
    public static let builtIn: FontRoles = {
        let serif = FontChoice(family: "Noto Serif CJK SC")
        return FontRoles(choices: [
            .title: [FontChoice(family: "Noto Serif CJK SC", weight: 700)],
            .body: [serif],
            .kai: [FontChoice(family: "Noto Serif CJK SC", weight: 700)],
            .hei: [FontChoice(family: "Noto Sans CJK SC", weight: 700)],
            .table: [serif],
            .digits: [FontChoice(family: "Noto Serif CJK SC", features: "hwid")],
        ])
    }()
}

/// A family, and how it is used where it stands in for a role.
public struct FontChoice: Hashable, Sendable, Decodable {
    public var family: String
    /// 400 is regular, 700 bold.
    public var weight: Int
    /// OpenType features, for example `hwid`; empty for none.
    public var features: String

    public init(family: String, weight: Int = 400, features: String = "") {
        self.family = family
        self.weight = weight
        self.features = features
    }

    private enum CodingKeys: String, CodingKey {
        case family, weight, features
    }

    /// Either a family name alone or an object with `family`, `weight` and `features`.
    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(family: name)
            return
        }
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            family: try values.decode(String.self, forKey: .family),
            weight: try values.decodeIfPresent(Int.self, forKey: .weight) ?? 400,
            features: try values.decodeIfPresent(String.self, forKey: .features) ?? "")
    }
}

/// The family that is really used for a role.
public struct FontUse: Hashable, Sendable {
    public var role: FontRole
    /// `nil` when no family of the role's list is installed.
    public var family: String?
    /// Whether it is the first of the list.
    public var isPreferred: Bool

    public init(role: FontRole, family: String?, isPreferred: Bool) {
        self.role = role
        self.family = family
        self.isPreferred = isPreferred
    }
}
