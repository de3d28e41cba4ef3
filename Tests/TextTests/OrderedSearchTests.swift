import Testing
import Text

@Suite struct OrderedSearchTests {
    @Test func wordsAreFoundInAnyOrder() {
        var search = OrderedSearch("修路，架桥。通水；修渠")
        for word in ["修路", "通水", "架桥", "修渠", "", "修路，架桥。通水；修渠"] {
            let found = search.holds(word)
            #expect(found, "\(word)")
        }
        for word in ["修路架桥", "通电", "修渠。", "修路，架桥。通水；修渠。"] {
            let found = search.holds(word)
            #expect(!found, "\(word)")
        }
        var empty = OrderedSearch("")
        let found = (empty.holds(""), empty.holds("路"))
        #expect(found == (true, false))
    }

    /// Forty thousand words in order, which over and over from the beginning would take minutes.
    @Test func manyWordsInOrderAreOnePass() {
        let words = (0..<40_000).map { "第\($0)组成立专班。" }
        var search = OrderedSearch(words.joined())
        let found = words.count { search.holds($0) }
        #expect(found == words.count)
    }
}
