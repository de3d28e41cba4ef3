internal import CFontconfig
internal import Foundation

/// A fontconfig configuration of our own, without the machine's rules: what is printed depends on its folders alone.
struct FontConfiguration: Hashable, Sendable {
    /// Folders with fonts, also those below.
    var folders: [String]
    /// Files of which only some faces count, by their paths: a collection has the same font for several countries.
    var faces: [String: Set<Int>] = [:]
    /// Lists of families that have a short name: Pango looks at all letters of the name for every text.
    private(set) var lists: [[String]] = []
    /// Where fontconfig remembers what it found; the first that it can write to is written to.
    var memories: [String]

    /// - Parameter cache: holds the folder for what fontconfig remembers.
    init(folders: [String], faces: [String: Set<Int>] = [:], cache: FontCache) {
        self.folders = folders
        self.faces = faces
        // What the machine has found out already about its fonts need not be found out again.
        memories = cache.folders.map { $0 + "/fontconfig" } + ["/var/cache/fontconfig"]
    }

    /// A short name for a list of families, the same for the same list; empty for an empty one.
    mutating func name(of families: [String]) -> String {
        guard !families.isEmpty else { return "" }
        let index = lists.firstIndex(of: families) ?? lists.count
        if index == lists.count { lists.append(families) }
        return FontConfiguration.name(ofList: index)
    }

    private static func name(ofList index: Int) -> String { "g\(index)" }

    /// The caller owns the configuration.
    func load() -> OpaquePointer? {
        guard let config = FcConfigCreate() else { return nil }
        guard FcConfigParseAndLoadFromMemory(config, xml, 0) != 0, FcConfigBuildFonts(config) != 0 else {
            FcConfigDestroy(config)
            return nil
        }
        if let set = FcConfigGetFonts(config, FcSetSystem) { keepFaces(in: set) }
        return config
    }

    /// Takes the faces that do not count out of what was found.
    private func keepFaces(in set: UnsafeMutablePointer<FcFontSet>) {
        var kept: Int32 = 0
        for slot in 0..<Int(set.pointee.nfont) {
            guard let pattern = set.pointee.fonts[slot] else { continue }
            let face = FontConfiguration.face(of: pattern)
            if let face, faces[face.path]?.contains(face.index) == false {
                FcPatternDestroy(pattern)
            } else {
                set.pointee.fonts[Int(kept)] = pattern
                kept += 1
            }
        }
        set.pointee.nfont = kept
    }

    /// What a loaded configuration has found, each with its file and its place there.
    static func fonts(of configuration: OpaquePointer) -> [(pattern: OpaquePointer, face: (path: String, index: Int))] {
        guard let set = FcConfigGetFonts(configuration, FcSetSystem) else { return [] }
        return (0..<Int(set.pointee.nfont)).compactMap { slot in
            set.pointee.fonts[slot].flatMap { pattern in face(of: pattern).map { (pattern, $0) } }
        }
    }

    /// The file of a found font, and its place in the file.
    private static func face(of pattern: OpaquePointer) -> (path: String, index: Int)? {
        var file: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        guard FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file,
            FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch
        else { return nil }
        return (String(cString: file), Int(index))
    }

    private var xml: String {
        let files = faces.keys.sorted()
        let parents = Set(files.map { ($0 as NSString).deletingLastPathComponent }).sorted()
        var lines = ["<?xml version=\"1.0\"?>", "<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">", "<fontconfig>"]
        lines += (folders + parents).map { "<dir>\(escaped($0))</dir>" }
        lines += memories.map { "<cachedir>\(escaped($0))</cachedir>" }
        if !files.isEmpty {
            lines.append("<selectfont>")
            lines += files.map { "<acceptfont><glob>\(escaped($0))</glob></acceptfont>" }
            lines += parents.map { "<rejectfont><glob>\(escaped($0))/*</glob></rejectfont>" }
            lines.append("</selectfont>")
        }
        for (index, families) in lists.enumerated() {
            lines.append("<match target=\"pattern\"><test name=\"family\" compare=\"eq\">")
            lines.append("<string>\(FontConfiguration.name(ofList: index))</string></test>")
            lines.append("<edit name=\"family\" mode=\"assign\" binding=\"strong\">")
            lines += families.map { "<string>\(escaped($0))</string>" }
            lines.append("</edit></match>")
        }
        return (lines + ["</fontconfig>", ""]).joined(separator: "\n")
    }

    private func escaped(_ path: String) -> String {
        // Paths with signs of XML are rare, and replacing is slow.
        guard path.utf8.contains(where: { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") }) else {
            return path
        }
        return path.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
