internal import Diagnostics
internal import Intake

/// What is too long for the help of a command; its text is a file of the resources, and a chapter of the manual.
struct HelpTopic {
    let name: String
    let title: Bilingual

    static let all = [
        HelpTopic(name: "formats", title: Bilingual("能读什么：格式、表格、几个文件", en: "what is read")),
        HelpTopic(name: "settings", title: Bilingual("审核设定、字体、版式", en: "settings, fonts, page presets")),
        HelpTopic(name: "waivers", title: Bilingual("同意保留、审核意见表、基线", en: "agreements to keep a finding, answers, baselines")),
        HelpTopic(name: "nightly", title: Bilingual("每晚自动运行、几台机器", en: "unattended runs, several machines")),
        HelpTopic(name: "mail", title: Bilingual("邮件", en: "mails")),
        HelpTopic(name: "json", title: Bilingual("JSON 数据和 CI", en: "JSON and CI")),
    ]

    /// A title, then paragraphs, headings behind `# `, and names with their meanings, as a command's details have them.
    ///
    /// - Throws: ``ResourceError`` when the file is not there.
    func text(in folder: ResourceFolder) throws(ResourceError) -> String {
        String(decoding: try folder.bytes(of: "help-\(name).txt"), as: UTF8.self)
    }
}
