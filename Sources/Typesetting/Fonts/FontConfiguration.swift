internal import CFontconfig
internal import Foundation

/// A fontconfig configuration of our own, without the machine's rules: what is printed depends on its folders alone.
struct FontConfiguration: Hashable, Sendable {
    /// Folders with fonts, also those below.
    var folders: [String]
    /// Folders in which only some files count.
    var files: [String] = []
    /// Where fontconfig remembers what it found; the first that it can write to is written to.
    var memories: [String]

    /// - Parameter cache: holds the folder for what fontconfig remembers.
    init(folders: [String], files: [String] = [], cache: FontCache) {
        self.folders = folders
        self.files = files
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
        return config
    }

    private var xml: String {
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
        path.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}
