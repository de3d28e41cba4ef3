internal import CFontconfig
internal import Foundation

/// A fontconfig configuration of our own, without the machine's rules: what is printed depends on its folders alone.
struct FontConfiguration: Hashable, Sendable {
    /// Folders with fonts, also those below.
    var folders: [String]
    /// Files of which only some faces count, by their paths: a collection has the same font for several countries.
    var faces: [String: Set<Int>] = [:]
    /// Where fontconfig remembers what it found; the first that it can write to is written to.
    var memories: [String]

    /// - Parameter cache: holds the folder for what fontconfig remembers.
    init(folders: [String], faces: [String: Set<Int>] = [:], cache: FontCache) {
        self.folders = folders
        self.faces = faces
        // What the machine has found out already about its fonts need not be found out again.
        memories = cache.folders.map { $0 + "/fontconfig" } + ["/var/cache/fontconfig"]
    }

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
