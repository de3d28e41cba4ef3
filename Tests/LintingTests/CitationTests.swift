import GoalModel
import TestSupport
import Testing

@testable import Linting

@Suite
struct CitationTests {
    @Test("Every rule rests on citations of the list, and the list holds none that no rule names")
    func listed() {
        let named = RuleCatalogue.descriptions.flatMap(\.sources)
        #expect(RuleCatalogue.descriptions.allSatisfy { !$0.sources.isEmpty })
        #expect(Set(named) == Set(Citation.all))
        #expect(Set(Citation.all.map(\.text)).count == Citation.all.count)
        #expect(Citation.checked.contains("年"))
    }

    @Test("Brackets hold the document's own words only, and what was written for central departments is followed in sense")
    func words() {
        for citation in Citation.all {
            let isQuotation = if case .words = citation.passage { true } else { false }
            #expect(citation.verdict == .confirmed || !isQuotation)
            #expect(citation.text.hasPrefix("参照") == citation.document.isForCentralDepartments)
        }
        let central = Citation.all.filter(\.document.isForCentralDepartments)
        #expect(!central.isEmpty && central.allSatisfy { ["88号", "101号"].contains(where: $0.text.contains) })
    }

    @Test("No rule says a document's number outside of its citations")
    func noOthers() {
        let known = Set(Regulation.allCases.map(\.rawValue))
        for rule in RuleCatalogue.descriptions {
            for text in [rule.why, rule.remedy] {
                for found in text.matches(of: /[^，。；（]*〔\d{4}〕\d+号/) {
                    #expect(known.contains { String(found.output).hasSuffix($0) }, "\(rule.code)：\(found.output)")
                }
            }
        }
    }

    @Test("A book is not held against younger documents, nor against 财预〔2021〕101号 without 成本 as a level one")
    func books() {
        var book = SampleBooks.book([SampleBooks.project(1, "甲", fen: 100)])
        let costs: [Citation] = [.costType, .guideCosts, .executionRate]
        func cited(_ year: Int) -> String {
            book.fiscalYear = year
            return costs.text(for: book)
        }
        #expect(cited(2024) == "参照财预〔2015〕88号关于单位成本和总成本的规定；财预〔2020〕10号关于预算执行率单列的规定")
        book.projects[0].indicators = [
            Indicator(
                category: "成本指标", type: "经济成本指标", name: "名", description: "", target: Target(text: "≤5万元", value: .text),
                basis: "")
        ]
        #expect(cited(2024).contains("参照财预〔2021〕101号关于成本指标的规定"))
        #expect(!cited(2021).contains("101号") && cited(2021).contains("10号"))
        book.county = "某县"
        #expect(cited(2015) == "本县预算绩效管理规定")
        book.county = "某市某区"
        #expect(cited(2015) == "本区预算绩效管理规定")
        #expect([Citation.countyInstructions].text(for: book) == "本区绩效目标表填报说明")
    }
}
