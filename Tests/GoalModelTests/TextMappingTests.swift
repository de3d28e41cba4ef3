import Foundation
import GoalModel
import TestSupport
import Testing

@Suite struct TextMappingTests {
    /// Fields that hold no words of the town's.
    private static let exempt: Set<String> = ["sources", "region", "location", "places"]

    /// Every text below a value, with the path to it.
    private func texts(in value: Any, path: String = "") -> [(path: String, text: String)] {
        if let text = value as? String { return [(path, text)] }
        return Mirror(reflecting: value).children.flatMap { child -> [(path: String, text: String)] in
            if let label = child.label, Self.exempt.contains(label) { return [] }
            return texts(in: child.value, path: path + "." + (child.label ?? ""))
        }
    }

    /// A field that is added to the model must be added to the mapping.
    @Test func everyTextIsReached() throws {
        var book = try Corpus.all[0].book(of: "亮甲店镇")
        book.residue = [Passage("没有归处的话")]
        book.county = "某县"
        let before = texts(in: book)
        let after = texts(in: book.mappingTexts { "〔" + $0 })
        #expect(Set(before.map(\.path)).count > 20)
        let missed = after.filter { !$0.text.hasPrefix("〔") }
        #expect(missed.isEmpty, "\(Set(missed.map(\.path)))")
    }

    @Test func unchangedTextsLeaveTheBookAsItIs() throws {
        let book = try Corpus.all[0].book(of: "巨鹿镇")
        #expect(book.mappingTexts { $0 } == book)
    }

    @Test func valuesAreReadAgain() {
        var project = SampleBooks.project(1, "甲", fen: 13_812_345_678_00)
        project.raw.budget = "13812345678"
        project.indicators = [
            Indicator(
                category: "", type: "", name: "", description: "", target: Target(reading: "≥13812345678人"), basis: "")
        ]
        let mapped = SampleBooks.book([project]).mappingTexts { $0.replacing("12345", with: "*****") }.projects[0]
        #expect(mapped.budget == nil && mapped.fiscalFunds == project.fiscalFunds)
        #expect(mapped.indicators[0].target.quantity?.number != 13_812_345_678)
        #expect(mapped.code == project.code)
    }
}
