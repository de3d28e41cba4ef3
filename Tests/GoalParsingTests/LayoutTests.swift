import Diagnostics
import Foundation
import GoalModel
import GoalParsing
import SourceFiles
import TestSupport
import Testing

/// The same book in layouts that other extractors leave gives the same projects.
@Suite struct LayoutTests {
    /// A change of layout that keeps every word.
    enum Layout: String, CaseIterable {
        case plain, windowsLines, noMarks, noBlankLines, rowsOnOneLine, repeatedLabels, fullWidthNumbers, unitAsParagraph

        func apply(_ text: String) -> String {
            switch self {
            case .plain: text
            case .windowsLines: text.replacing("\n", with: "\r\n")
            case .noMarks: text.replacing(/\[bookmark:[^\]]*\]/, with: "")
            case .noBlankLines: text.replacing(/\n([ \u{A0}]*\n)+\t/, with: "\n\t")
            case .rowsOnOneLine: LayoutTests.joiningCells(text)
            case .repeatedLabels: text.replacing("\n\n\t\n\t质量指标\n", with: "\n\n\t产出指标\n\t质量指标\n")
            case .fullWidthNumbers: text.replacing("其中：财政    资金", with: "其中:财政资金").replacing("资金支出计划（%）", with: "资金支出计划(％)")
            case .unitAsParagraph: text.replacing(/\n\t(\d{6}[^\n]*)\n\t单位：/) { "\n\($0.output.1)  单位：" }
            }
        }
    }

    /// Cells that follow one another stand on one line.
    fileprivate static func joiningCells(_ text: String) -> String {
        var lines: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("\t"), lines.last?.hasPrefix("\t") == true {
                lines[lines.count - 1] += line
            } else {
                lines.append(String(line))
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: Layout.allCases, Corpus.towns + ["柳溪镇"])
    func sameProjects(layout: Layout, town: String) throws {
        let text = String(decoding: try Corpus.all[0].bytes(of: town), as: UTF8.self)
        let plain = try projects(text)
        let changed = try projects(layout.apply(text))
        #expect(!plain.isEmpty)
        #expect(changed.count == plain.count)
        for (a, b) in zip(plain, changed) { #expect(a == b) }
    }

    private func projects(_ text: String) throws -> [Project] {
        let document = try ExtractedText.document(Array(text.utf8), path: "甲.txt").value
        return GoalBook.reading(document, lexicon: try .ours()).value.projects.map { project in
            var project = project
            project.places = [:]
            for index in project.indicators.indices { project.indicators[index].places = [:] }
            return project
        }
    }
}
