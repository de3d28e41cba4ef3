public import BookLayout
public import GoalModel

/// Which font families stand for each role, the preferred one first; read from `Resources/fonts.json5`.
public struct FontRoles: Hashable, Sendable, TableReadable {
    public var choices: [FontRole: [FontChoice]]

    public init(choices: [FontRole: [FontChoice]]) {
        self.choices = choices
    }

    /// Roles by their Chinese names; unknown names are ignored, missing roles take the built-in families.
    public init(_ table: SettingTable) throws {
        var choices = FontRoles.builtIn.choices
        for (name, part) in try table.parts {
            let list = try part.list.map(FontChoice.init)
            if let role = FontRole(rawValue: name), !list.isEmpty { choices[role] = list }
        }
        self.choices = choices
    }

    /// The free Noto families alone, with DejaVu for signs such as ☑.
    public static let builtIn: FontRoles = {
        let serif = FontChoice(family: "Noto Serif CJK SC")
        let boldSerif = FontChoice(family: "Noto Serif CJK SC", weight: 700)
        let boldSans = FontChoice(family: "Noto Sans CJK SC", weight: 700)
        let digits = FontChoice(family: "Noto Sans CJK SC")
        let first: [FontRole: FontChoice] = [
            .title: boldSerif, .body: serif, .kai: boldSerif, .hei: boldSans, .table: serif, .digits: digits,
        ]
        return FontRoles(choices: first.mapValues { [$0, FontChoice(family: "DejaVu Sans")] })
    }()
}

/// A family, and how it is used where it stands in for a role.
public struct FontChoice: Hashable, Sendable, TableReadable {
    /// A family's name, or the full or PostScript name of one face.
    public var family: String
    /// How heavy it is, 400 regular, 700 bold; fonts that help out with rare characters are taken in the same weight.
    public var weight: Int
    /// OpenType features, for example `hwid`; empty for none.
    public var features: String
    /// The family that letters and digits are set in; `nil` for its own.
    public var latin: String?

    public init(family: String, weight: Int = 400, features: String = "", latin: String? = nil) {
        (self.family, self.weight, self.features, self.latin) = (family, weight, features, latin)
    }

    /// Either a family name alone or an object with `family`, `weight`, `features` and `latin`.
    public init(_ table: SettingTable) throws {
        if let name = try? table.text {
            self.init(family: name)
            return
        }
        self.init(
            family: try table["family"].text, weight: try table.part("weight")?.integer ?? 400,
            features: try table.part("features")?.text ?? "", latin: try table.part("latin")?.text)
    }
}

extension TextStyle {
    /// The role whose fonts are used: Chinese has no bold of its own and emphasises by 黑体.
    var setRole: FontRole { bold && role != .title ? .hei : role }
}
