import Diagnostics
import GoalModel
import TestSupport
import Testing

/// Parts that books have in common.
@Suite struct SharedPartsTests {
    private let towns = ["巨鹿镇", "泉坊镇", "清风店镇", "欢喜庄乡", "亮甲店镇"]

    /// Everything that a book says, to the byte: strings are equal that only look alike.
    private func bytes(of book: GoalBook) -> [UInt8] {
        var text = ""
        dump(book, to: &text)
        return Array(text.utf8)
    }

    /// Where a text is kept.
    private func address(of text: String) -> UnsafePointer<UInt8>? {
        text.utf8.withContiguousStorageIfAvailable { $0.baseAddress } ?? nil
    }

    @Test("Books say what they said, with places, values and filled forms")
    func nothingChanges() throws {
        let parts = SharedParts()
        for name in towns + towns {
            var book = try Corpus.all[0].book(of: name)
            book.filledForms = [EvaluationForm(place: Location(file: "自评表.docx", table: 1))]
            let shared = parts.shared(book)
            #expect(shared == book)
            let places = book.projects.flatMap { $0.places.values + $0.indicators.flatMap(\.places.values) }
            #expect(shared.projects.flatMap { $0.places.values + $0.indicators.flatMap(\.places.values) } == places)
        }
        var random = SplitMix64(seed: 3)
        for count in 0..<20 {
            let book = SampleBooks.random(&random, projects: count)
            #expect(bytes(of: parts.shared(book)) == bytes(of: book))
        }
        #expect(parts.shared(SampleBooks.hostile) == SampleBooks.hostile)
    }

    @Test("Texts that are the same are kept once, those that only look the same are not changed")
    func texts() {
        func book(_ purpose: String) -> GoalBook {
            var project = SampleBooks.project(1, "甲", fen: 100)
            project.purpose = purpose
            return SampleBooks.book([project])
        }
        let parts = SharedParts()
        let words = (1...3).map { _ in String(decoding: Array("用于乡镇机关人员的办公经费".utf8), as: UTF8.self) }
        #expect(address(of: words[0]) != address(of: words[1]))
        let kept = words.map { parts.shared(book($0)).projects[0].purpose }
        #expect(Set(kept.map(address)).count == 1)
        // The same letter in one sign and in two.
        let (one, two) = ("用于caf\u{E9}的各种办公经费", "用于cafe\u{301}的各种办公经费")
        #expect(one == two)
        for text in [one, two] { #expect(Array(parts.shared(book(text)).projects[0].purpose.utf8) == Array(text.utf8)) }
    }
}
