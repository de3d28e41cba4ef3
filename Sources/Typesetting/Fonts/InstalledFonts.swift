internal import CFontconfig
internal import Foundation

/// The fonts to choose from: those in the machine's usual folders and those that were fetched.
final class InstalledFonts {
    private let config: OpaquePointer

    /// - Returns: `nil` when fontconfig has no memory.
    init?(_ configuration: FontConfiguration) {
        guard let config = configuration.load() else { return nil }
        self.config = config
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
        var chain = Chain(choice: lead, faces: [first.face], latin: lead.latin.flatMap { face($0, lead.weight)?.face })
        guard let covered = FcCharSetCreate() else { return chain }
        defer { FcCharSetDestroy(covered) }
        for found in [first] + choices.compactMap({ face($0.family, lead.weight) }) {
            guard let characters = found.characters.pointer, FcCharSetIsSubset(characters, covered) == 0 else { continue }
            FcCharSetMerge(covered, characters, nil)
            if !chain.faces.contains(found.face) { chain.faces.append(found.face) }
        }
        return chain
    }

    private struct Found {
        let face: FontFace
        let characters: CharacterSet
        let rank: [Int]
    }

    /// Keeps a character set that belongs to fontconfig.
    private final class CharacterSet {
        let pointer: OpaquePointer?

        init(_ pointer: OpaquePointer?) {
            self.pointer = pointer.flatMap { FcCharSetCopy($0) }
        }

        deinit {
            if let pointer { FcCharSetDestroy(pointer) }
        }
    }

    /// The upright face of a family (or of that very name) that comes nearest to a weight.
    private func face(_ name: String, _ weight: Int) -> Found? {
        for property in [FC_FAMILY, FC_POSTSCRIPT_NAME, FC_FULLNAME] {
            let found = faces(whose: property, is: name, weight)
            let best = found.min { a, b in
                if a.rank != b.rank { return a.rank.lexicographicallyPrecedes(b.rank) }
                return (a.face.path, a.face.index) < (b.face.path, b.face.index)
            }
            if let best { return best }
        }
        return nil
    }

    private func faces(whose property: String, is name: String, _ weight: Int) -> [Found] {
        guard let pattern = FcPatternCreate(), let objects = FcObjectSetCreate() else { return [] }
        defer {
            FcPatternDestroy(pattern)
            FcObjectSetDestroy(objects)
        }
        FcPatternAddString(pattern, property, name)
        for object in [
            FC_FILE, FC_INDEX, FC_FAMILY, FC_POSTSCRIPT_NAME, FC_WEIGHT, FC_SLANT, FC_WIDTH, FC_VARIABLE, FC_CHARSET,
        ] {
            FcObjectSetAdd(objects, object)
        }
        guard let set = FcFontList(config, pattern, objects) else { return [] }
        defer { FcFontSetDestroy(set) }
        return (0..<Int(set.pointee.nfont)).compactMap { index in
            set.pointee.fonts[index].flatMap { found($0, weight) }
        }
    }

    private func found(_ pattern: OpaquePointer, _ weight: Int) -> Found? {
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
        let slant = Int(number(pattern, FC_SLANT) ?? 0)
        let width = Int(abs((number(pattern, FC_WIDTH) ?? 100) - 100))
        var characters: OpaquePointer?
        _ = FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters)
        return Found(face: face, characters: CharacterSet(characters), rank: [slant, width, abs(own - weight)])
    }

    private func number(_ pattern: OpaquePointer, _ property: String) -> Double? {
        var value = 0.0
        return FcPatternGetDouble(pattern, property, 0, &value) == FcResultMatch ? value : nil
    }

    private func strings(_ pattern: OpaquePointer, _ property: String) -> [String] {
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
