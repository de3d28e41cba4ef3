import BookLayout
import Testing

@testable import Typesetting

@Suite
struct ObjectTests {
    @Test(
        "Lengths have two decimals at most",
        arguments: [(1.0, "1"), (-0.5, "-0.5"), (12.345, "12.35"), (0.05, "0.05"), (.nan, "0")])
    func numbers(value: Double, text: String) {
        #expect(PDFSyntax.number(value) == text)
    }

    @Test func strings() {
        #expect(PDFSyntax.string("a𠮷") == "<FEFF0061D842DFB7>")
        #expect(PDFSyntax.references([3, 7]) == "[3 0 R 7 0 R]")
    }

    @Test(arguments: [(0, "0"), (7, "7"), (-10, "-10"), (1_234_567, "1234567"), (Int.min, "-9223372036854775808")])
    func digits(number: Int, text: String) {
        var bytes: [UInt8] = []
        bytes.add("<")
        bytes.add(number)
        bytes.add(" ")
        bytes.add(reference: number)
        #expect(String(decoding: bytes, as: UTF8.self) == "<\(text) \(text) 0 R")
    }

    @Test("Places behind what was taken out of a file lie nearer to its beginning")
    func taken() {
        var taken = TakenContents()
        #expect(taken.place(ofOffset: 70) == 70)
        // Of a file of a hundred bytes those from 10 to 30 and from 50 to 55.
        taken.add(4, at: 10, count: 20)
        taken.add(9, at: 30, count: 5)
        let places = [0, 10, 30, 49, 50, 55, 100].map(taken.place)
        #expect(places == [0, 10, 10, 29, 30, 30, 75])
        #expect(taken.objects == [4, 9])
    }

    @Test("A page label a range")
    func labels() {
        let labels: [PageLabel] = [.named("封面"), .none, .none, .roman(1), .roman(2), .none, .arabic(1), .arabic(2), .arabic(4)]
        #expect(
            PDFSyntax.pageLabels(labels)
                == "<</Nums[0<</P<FEFF5C019762>>> 1<<>> 3<</S/r/St 1>> 5<<>> 6<</S/D/St 1>> 8<</S/D/St 4>>]>>")
    }

    @Test("The profile of sRGB is small and whole")
    func colourProfile() {
        let bytes = ColourProfile.bytes
        #expect(bytes.count < 700)
        #expect(bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } == bytes.count)
        #expect(bytes[36..<40].elementsEqual("acsp".utf8))
        #expect(Set(ColourProfile.bytes) != [0])
        // The primaries add up to the white of the connection space.
        let starts = (0..<10).map { 132 + 12 * $0 }
        func value(_ tag: String) -> [Int] {
            guard let entry = starts.first(where: { bytes[$0..<($0 + 4)].elementsEqual(tag.utf8) }) else { return [] }
            func number(_ at: Int) -> Int { bytes[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
            let offset = number(entry + 4)
            return [8, 12, 16].map { number(offset + $0) }
        }
        let sum = zip(zip(value("rXYZ"), value("gXYZ")), value("bXYZ")).map { $0.0 + $0.1 + $1 }
        for (a, b) in zip(sum, value("wtpt")) { #expect(abs(a - b) < 16) }
        #expect(sum.count == 3)
    }

    @Test("A trailer that is not as Cairo writes it is reported")
    func cairoFiles() {
        let entry = "0000000000 65535 f \n"
        for text in ["", "startxref", "startxref 99999", "xref\n0 1\nstartxref 0\n", "xref\n0 99\n\(entry)startxref\n0\n"] {
            #expect(throws: PrintingError.self) { try CairoFile(Array(text.utf8)) }
        }
    }
}
