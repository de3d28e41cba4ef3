internal import Diagnostics
import GoalModel
public import Reporting

/// All towns of a run on one page.
public struct CountyPage {
    let county: CountyReport
    private let css: String
    private let script: String
    let entryFile: String
    private let addresses: [String: TownAddress]?

    /// - Parameters:
    ///   - css: The style sheet, `Resources/site.css` and `Resources/overview.css`.
    ///   - script: What sorts, filters and searches, `Resources/site.js`; the page is complete without it.
    ///   - entryFile: The file in a town's folder that its name leads to.
    ///   - addresses: Where the towns' results lie, by their folders' names, where they do not lie beside the page; towns that
    ///     are not listed are not linked.
    public init(
        county: CountyReport, css: String, script: String = "", entryFile: String = "index.html",
        addresses: [String: TownAddress]? = nil
    ) {
        (self.addresses, self.county, self.css, self.script, self.entryFile) = (addresses, county, css, script, entryFile)
    }

    /// The whole file.
    public var html: String {
        HTMLPage(title: "\(county.title)预算绩效目标汇总", css: css, script: script, body: body).html
    }

    private var body: HTML {
        """
        <a class="skip" href="#main">跳到正文</a>
        <header class="top">
        <h1>\(county.title)<span> 预算绩效目标汇总</span></h1>
        <p class="meta">\(county.towns)个乡镇 · \(county.projects)个项目\(HTML.when(!spanOfYears.isEmpty, " · \(spanOfYears)"))\
        \(county.lastUpdate.map { " · 最近更新 \($0.iso)" as HTML })</p>
        <div class="figures">
        \(HTML.cards(county.figures))</div>
        \(county.changeSentence.map { "<p class=\"changed\">\($0)</p>" })
        </header>
        <nav aria-label="本页目录"><ul>\(HTML.joined(contents) { id, title in "<li><a href=\"#\(id)\">\(title)</a></li>" })</ul></nav>
        <main id="main">
        \(failures)
        \(towns)
        \(movements)
        \(money)
        \(quality)
        \(faults)
        \(county.similarity.map { CountySimilaritySection(similarity: $0, link: { link($0, nil, $1) }).html })
        </main>
        <footer><p>\(HTML.when(!county.isMasked, "内部资料，仅供内部审核使用。"))金额单位为万元，各乡镇之和等于合计。问题供核对，以人工审核为准。</p></footer>
        """
    }

    private var spanOfYears: String {
        guard let first = county.years.first, let last = county.years.last else { return "" }
        return first == last ? first.year : "\(first.year)至\(last.year)"
    }

    private var contents: [(String, String)] {
        let all = [
            ("failures", troubleTitle, hasTroubles), ("towns", "各乡镇", true), ("movement", "进步", !county.movers.isEmpty),
            ("money", "资金", county.rows.count > 0),
            ("quality", "常见问题", !county.rules.isEmpty), ("faults", "错误在哪里", listsFaults),
            ("likeness", "跨乡镇雷同", county.similarity != nil),
        ]
        return all.filter(\.2).map { ($0.0, $0.1) }
    }

    /// Words that lead to a place on a town's page, or to its file where no pages were made; plain where there is neither.
    func link(_ folder: String, _ anchor: String? = nil, _ words: HTML) -> HTML {
        let place = entryFile == ResultFile.page.rawValue ? anchor : nil
        let address: HTML
        if let addresses {
            guard let known = addresses[folder] else { return words }
            address = known.markup
        } else {
            address = "\(folder.asRelativePath)"
        }
        return "<a href=\"\(address)/\(entryFile.asPathStep)\(place.map { "#\($0)" })\">\(words)</a>"
    }
}

/// Where a town's results lie, seen from a county's page.
public struct TownAddress: Hashable, Sendable {
    /// How many folders up.
    public var up: Int
    /// The folders down from there.
    public var folders: [String]

    public init(up: Int, folders: [String]) {
        self.up = up
        self.folders = folders
    }

    /// The way from one folder to another, by the steps of their absolute paths.
    public init(from page: [String], to folder: [String]) {
        let common = zip(page, folder).prefix { $0 == $1 }.count
        self.init(up: page.count - common, folders: Array(folder.dropFirst(common)))
    }

    var markup: HTML {
        let steps = Array(repeating: "..", count: up) + folders.map(\.asPathStep)
        return "\(steps.isEmpty ? "." : steps.joined(separator: "/"))"
    }
}
