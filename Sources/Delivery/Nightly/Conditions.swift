internal import Foundation
internal import Outputs
internal import Print
internal import SourceFiles

/// What besides the inputs decides the bytes of results, each in one word.
struct Conditions: Hashable, Sendable {
    var tool = ""
    var resources = ""
    var settings = ""
    var fonts = ""

    /// What is different from `other`, in words.
    func differences(from other: Conditions) -> [String] {
        [
            (tool != other.tool, "程序更新了"), (resources != other.resources, "资源（样式、规则用词、版式等）变了"),
            (settings != other.settings, "设定变了"), (fonts != other.fonts, "字体变了"),
        ].filter(\.0).map(\.1)
    }

    init(tool: String, resources: String, settings: String, fonts: String) {
        self.tool = tool
        self.resources = resources
        self.settings = settings
        self.fonts = fonts
    }

    /// - Parameters:
    ///   - run: how results are made.
    ///   - fonts: `nil` where nothing is printed.
    init(_ run: BuildRun, resources: ResourceFolder, fonts: ReadyFonts?) {
        tool = run.tool + " " + Conditions.build
        self.resources = resources.fingerprint
        let kinds = run.kinds.map(\.rawValue).sorted().joined(separator: ",")
        let words = [
            kinds, "\(run.asOf.map { "\($0)" } ?? "-")", "\(run.masked)", run.preset.name, "\(run.isProven)",
            "\(run.created?.timeIntervalSince1970 ?? -1)",
        ]
        settings = sha256(Data(words.joined(separator: "\n").utf8))
        let uses = (fonts?.uses ?? []).map { "\($0.role) \($0.family ?? "") \($0.sha256 ?? "")" }
        self.fonts = sha256(Data(uses.joined(separator: "\n").utf8))
    }

    /// What tells one build of the program from another without reading all of it.
    private static var build: String {
        let file = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path(percentEncoded: false)
        let attributes = try? FileManager.default.attributesOfItem(atPath: file)
        let written = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\((attributes?[.size] as? NSNumber)?.intValue ?? 0) \(written)"
    }

    /// All of it in one word.
    var word: String { [tool, resources, settings, fonts].joined(separator: "\n") }
}
