public import BookLayout

/// The fonts that stand for the roles on this machine, found and prepared.
///
/// A plain value: each worker makes its ``FontContext`` of it.
public struct FontSet: Sendable {
    /// What is used for each role, in the order of ``BookLayout/FontRole``.
    public let uses: [FontUse]
    let roles: [FontRole: Resolved]
    let configuration: FontConfiguration

    struct Resolved: Hashable, Sendable {
        /// Prepared fonts first, then the same ones as they are installed, for rare characters.
        var families: [String]
        var weight: Int
        var features: String
        /// For letters and digits; empty where they are as everything else.
        var latin: [String]
        /// How Pango is told of them.
        var familyName = ""
        var latinName = ""
    }

    /// Finds the fonts, and fills the cache with those that are not prepared yet, which takes seconds once.
    public init(_ roles: FontRoles, cache: FontCache = .standard) {
        let folders = InstalledFonts.folders(cache: cache)
        let installed = InstalledFonts(FontConfiguration(folders: folders, cache: cache))
        let chains = FontRole.allCases.map { role in
            let choices = roles.choices[role] ?? []
            // A list whose fonts are all missing is no reason for a book without letters.
            let chain = installed?.chain(choices) ?? installed?.chain(FontRoles.builtIn.choices[role] ?? [])
            return (role: role, choices: choices, chain: chain)
        }
        var faces: [FontFace] = []
        for face in chains.flatMap({ $0.chain?.all ?? [] }) where !faces.contains(face) { faces.append(face) }
        let prepared = FontPreparation(store: FontStore(cache: cache)).results(faces)
        let byFace = Dictionary(prepared.map { ($0.face, $0) }) { first, _ in first }

        var resolved: [FontRole: Resolved] = [:]
        var uses: [FontUse] = []
        for (role, choices, chain) in chains {
            let results = (chain?.faces ?? []).compactMap { byFace[$0] }
            resolved[role] = Resolved(chain?.choice, results, latin: chain?.latin.flatMap { byFace[$0] })
            uses.append(FontUse(role: role, choices: choices, used: chain?.choice, results.first))
        }
        self.uses = uses
        let counted = Dictionary(grouping: faces, by: \.path).mapValues { Set($0.map(\.index)) }
        let isComplete = chains.allSatisfy { $0.chain != nil }
        // Where not even the free fonts are installed, any font is better than none.
        var configuration = FontConfiguration(
            folders: prepared.flatMap(\.folders) + (isComplete ? [] : folders), faces: isComplete ? counted : [:], cache: cache)
        for role in FontRole.allCases {
            guard let font = resolved[role] else { continue }
            resolved[role]?.familyName = configuration.name(of: font.families)
            resolved[role]?.latinName = configuration.name(of: font.latin)
        }
        (self.roles, self.configuration) = (resolved, configuration)
    }

    /// Opens the fonts before many contexts use them, while there is time.
    public func keepOpen() { OpenFaces.open(self) }

    func role(_ role: FontRole) -> Resolved {
        roles[role] ?? Resolved(nil, [], latin: nil)
    }
}

extension FontSet.Resolved {
    fileprivate init(_ lead: FontChoice?, _ results: [FontPreparation.Result], latin own: FontPreparation.Result?) {
        let all = results.flatMap(\.families) + results.compactMap(\.face.families.first)
        families = all
        latin = own.map { ($0.isPrepared ? $0.families : $0.face.families.prefix(1).map(\.self)) + all } ?? []
        weight = lead?.weight ?? 400
        features = lead?.features ?? ""
    }
}

/// The font that is really used for a role.
public struct FontUse: Hashable, Sendable {
    public var role: FontRole
    /// As the list names it, or what stands in when nothing of the list is installed; `nil` when there is nothing at all.
    public var family: String?
    /// Those of the list that stand before it and are not installed, the preferred one first.
    public var lacking: [String]
    /// The file that the font is from.
    public var path: String?
    /// Of that file, in hexadecimal digits.
    public var sha256: String?
    public var isPrepared: Bool

    /// Whether it is the first of the list.
    public var isPreferred: Bool { family != nil && lacking.isEmpty }

    init(role: FontRole, choices: [FontChoice], used: FontChoice?, _ result: FontPreparation.Result?) {
        self.role = role
        family = used?.family
        lacking = choices.prefix { $0 != used }.map(\.family)
        path = result?.face.path
        sha256 = result.flatMap { $0.digest.isEmpty ? nil : $0.digest }
        isPrepared = result?.isPrepared ?? false
    }
}
