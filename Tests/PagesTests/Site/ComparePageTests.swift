import Foundation
import TestSupport
import Testing

@testable import Pages
@testable import Reporting

@Suite
struct ComparePageTests {
    private func detail(_ project: String, _ item: String, _ older: String, _ newer: String) -> ChangeDetail {
        ChangeDetail(subject: .indicator, project: project, item: item, kind: .changed, older: older, newer: newer)
    }

    @Test(
        "What only one version has is marked, numbers as a whole",
        arguments: [
            ("走访调查", "问卷调查", "[走访]调查", "[问卷]调查"), ("≥50万元", "≤50万元", "[≥]50万元", "[≤]50万元"),
            ("3月底25%、6月底50%", "3月底25%、6月底75.5%", "3月底25%、6月底[50%]", "3月底25%、6月底[75.5%]"),
            ("甲乙丙", "丁戊己", "甲乙丙", "丁戊己"), ("", "甲", "", "甲"),
            ("计划标准", "年度工作计划标准", "计划标准", "[年度工作]计划标准"),
        ])
    func marks(older: String, newer: String, before: String, after: String) {
        func written(_ pieces: [ChangedText.Piece]) -> String {
            pieces.map { $0.isOwn ? "[\($0.text)]" : $0.text }.joined()
        }
        let texts = ChangedText(older, newer)
        #expect(written(texts.older) == before)
        #expect(written(texts.newer) == after)
    }

    @Test("Nothing is lost by marking", arguments: 0..<40)
    func whole(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        func text() -> String {
            String(
                (0..<Int.random(in: 0...40, using: &generator)).map { _ in "甲乙12.%\n丙<".randomElement(using: &generator) ?? "丁" })
        }
        let (older, newer) = (text(), text())
        let texts = ChangedText(older, newer)
        #expect(texts.older.map(\.text).joined() == older && texts.newer.map(\.text).joined() == newer)
    }

    @Test("Equal changes have one row, and a column that says the same everywhere is left out")
    func groups() {
        let details = [
            detail("甲项目", "满意度（依据）", "走访调查", "问卷调查"), detail("乙项目", "使用率（依据）", "走访调查", "问卷调查"),
            detail("丙项目", "人数（指标值）", "≥5人", "≥6人"),
        ]
        let table = ChangeTables.details(details, of: .indicator).markup
        #expect(table.contains("指标（3处，都是修改）") && !table.contains(">修改<"))
        #expect(table.components(separatedBy: "<tr>").count == 4)
        #expect(table.contains("<summary>2处，2个项目</summary>") && table.contains("<li>乙项目：使用率（依据）</li>"))
        #expect(table.contains("<del>走访</del>调查") && table.contains("<ins>问卷</ins>调查"))
        var mixed = details
        mixed[2].kind = .added
        #expect(ChangeTables.details(mixed, of: .indicator).markup.contains(">新增<"))
    }
}
