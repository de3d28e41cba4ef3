import GoalParsing
import TestSupport
import Testing

/// The kept documents of each reader, whole and damaged: none crashes it. `make check` tries two hundred thousand of each.
@Suite struct FuzzReplayTests {
    @Test(arguments: FuzzReader.allCases)
    func keptDocumentsAreSurvived(reader: FuzzReader) throws {
        let seeds = try reader.seeds()
        let lexicon = try Lexicon.ours()
        for seed in seeds { #expect(reader.read(seed.whole, lexicon: lexicon), "\(seed.name)") }
        var read = 0
        let count = Cases.number(1_000, quick: 25)
        for index in 0..<count where reader.read(reader.bytes(seeds, seed: 1, index: index), lexicon: lexicon) {
            read += 1
        }
        print("damaged documents for \(reader.rawValue): \(read) of \(count) read")
        #expect(read > count / 20)
    }
}
