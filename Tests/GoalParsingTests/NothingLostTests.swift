import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing
import Text

/// Every word of a document is in the book, among what found no place, or in a message; only labels of the form and what
/// belongs to the printed page are not.
@Suite struct NothingLostTests {
    static let books: [URL] = {
        var folders = [VariantTests.folder, Repository.root.appending(path: "Tests/Fixtures/hostile")]
        folders += Corpus.all.map(\.books)
        return folders.flatMap { folder in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
            return names.filter { $0.hasSuffix(".txt") && !["二进制.txt", "空文件.txt"].contains($0) }.sorted()
                .map { folder.appending(path: $0) }
        }
    }()

    @Test(arguments: books)
    func everyLineIsSomewhere(book: URL) throws {
        let bytes = Array(try Data(contentsOf: book))
        let reading = GoalBook.reading(try ExtractedText.document(bytes, path: "甲.txt").value, lexicon: try .ours())
        let kept = Self.texts(reading).map(Self.bare).joined(separator: "\n")
        for line in Self.lines(String(decoding: bytes, as: UTF8.self)) {
            for piece in line.replacing(/[ \u{A0}]{6,}/, with: "\t").split(separator: "\t") {
                let words = Self.bare(Self.withoutLabel(String(piece)))
                let isKept = kept.holds(words) || Self.isLabel(words) || kept.holds(Self.title(words))
                #expect(isKept, "“\(piece)” is lost")
            }
        }
    }

    /// The lines without the marks that extraction leaves.
    private static func lines(_ text: String) -> [Substring] {
        text.replacing(/\[bookmark:[^\]]*\]/, with: "").replacing(/\sTC [^\\\n]*\\f . \\l . */, with: "")
            .split(whereSeparator: \.isNewline)
    }

    private static func texts(_ reading: Warned<GoalBook>) -> [String] {
        let book = reading.value
        // A remark such as （2024年度） is where the year comes from.
        var texts = [book.overallGoal, book.fiscalYearBasis] + book.residue.map(\.text) + reading.diagnostics.map(\.summary)
        for section in book.partOne {
            texts += [section.heading.text + (section.paragraphs.first?.text ?? "")] + section.paragraphs.map(\.text)
        }
        for project in book.projects {
            texts += [
                (project.unit.code ?? "") + project.unit.name, project.unit.name, project.code, project.name, project.purpose,
            ]
            texts += [project.raw.budget, project.raw.fiscalFunds, project.raw.otherFunds, "单位" + project.moneyUnit.rawValue]
            texts += project.raw.plan + project.goals
            for row in project.indicators { texts += Indicator.Field.allCases.map { row[$0] } }
        }
        return texts
    }

    private static func bare(_ text: String) -> String {
        text.folded.filter { !$0.isWhitespace && !$0.isPunctuation }
    }

    /// 项目编码：13… in one cell: the value is looked for.
    private static func withoutLabel(_ text: String) -> String {
        guard let colon = text.lastIndex(of: "："), labels.contains(bare(String(text[..<colon]))) else { return text }
        return String(text[text.index(after: colon)...])
    }

    /// Of a title or an entry of the contents what names the project or the section: without number, ending and page number.
    private static func title(_ words: String) -> String {
        words.replacing(/^[\d一二三四]+/, with: "").replacing(/绩效目标(申报)?(表(2024年度)?)?\d*$/, with: "").replacing(/\d$/, with: "")
    }

    private static func isLabel(_ words: String) -> Bool {
        words.isEmpty || labels.contains(words) || words.wholeMatch(of: /\d{1,2}|第\d页(共\d页)?/) != nil
            || words.wholeMatch(of: /(项目支出|项目)绩效目标(申报)?表/) != nil
            || words.wholeMatch(of: /(第.部分)?([二四]?(部门|预算项目|部门整体)绩效目标)?\d?/) != nil
    }

    private static let labels: Set<String> = [
        "项目编码", "项目名称", "预算单位", "预算规模及资金用途", "预算数", "其中财政资金", "财政资金", "其他资金", "资金用途", "资金支出计划%", "资金支出计划", "绩效目标",
        "绩效指标", "年度目标", "总体目标", "一级指标", "二级指标", "三级指标", "绩效指标描述", "指标解释", "指标值", "指标值确定依据", "权重", "指标分值", "指标性质",
        "度量单位", "定性", "实施单位", "项目资金万元", "年度资金总额", "其中财政拨款", "单位万元", "单位元", "金额单位元", "金额单位万元", "目录", "3月底", "6月底", "9月底",
        "10月底", "12月底", "3月底前", "6月末", "9月30日", "12月31日", "一季度", "二季度", "三季度", "四季度", "项目支出绩效目标表",
        "项目类别", "项目负责人", "立项依据", "主管部门及代码", "预算规模", "部门名称", "项目支出绩效目标申报表",
    ]
}
