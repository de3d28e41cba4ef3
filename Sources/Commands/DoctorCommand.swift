internal import CLibraries
internal import Delivery
internal import Diagnostics
internal import Foundation
internal import Intake
internal import Linting
internal import Print
internal import Text

/// `goalbook doctor`: is everything there that the program needs.
enum DoctorCommand: Command {
    static let name = "doctor"
    static let summary = Bilingual("检查字体和资源是否齐备", en: "check fonts and resources")
    static let details = Bilingual(
        "检查资源文件夹和字体：每种用途用的是哪种字体，缺什么，怎样取得；并把字体预处理到缓存中。",
        en: """
            Checks resources and fonts: which font stands in which role, what is missing and how to get it; \
            prepares the fonts in the cache.
            """)
    static let operands = Operands.none()
    static let options = [fetchFonts]

    private static let fetchFonts = Option(
        "fetch-fonts", "取得 Fandol 字体（仿宋、楷体、宋体、黑体）放入缓存：从 Debian 软件包中解出，下载约 49 MB，不安装软件，不需要管理员权限；已经有了时不联网",
        en: """
            get the Fandol fonts (仿宋, 楷, 宋, 黑) into the cache: taken out of a Debian package (49 MB to download) \
            without installing it or being root; no network when they are there
            """)

    static func run(_ arguments: Arguments, _ invocation: Invocation) async throws -> ExitCode {
        let console = invocation.console
        let folder = try invocation.resourceFolder()
        let tables = try RunResources(folder)
        let isFetched = try !arguments.has(fetchFonts) || fetch(into: folder, console)
        let missing = missingLibraries
        guard missing.isEmpty else {
            for library in missing { console.out("程序库  没有 \(library.file)：运行 sudo apt-get install \(library.package)") }
            return .usage
        }
        let uses = tables.fonts.ready().uses
        console.out("版本    \(Program.nameAndVersion)")
        console.out("资源    \(folder.url.path(percentEncoded: false))（规则\(RuleCatalogue.descriptions.count)条）")
        for use in uses {
            let text = "字体    " + TerminalText.padded(use.role, to: 6) + line(use)
            console.out(TerminalText.wrap(text, columns: console.width, indent: "              "))
        }
        console.out("缓存    " + cacheLine)
        for hint in hints(uses) { console.out(TerminalText.wrap("取得    " + hint, columns: console.width, indent: "        ")) }
        let isComplete = uses.allSatisfy { $0.family != nil }
        console.out(isComplete ? "可以正常使用。" : "缺少字体，打印的目标书会缺字。")
        return isComplete && isFetched ? .done : .usage
    }

    /// Libraries that are loaded when something needs them, and are not there, each with the package that brings it.
    private static var missingLibraries: [(file: String, package: String)] {
        var missing: [(file: String, package: String)] = []
        var (file, package): (UnsafePointer<CChar>?, UnsafePointer<CChar>?) = (nil, nil)
        while clibraries_missing(Int32(missing.count), &file, &package) != 0, let file, let package {
            missing.append((String(cString: file), String(cString: package)))
        }
        return missing
    }

    private static func line(_ use: PreparedFonts.Use) -> String {
        guard let family = use.family else { return "没有可用的字体" }
        let standing = use.lacking.first.map { "代用，首选\($0.quoted)没有安装" } ?? "首选字体"
        return "\(family)（\(standing)；\(use.isPrepared ? "已预处理" : "没有预处理，文件较大")）"
    }

    private static var cacheLine: String {
        guard let folder = PreparedFonts.cacheFolder else { return "没有（环境变量 HOME 和 XDG_CACHE_HOME 都没有设定）" }
        let tenths = (PreparedFonts.cacheSize + 50_000) / 100_000
        return "\(folder)（\(tenths / 10).\(tenths % 10) MB，随时可以删除）"
    }

    /// How to get what is substituted or missing, each once.
    private static func hints(_ uses: [PreparedFonts.Use]) -> [String] {
        var hints: [String] = []
        let preferred = uses.compactMap { use in use.lacking.first.map { "\(use.role)用的\($0.quoted)" } }
        if uses.contains(where: { $0.lacking.contains { $0.hasPrefix("Fandol") } }) {
            hints.append("仿宋、楷体等的免费字体 Fandol：运行 goalbook doctor --fetch-fonts")
        }
        if uses.contains(where: { $0.family == nil }) { hints.append("Noto 字体：运行 sudo apt-get install fonts-noto-cjk") }
        if !preferred.isEmpty {
            hints.append(
                preferred.joined(separator: "、") + "：把单位已有的字体文件（.ttf、.otf、.ttc）放进 ~/.local/share/fonts，"
                    + "供全机使用则放进 /usr/local/share/fonts，再运行 goalbook doctor")
        }
        return hints
    }

    private static func fetch(into folder: ResourceFolder, _ console: Console) throws -> Bool {
        if let isFetched = try FontFetch.run(folder) { return isFetched }
        console.error("没有地方放字体：请设定环境变量 HOME 或 XDG_CACHE_HOME")
        return false
    }
}
