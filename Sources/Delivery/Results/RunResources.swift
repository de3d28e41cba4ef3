internal import GoalModel
public import GoalParsing
public import Intake
public import Print
public import Reporting
internal import Text

/// The resources of a run: the reviewer's tables, fonts, page presets, the pages' style sheet and script.
public struct RunResources: Sendable {
    public let engine: Reviewer
    public let fonts: BookFonts
    public let presets: PagePresets
    /// The labels and headings by which tables are understood.
    public let lexicon: Lexicon
    let css: String
    /// Of the overview.
    let overviewStyle: String
    /// Of the page on reading.
    let readingStyle: String
    /// Of the pages of monitoring and self-evaluation.
    let appraisalStyle: String
    /// Of the overview.
    let script: String
    /// Of a town's page.
    let townScript: String

    /// Loads everything from the resource folder.
    ///
    /// - Throws: ``ResourceError`` when a file is missing or does not have the expected form.
    public init(_ resources: ResourceFolder) throws(ResourceError) {
        // The two that take longest side by side.
        let lexicon = Coming {
            Result { () throws(ResourceError) in try resources.reading { try Lexicon(json5: $0("headings.json5")) } }
        }
        lexicon.beginBeside()
        defer { lexicon.giveUp() }
        engine = try resources.reading { try Reviewer(file: $0) }
        fonts = try resources.reading { try BookFonts(json5: $0("fonts.json5")) }
        presets = try resources.reading { try PagePresets(json5: $0("presets.json5")) }
        script = try resources.reading { String(decoding: try $0("site.js"), as: UTF8.self) }
        townScript = try resources.reading { String(decoding: try $0("town.js"), as: UTF8.self) }
        let overview = try resources.reading { String(decoding: try $0("overview.css"), as: UTF8.self) }
        css = try resources.reading { String(decoding: try $0("site.css"), as: UTF8.self) }
        overviewStyle = css + overview
        appraisalStyle = css + (try resources.reading { String(decoding: try $0("appraisal.css"), as: UTF8.self) })
        readingStyle = css + (try resources.reading { String(decoding: try $0("reading.css"), as: UTF8.self) })
        self.lexicon = try lexicon.value.get()
    }

    func engine(of town: ReadBook) -> Reviewer {
        if let engine = town.engine { return engine }
        // Results of a settings file that this program does not understand any more are judged by the defaults.
        return town.review.flatMap { try? engine.laidOver($0, for: town.book) } ?? engine
    }
}
