import Testing

@testable import Typesetting

@Suite
struct LanguageFormsTests {
    /// A `GSUB` table with one script that knows the given languages.
    private func table(_ languages: [String]) -> [UInt8] {
        var bytes: [UInt8] = [0, 1, 0, 0, 0, 10, 0, 0, 0, 0]
        bytes += [0, 1] + Array("hani".utf8) + [0, 8]
        bytes += [0, 0, 0, UInt8(languages.count)]
        for (index, language) in languages.enumerated() { bytes += Array(language.utf8) + [0, UInt8(100 + index)] }
        return bytes
    }

    @Test("Only simplified Chinese stays")
    func keepsOne() {
        var forms = LanguageForms(table(["JAN ", "KOR ", "ZHS ", "ZHT "]))
        forms.keepOnly("ZHS ")
        #expect(Array(forms.bytes[18..<28]) == [0, 0, 0, 1] + Array("ZHS ".utf8) + [0, 102])
        #expect(forms.bytes.count == table(["JAN ", "KOR ", "ZHS ", "ZHT "]).count)
        var none = LanguageForms(table(["JAN "]))
        none.keepOnly("ZHS ")
        #expect(Array(none.bytes[18..<22]) == [0, 0, 0, 0])
    }

    @Test("Bad tables stay as they are and crash nothing")
    func damaged() {
        let whole = table(["JAN ", "ZHS "])
        for length in 0..<whole.count {
            var forms = LanguageForms(Array(whole.prefix(length)))
            forms.keepOnly("ZHS ")
            #expect(forms.bytes == Array(whole.prefix(length)))
        }
    }
}
