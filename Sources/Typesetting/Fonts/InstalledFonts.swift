internal import CFontconfig
internal import Foundation

/// The fonts to choose from: those in the machine's usual folders and those that were fetched.
final class InstalledFonts {
    private let config: OpaquePointer
    /// The faces by their families, by their PostScript names and by their full names, all in small letters.
    private let names: [[String: [Found]]]

    /// - Returns: `nil` when fontconfig has no memory.
    init?(_ configuration: FontConfiguration) {
        guard let config = configuration.load() else { return nil }
        self.config = config
        names = InstalledFonts.names(in: config)
    }

    deinit {
        FcConfigDestroy(config)
    }

    /// Where fonts are installed on Debian, for a user, and by TeX Live.
    static func folders(cache: FontCache, environment: [String: String] = ProcessInfo.processInfo.environment) -> [String] {
        let home = environment["HOME"]
        let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 } ?? home.map { $0 + "/.local/share" }
        let users = [data.map { $0 + "/fonts" }, home.map { $0 + "/.fonts" }].compactMap(\.self)
        return users
            + [
                "/usr/local/share/fonts", "/usr/share/fonts", "/usr/share/texmf/fonts/opentype/public/fandol",
                "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol",
            ] + cache.folders.map { $0 + "/" + FontCache.sourcesName }
    }

    /// The fonts that stand for a role.
    struct Chain {
        let choice: FontChoice
        /// The chosen face, and behind it those that have characters which it lacks.
        var faces: [FontFace]
        /// For letters and digits, where they are from another font.
        var latin: FontFace?

        var all: [FontFace] { faces + [latin].compactMap(\.self) }
    }

    /// The first of a list that is installed, with others that help it out in its weight.
    func chain(_ choices: [FontChoice]) -> Chain? {
        let installed = choices.lazy.compactMap { choice in self.face(choice.family, choice.weight).map { (choice, $0) } }
        guard let (lead, first) = installed.first else { return nil }
        var chain = Chain(choice: lead, faces: [first], latin: lead.latin.flatMap { face($0, lead.weight) })
        guard let covered = FcCharSetCreate() else { return chain }
        defer { FcCharSetDestroy(covered) }
        for found in [first] + choices.compactMap({ face($0.family, lead.weight) }) {
            guard let characters = characters(of: found), FcCharSetIsSubset(characters, covered) == 0 else { continue }
            FcCharSetMerge(covered, characters, nil)
            if !chain.faces.contains(found) { chain.faces.append(found) }
        }
        return chain
    }

    private struct Found {
        let face: FontFace
        let slant: Int
        /// How far it is from the usual width.
        let stretch: Int

        func rank(for weight: Int) -> (Int, Int, Int) { (slant, stretch, abs(face.weight - weight)) }
    }

    /// The characters that a face has; fontconfig's own.
    private func characters(of face: FontFace) -> OpaquePointer? {
        let font = FontConfiguration.fonts(of: config).first { $0.face == (face.path, face.index) }
        var characters: OpaquePointer?
        guard let font, FcPatternGetCharSet(font.pattern, FC_CHARSET, 0, &characters) == FcResultMatch else { return nil }
        return characters
    }

    /// The upright face of a family (or of that very name) that comes nearest to a weight.
    private func face(_ name: String, _ weight: Int) -> FontFace? {
        let best = faces(named: name).min { a, b in
            let (mine, other) = (a.rank(for: weight), b.rank(for: weight))
            return mine == other ? (a.face.path, a.face.index) < (b.face.path, b.face.index) : mine < other
        }
        return best?.face
    }

    private func faces(named name: String) -> [Found] {
        let key = InstalledFonts.inSmallLetters(name)
        return names.lazy.compactMap { $0[key] }.first ?? []
    }

    private static func names(in config: OpaquePointer) -> [[String: [Found]]] {
        let properties = [FC_FAMILY, FC_POSTSCRIPT_NAME, FC_FULLNAME]
        var names: [[String: [Found]]] = properties.map { _ in [:] }
        guard let pattern = FcPatternCreate(), let objects = FcObjectSetCreate() else { return names }
        defer {
            FcPatternDestroy(pattern)
            FcObjectSetDestroy(objects)
        }
        // Not the characters, which fontconfig would count for each face.
        for object in properties + [FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_VARIABLE] {
            FcObjectSetAdd(objects, object)
        }
        guard let set = FcFontList(config, pattern, objects) else { return names }
        defer { FcFontSetDestroy(set) }
        for slot in 0..<Int(set.pointee.nfont) {
            guard let pattern = set.pointee.fonts[slot], let face = found(pattern) else { continue }
            for (place, property) in properties.enumerated() {
                for name in Set(strings(pattern, property).map(inSmallLetters)) { names[place][name, default: []].append(face) }
            }
        }
        return names
    }

    /// The name as fontconfig compares it.
    private static func inSmallLetters(_ name: String) -> String {
        guard let small = FcStrDowncase(name) else { return name }
        defer { FcStrFree(small) }
        return String(cString: small)
    }

    private static func found(_ pattern: OpaquePointer) -> Found? {
        var isVariable: FcBool = 0
        if FcPatternGetBool(pattern, FC_VARIABLE, 0, &isVariable) == FcResultMatch, isVariable != 0 { return nil }
        guard let path = strings(pattern, FC_FILE).first else { return nil }
        var index: Int32 = 0
        _ = FcPatternGetInteger(pattern, FC_INDEX, 0, &index)
        let own = Int(FcWeightToOpenTypeDouble(number(pattern, FC_WEIGHT) ?? 80).rounded())
        let families = strings(pattern, FC_FAMILY)
        let face = FontFace(
            path: path, index: Int(index), families: families,
            postScriptName: strings(pattern, FC_POSTSCRIPT_NAME).first ?? families.first ?? "", weight: own)
        return Found(
            face: face, slant: Int(number(pattern, FC_SLANT) ?? 0), stretch: Int(abs((number(pattern, FC_WIDTH) ?? 100) - 100)))
    }

    private static func number(_ pattern: OpaquePointer, _ property: String) -> Double? {
        var value = 0.0
        return FcPatternGetDouble(pattern, property, 0, &value) == FcResultMatch ? value : nil
    }

    private static func strings(_ pattern: OpaquePointer, _ property: String) -> [String] {
        var values: [String] = []
        var value: UnsafeMutablePointer<FcChar8>?
        while FcPatternGetString(pattern, property, Int32(values.count), &value) == FcResultMatch, let text = value {
            values.append(String(cString: text))
        }
        return values
    }
}

struct FontFace: Hashable, Sendable {
    let path: String
    /// Of the face in a collection; in the upper sixteen bits that of an instance of a variable font.
    let index: Int
    /// The family's names in all languages.
    let families: [String]
    let postScriptName: String
    /// 400 is regular, 700 bold.
    let weight: Int

    /// Whether the face stands in its file as it is and is not made of it by varying.
    var isStatic: Bool { index >> 16 == 0 }
}
